import { describe, expect, it } from "vitest";
import { fitted, inLines, widthOf } from "../../../modules/drawing/text-width";

const font = { size: 10 };

describe("the width of text", () => {
  it("is the sum of its characters, and more where it is bold", () => {
    expect(widthOf("mm", font)).toBeCloseTo(19.48);
    expect(widthOf("i", font)).toBeLessThan(widthOf("m", font));
    expect(widthOf("mm", { size: 10, bold: true })).toBeGreaterThan(widthOf("mm", font));
  });

  it("takes a square for what is not in the table", () => {
    expect(widthOf("名é", font)).toBe(20);
  });
});

describe("a text that has to fit", () => {
  it("stays where it does", () => {
    expect(fitted("logs", 100, font)).toBe("logs");
  });

  it("loses its middle where it does not, and never part of a character", () => {
    expect(fitted("nightly-settlement-of-accounts", 90, font)).toMatch(/^nightly.*….*accounts$|^night.*…/);
    expect(widthOf(fitted("nightly-settlement-of-accounts", 90, font), font)).toBeLessThanOrEqual(90);
    expect(fitted("😀😀😀😀", 25, font)).toBe("😀…".slice(0, 3));
  });

  it("is a sign of what is missing where there is room for nothing", () => {
    expect(fitted("logs", 1, font)).toBe("…");
  });

  it("is broken at spaces, and a word that is longer than a line in itself", () => {
    const lines = inLines("a route table of aws_subnet.with_a_name_that_is_long has none", 100, font);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.every((line) => widthOf(line, font) <= 100)).toBe(true);
    expect(lines.join("").replaceAll(" ", "")).toBe("aroutetableofaws_subnet.with_a_name_that_is_longhasnone");
  });

  it("is no line where it is empty", () => {
    expect(inLines(" ", 100, font)).toEqual([]);
  });
});
