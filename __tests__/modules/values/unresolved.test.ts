import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUnresolved } from "../../../modules/values/unresolved";
import { LIST_TOKENS, NUMBER_TOKENS, STRING_TOKENS } from "../../support/tokens";

describe("isUnresolved", () => {
  it.each([...STRING_TOKENS, ...NUMBER_TOKENS, ...LIST_TOKENS])("is true of %s", (_name, token) => {
    expect(isUnresolved(token)).toBe(true);
  });

  it.each([
    ["an empty text", ""],
    ["a CIDR", "10.0.0.0/16"],
    ["a dollar sign alone", "$5 {each}"],
    ["zero", 0],
    ["a negative number", -1],
    ["not a number", Number.NaN],
    ["an empty list", []],
    ["a list of literals", ["a", 1]],
    ["an object", { resolve: "a text" }],
    ["null", null],
    ["undefined", undefined],
    ["a boolean", true],
  ])("is false of %s", (_name, literal) => {
    expect(isUnresolved(literal)).toBe(false);
  });

  it("is false of every number that a setting can take", () => {
    fc.assert(fc.property(fc.integer(), (number) => !isUnresolved(number)));
  });

  it("finds an expression wherever it is in a text", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => isUnresolved(`${before}\${var.x}${after}`)));
  });
});
