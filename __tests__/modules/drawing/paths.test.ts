import { describe, expect, it } from "vitest";
import { headPath, linePath } from "../../../modules/drawing/paths";

const points = [
  { x: 0, y: 0 },
  { x: 40, y: 0 },
  { x: 40, y: 80 },
];

describe("the path of a line", () => {
  it("has round corners, and ends within the head of its arrow", () => {
    expect(linePath({ points, kind: "proved", joins: false })).toBe("M0 0L34 0Q40 0 40 6L40 74");
    expect(headPath({ points, kind: "proved", joins: false })).toBe("M40 80L44 72L36 72z");
  });

  it.each([
    ["joins another", { points, kind: "proved", joins: true }],
    ["is no call", { points, kind: "link", joins: false }],
    ["breaks there", { points, kind: "broken", joins: false, cross: { x: 40, y: 68 } }],
  ] as const)("has no head where it %s", (_, line) => {
    expect(headPath(line)).toBeUndefined();
    expect(linePath(line)).toMatch(/L40 80$/);
  });

  it("has a head where it breaks at the other end: the call would go there", () => {
    expect(headPath({ points, kind: "broken", joins: false, cross: { x: 12, y: 0 } })).toBeDefined();
  });
});
