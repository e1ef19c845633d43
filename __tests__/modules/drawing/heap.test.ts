import { describe, expect, it } from "vitest";
import { Heap } from "../../../modules/drawing/heap";

describe("a heap", () => {
  it("gives the smallest first, until there is none", () => {
    const heap = new Heap();
    const keys = Array.from({ length: 200 }, (_, index) => (index * 7919) % 211);
    for (const key of keys) heap.push(key, key * 2);
    const taken = keys.map(() => heap.pop());
    expect(taken.map((each) => each?.key)).toEqual(keys.toSorted((a, b) => a - b));
    expect(taken.every((each) => each?.value === (each?.key ?? 0) * 2)).toBe(true);
    expect(heap.pop()).toBeUndefined();
  });
});
