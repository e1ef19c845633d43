import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { headingAnchor } from "../../scripts/pages/heading-anchor";

const project = resolve(__dirname, "../..");
const docs = join(project, "docs");
const page = readFileSync(join(docs, "comparison.md"), "utf8");

const PEERS = ["AWS CDK", "terraform-aws-ecs", "awsx", "TerraConstructs"];
const HEADER = ["", "This library", ...PEERS];
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

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

const tables = page.split(/^## /m).slice(1);
const rows = tables.flatMap((table) => {
  const [, , ...lines] = table.split("\n").filter((line) => line.startsWith("|"));
  return lines.map((line) => {
    const [feature = "", ours = "", ...peers] = cellsOf(line);
    return { feature, ours, peers };
  });
});
const sources = new Map(
  Array.from(page.matchAll(/^\[([\w-]+)\]: (\S+)$/gm), ([, name = "", address = ""]) => [name, address]),
);
const sourcesIn = (cell: string) => Array.from(cell.matchAll(/\]\[([\w-]+)\]/g), ([, name = ""]) => name);
const testsIn = (text: string) => Array.from(text.matchAll(/`(__tests__\/[^`]+)`/g), ([, file = ""]) => file);

describe("the comparison with other libraries", () => {
  it("has a table for each group, with a column for each library", () => {
    expect(tables.length).toBeGreaterThan(1);
    const headers = tables.map((table) => cellsOf(table.split("\n").find((line) => line.startsWith("|")) ?? ""));
    expect(headers).toEqual(tables.map(() => HEADER));
  });

  it("has a cell for each library in every row, and no feature twice", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ peers }) => peers.length !== PEERS.length || peers.includes(""))).toEqual([]);
    expect(rows.filter(({ feature, ours }) => feature === "" || ours === "")).toEqual([]);
    expect(new Set(rows.map(({ feature }) => feature)).size).toBe(rows.length);
  });

  it("has a source of the version that was read for whatever it says of another library", () => {
    const unfounded = rows.flatMap(({ feature, peers }) =>
      peers
        .map((cell, column) => ({ feature, column, cell, addresses: sourcesIn(cell).map((name) => sources.get(name)) }))
        .filter(({ cell }) => cell !== "not established")
        .filter(
          ({ column, addresses }) =>
            addresses.length === 0 ||
            !addresses.every((address) => VERSIONS[column]?.some((version) => address?.startsWith(version))),
        ),
    );
    expect(unfounded).toEqual([]);
  });

  it("uses every source that it lists", () => {
    const used = new Set(rows.flatMap(({ peers }) => peers.flatMap(sourcesIn)));
    expect([...sources.keys()].filter((name) => !used.has(name))).toEqual([]);
  });

  it("names the versions that its links lead to", () => {
    for (const version of ["2.276.0", "7.5.0", "3.9.0", "0.2.15", "2026-11-28"]) expect(page).toContain(version);
  });

  it("names a test that exists, and a page, wherever this library has something", () => {
    expect(testsIn(page).filter((file) => !existsSync(join(project, file)))).toEqual([]);
    const unheld = rows
      .filter(({ ours }) => ours !== "no")
      .filter(({ ours }) => testsIn(ours).length === 0 || !/\]\([\w/-]+\.md(#[\w-]+)?\)/.test(ours));
    expect(unheld).toEqual([]);
  });

  it("links to pages, and to headings that they have", () => {
    const links = Array.from(page.matchAll(/\]\(([\w/-]+\.md)(?:#([\w-]+))?\)/g), ([, file = "", anchor]) => ({
      file,
      anchor,
    }));
    expect(links.length).toBeGreaterThan(20);
    const broken = links.filter(({ file, anchor }) => {
      if (!existsSync(join(docs, file))) return true;
      const headings = readFileSync(join(docs, file), "utf8").matchAll(/^#+ (.*)$/gm);
      return (
        anchor !== undefined && !Array.from(headings, ([, heading = ""]) => headingAnchor(heading)).includes(anchor)
      );
    });
    expect(broken).toEqual([]);
  });
});
