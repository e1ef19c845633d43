import { describe, expect, it } from "vitest";
import { byCodeUnits } from "../../../modules/text/code-units";

describe("byCodeUnits", () => {
  it("has capitals first and letters with accents last, on every machine", () => {
    expect(["é", "b", "B", "a", "ab"].sort(byCodeUnits)).toEqual(["B", "a", "ab", "b", "é"]);
  });

  it("takes equal texts for equal", () => {
    expect(byCodeUnits("a", "a")).toBe(0);
  });
});
