import { describe, expect, it } from "vitest";
import { converted, readType } from "../../../../../modules/reachability/terraform/configuration/type-constraint";
import { variableValue } from "../../../../../modules/reachability/terraform/configuration/variable-value";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { ABSENT, unknownValue, valueOfJson } from "../../../../../modules/reachability/terraform/expressions/value";

function valueAs(type: string, json: unknown): unknown {
  return symbolicJson(converted(valueOfJson(json), readType(type)));
}

describe("a value of a type", () => {
  it.each([
    ["string", 5, "5"],
    ["number", "5", 5],
    ["${bool}", "true", true],
    ["list(string)", [1, "a"], ["1", "a"]],
    ["set(string)", ["b", "a", "b"], ["a", "b"]],
    ["map(number)", { a: "1" }, { a: 1 }],
    ["any", { a: [1] }, { a: [1] }],
    [
      "object({ a = string, b = optional(number), c = optional(bool, true) })",
      { a: 1, d: 2 },
      { a: "1", b: null, c: true },
    ],
    [
      "map(object({ service = string, tags = optional(map(string), {}), on = optional(bool, false) }))",
      { x: { service: "s3", on: true } },
      { x: { service: "s3", tags: {}, on: true } },
    ],
    ['object({ a = optional(object({ b = optional(string, "x") }), {}) })', {}, { a: { b: "x" } }],
    ["string", null, null],
    ["what is this", [1], [1]],
  ])("%s", (type, json, expected) => {
    expect(valueAs(type, json)).toEqual(expected);
  });
});

describe("the value of a variable", () => {
  const variable = { type: "number", default: "1" };

  it("is what it is given, or its default", () => {
    expect(variableValue(variable, undefined)).toMatchObject({ value: 1 });
    expect(variableValue(variable, valueOfJson("2"))).toMatchObject({ value: 2 });
    expect(variableValue({ type: "number" }, undefined)).toBeUndefined();
  });

  it("may be null, unless the variable says otherwise", () => {
    expect(variableValue(variable, ABSENT)).toEqual(ABSENT);
    expect(variableValue({ ...variable, nullable: false }, ABSENT)).toMatchObject({ value: 1 });
  });

  it("stays unknown where what it is given is not known", () => {
    expect(variableValue(variable, unknownValue("it is not known"))).toEqual(unknownValue("it is not known"));
  });
});
