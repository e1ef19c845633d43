import { describe, expect, it } from "vitest";
import { circles } from "./import-circles";

const graph = (arrows: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(arrows));

describe("circles", () => {
  it("are none where everything leads one way, also by two ways", () => {
    expect(circles(graph({ a: ["b", "c"], b: ["d"], c: ["d"], d: [] }))).toEqual([]);
  });

  it("are found whole, each once, however long", () => {
    const found = circles(graph({ z: ["c"], c: ["b", "y"], b: ["a"], a: ["c"], y: ["x"], x: ["y"], w: ["z"] }));
    expect(found).toEqual([
      ["a", "b", "c"],
      ["x", "y"],
    ]);
  });

  it("may be one thing alone, and leave out what the graph does not have", () => {
    expect(circles(graph({ a: ["a", "vitest"], b: ["a"] }))).toEqual([["a"]]);
  });
});
