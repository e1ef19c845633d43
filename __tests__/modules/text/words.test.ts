import { describe, expect, it } from "vitest";
import { asWritten } from "../../../modules/text/words";

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
