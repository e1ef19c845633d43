import { describe, expect, it } from "vitest";
import { circles } from "../support/import-circles";
import { readSource, type SourceImport, sourceFiles } from "../support/source-imports";

const files = [...sourceFiles("modules"), ...sourceFiles("stacks"), readSource("main.ts")];

/** Which files each file leads to by some of its imports. */
const graphOf = (counts: (each: SourceImport) => boolean) =>
  new Map(files.map(({ path, imports }) => [path, imports.filter(counts).flatMap(({ target }) => target ?? [])]));

describe("the imports of the files", () => {
  it("are looked at as a whole", () => {
    const graph = graphOf(() => true);
    expect(graph.size).toBeGreaterThan(300);
    expect([...graph.values()].flat().length).toBeGreaterThan(1000);
    expect([...graph.values()].flat().filter((path) => path !== "package.json" && !graph.has(path))).toEqual([]);
  });

  it("load no file on a way that leads back to it", () => {
    expect(circles(graphOf(({ typeOnly }) => !typeOnly))).toEqual([]);
  });

  it("know no file on a way that leads back to it, types included", () => {
    expect(circles(graphOf(() => true))).toEqual([]);
  });
});
