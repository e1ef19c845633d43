import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { headingAnchor } from "../../scripts/pages/heading-anchor";
import { HEADER, PEERS, readComparison, sourcesIn, unfoundedCells } from "../support/comparison";

const project = resolve(__dirname, "../..");
const docs = join(project, "docs");
const page = readFileSync(join(docs, "comparison.md"), "utf8");

const { tables, headers, rows, sources } = readComparison(page);
const testsIn = (text: string) => Array.from(text.matchAll(/`(__tests__\/[^`]+)`/g), ([, file = ""]) => file);

describe("the comparison with other libraries", () => {
  it("has a table for each group, with a column for each library", () => {
    expect(tables.length).toBeGreaterThan(1);
    expect(headers).toEqual(tables.map(() => HEADER));
  });

  it("has a cell for each library in every row, and no feature twice", () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter(({ peers }) => peers.length !== PEERS.length || peers.includes(""))).toEqual([]);
    expect(rows.filter(({ feature, ours }) => feature === "" || ours === "")).toEqual([]);
    expect(new Set(rows.map(({ feature }) => feature)).size).toBe(rows.length);
  });

  it("has a source of the version that was read for whatever it says of another library", () => {
    const unfounded = unfoundedCells(rows, sources);
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
