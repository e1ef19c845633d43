import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exportedNames } from "../../../scripts/pages/api/exported-names";
import { renderedApiPages } from "../../../scripts/pages/api-pages";
import { headingAnchor } from "../../../scripts/pages/heading-anchor";

const DOCS = join(__dirname, "../../../docs");
const PAGES = renderedApiPages();
const page = (name: string) => PAGES.get(`${name}.md`) ?? "";
const headings = (text: string) => Array.from(text.matchAll(/^#{1,6} (.+)$/gm), ([, heading = ""]) => heading);

describe("the pages in docs/api", () => {
  it("are what the doc comments say (run npm run docs after a change)", () => {
    expect(readdirSync(join(DOCS, "api")).sort()).toEqual([...PAGES.keys()].sort());
    for (const [name, text] of PAGES) expect(readFileSync(join(DOCS, "api", name), "utf8"), name).toBe(text);
  });

  it("explain each name that an entry exports under one heading", () => {
    const entries = ["index.ts", "testing/index.ts"].flatMap((entry) => exportedNames(`modules/${entry}`));
    const names = new Set(entries.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(150);
    const all = [...PAGES.values()].flatMap(headings);
    for (const name of names)
      expect(
        all.filter((heading) => heading === name),
        name,
      ).toHaveLength(1);
  });

  it("have links that lead somewhere", () => {
    const links = Array.from(PAGES, ([from, text]) =>
      Array.from(text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g), ([, to = "", anchor]) => ({ to: to || from, anchor })),
    ).flat();
    expect(links.length).toBeGreaterThan(500);
    const broken = links.filter(({ to, anchor }) => {
      const anchors = headings(PAGES.get(to) ?? "").map(headingAnchor);
      return !PAGES.has(to) || (anchor !== undefined && !anchors.includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("have a complete example for each construct", () => {
    const constructs = [...PAGES.values()].filter((text) => text.includes(`\`new \`[\`${headings(text)[0]}\`](#`));
    expect(constructs.length).toBeGreaterThan(15);
    expect(constructs.filter((text) => !text.includes("\n```ts\nimport ")).map((text) => headings(text)[0])).toEqual(
      [],
    );
  });

  it("show nothing of this machine", () => {
    expect([...PAGES.values()].filter((text) => text.includes(join(__dirname, "../../..")))).toEqual([]);
  });
});

describe("a page of the reference", () => {
  it("says of a property its type, its default, and what it is", () => {
    expect(page("fargate-service")).toContain("| `name?` | `string` | the task's family | Name of the service. |");
  });

  it("has what an interface inherits, and of what it leaves out nothing", () => {
    expect(page("fargate-service")).toContain("| `network` | [`Network`](network.md#network) |");
    const settings = page("interface-endpoint").split("## InterfaceEndpointProps")[1]?.split("\n## ")[0];
    expect(settings).toContain("| `privateDnsEnabled?` |");
    expect(settings).not.toContain("| `ports?` |");
  });

  it("takes from an interface what a construct promises by it", () => {
    expect(page("private-network")).toContain("| `vpcId` | `string` | Id of the VPC, for example");
  });

  it("lists what a type of a list in the code may be, and says of what is worked out what its comment says", () => {
    expect(page("task")).toContain('`"X86_64" | "ARM64"`');
    expect(page("task").split("## EndpointServiceName")[1]?.split("\n## ")[0]).not.toContain("keyof");
  });

  it("has the functions that make a kind of data", () => {
    expect(page("network")).toContain(
      "### Peer.cidr\n\n[`Peer`](#peer)`.cidr(cidrBlock: string): `[`CidrPeer`](#cidrpeer)",
    );
    expect(page("task")).toContain("### Volume.efs");
  });

  it("leaves out what is private or for nobody but the library", () => {
    expect(page("planning")).not.toMatch(/forTasksAsRead|`knowing|#sources/);
  });
});
