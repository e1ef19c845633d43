/** The libraries with which pages compare this one. */
export const PEERS = ["AWS CDK", "terraform-aws-ecs", "awsx", "TerraConstructs"];
export const HEADER = ["", "This library", ...PEERS];
/** What a source's address starts with where it is that of a version that the page names, by the library's column. */
const VERSIONS = [
  ["https://github.com/aws/aws-cdk/blob/v2.276.0/", "https://unpkg.com/aws-cdk-lib@2.276.0/"],
  [
    "https://github.com/terraform-aws-modules/terraform-aws-ecs/blob/v7.5.0/",
    "https://github.com/terraform-aws-modules/terraform-aws-vpc/blob/v6.6.0/",
  ],
  [
    "https://github.com/pulumi/pulumi-awsx/blob/e60adf3cf01f3ac03cc6bc846cdd0df320afed23/",
    "https://unpkg.com/@pulumi/aws@7.43.0/",
  ],
  ["https://github.com/TerraConstructs/base/blob/v0.2.15/"],
];

/** A row of a comparison: what is compared, and the cell of each library. */
export interface ComparedFeature {
  readonly feature: string;
  readonly ours: string;
  readonly peers: readonly string[];
}

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

/** The tables of the parts of a page that have one, and the addresses of its sources by their names. */
export function readComparison(page: string) {
  const tables = page
    .split(/^## /m)
    .slice(1)
    .filter((part) => part.includes("\n| "));
  const lines = tables.map((table) => table.split("\n").filter((line) => line.startsWith("| ")));
  const headers = lines.map(([header = ""]) => cellsOf(header));
  const rows = lines.flatMap(([, , ...others]) =>
    others.map((line): ComparedFeature => {
      const [feature = "", ours = "", ...peers] = cellsOf(line);
      return { feature, ours, peers };
    }),
  );
  const sources = new Map(
    Array.from(page.matchAll(/^\[([\w-]+)\]: (\S+)$/gm), ([, name = "", address = ""]) => [name, address]),
  );
  return { tables, headers, rows, sources };
}

/** The names of the sources that a cell links to. */
export const sourcesIn = (cell: string) => Array.from(cell.matchAll(/\]\[([\w-]+)\]/g), ([, name = ""]) => name);

/** The cells about other libraries that no source of the version that was read stands behind. */
export function unfoundedCells(rows: readonly ComparedFeature[], sources: ReadonlyMap<string, string>) {
  return rows.flatMap(({ feature, peers }) =>
    peers
      .map((cell, column) => ({ feature, column, cell, addresses: sourcesIn(cell).map((name) => sources.get(name)) }))
      .filter(({ cell }) => cell !== "not established")
      .filter(
        ({ column, addresses }) =>
          addresses.length === 0 ||
          !addresses.every((address) => VERSIONS[column]?.some((version) => address?.startsWith(version))),
      ),
  );
}
