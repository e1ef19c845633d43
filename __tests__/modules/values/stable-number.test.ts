import { describe, expect, it } from "vitest";
import { stableNumber } from "../../../modules/values/stable-number";

describe("a number for a name", () => {
  it("is the same each time, from 0 up to the bound without it", () => {
    const names = Array.from({ length: 200 }, (_, index) => `rule-${index}`);
    const numbers = names.map((name) => stableNumber(name, 80));
    expect(names.map((name) => stableNumber(name, 80))).toEqual(numbers);
    expect(numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 80)).toBe(true);
    expect(new Set(numbers).size).toBeGreaterThan(60);
  });

  it("is that of FNV-1a, so that what it numbered stays where it is", () => {
    expect(stableNumber("", 2 ** 32)).toBe(0x811c9dc5);
    expect(stableNumber("a", 2 ** 32)).toBe(0xe40c292c);
  });
});
