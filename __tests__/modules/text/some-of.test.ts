import { describe, expect, it } from "vitest";
import { someOf } from "../../../modules/text/some-of";

describe("someOf", () => {
  it.each([
    [1, "0"],
    [4, "0, 1, 2, 3"],
    [5, "0, 1, 2 and 2 more"],
    [50, "0, 1, 2 and 47 more"],
  ])("names the first of %i, and says how many more there are", (count, text) => {
    expect(someOf(Array.from({ length: count }, (_, index) => `${index}`))).toBe(text);
  });
});
