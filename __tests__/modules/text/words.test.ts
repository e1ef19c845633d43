import { describe, expect, it } from "vitest";
import { asWritten, counted } from "../../../modules/text/words";

describe("asWritten", () => {
  it("puts text in quotes, so that it differs from a number", () => {
    expect(asWritten("256")).toBe('"256"');
    expect(asWritten(256)).toBe("256");
  });

  it("shows what JSON cannot hold", () => {
    expect(asWritten(Number.NaN)).toBe("NaN");
    expect(asWritten(undefined)).toBe("undefined");
  });
});

describe("counted", () => {
  it.each([
    [0, "0 problems"],
    [1, "1 problem"],
    [2, "2 problems"],
  ])("says %d in words", (count, expected) => {
    expect(counted(count, "problem")).toBe(expected);
  });
});
