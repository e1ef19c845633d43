import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillLines } from "../../../modules/text/fill-lines";

describe("fillLines", () => {
  it("breaks at pieces, and indents the further lines to the first piece or as asked", () => {
    const word = "x".repeat(60);
    expect(fillLines("  why: ", [word, word])).toEqual([`  why: ${word}`, `       ${word}`]);
    expect(fillLines("  why: ", [word, word], 2)).toEqual([`  why: ${word}`, `  ${word}`]);
  });

  it("has no line over 100 columns but for a piece that is longer, and loses nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,120}$/), { minLength: 1 }), fc.nat(40), (words, indent) => {
        const lines = fillLines(" ".repeat(indent), words);
        expect(lines.map((line) => line.trim()).join(" ")).toBe(words.join(" "));
        for (const line of lines) expect(line.length <= 100 || !line.trim().includes(" ")).toBe(true);
      }),
    );
  });
});
