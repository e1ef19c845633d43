import { describe, expect, it } from "vitest";
import { groupedBy } from "../../../modules/values/grouped-by";

describe("groupedBy", () => {
  it("keeps the order of the keys, and in each group that of the things", () => {
    const groups = groupedBy(["pear", "fig", "plum", "apple", "kiwi"], ({ length }) => length);
    expect([...groups]).toEqual([
      [4, ["pear", "plum", "kiwi"]],
      [3, ["fig"]],
      [5, ["apple"]],
    ]);
  });

  it("has no group where there is nothing", () => {
    expect(groupedBy([], String).size).toBe(0);
  });
});
