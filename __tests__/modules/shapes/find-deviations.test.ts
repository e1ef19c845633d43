import { describe, expect, it } from "vitest";
import { findDeviations, type Origin } from "../../../modules/shapes/find-deviations";
import { atLeast, filledText, flag, json, list, required, whole, word } from "../../../modules/shapes/shape";
import { shapeInWords } from "../../../modules/shapes/shape-in-words";

const RULE = atLeast({
  id: required(filledText("sgr-1")),
  action: required(word("allow", "deny")),
  number: whole(-1),
  default: flag,
  policy: json("{}"),
  rest: list(filledText("x")),
});

const found = (value: unknown, origin: Origin) =>
  [...findDeviations(value, RULE, "rule", origin)].map((each) =>
    each.kind === "malformed" ? `${each.path} is not ${shapeInWords(each.shape)}` : `${each.path} ${each.kind}`,
  );
const GIVEN = { id: "sgr-1", action: "deny" };

describe("findDeviations", () => {
  it.each([
    ["nothing but what must be given", GIVEN],
    ["a number below zero, and JSON that is null", { ...GIVEN, number: -1, policy: null }],
    ["members that it does not know", { ...GIVEN, further: 1 }],
    ["a text that looks like an expression, as a text", { ...GIVEN, id: "${x}" }],
  ])("finds nothing in a file in %s", (_, value) => {
    expect(found(value, "file")).toEqual([]);
  });

  it.each([
    ["nothing in a text", { ...GIVEN, id: "" }, "rule.id is not a text"],
    ["a word of others", { ...GIVEN, action: "log" }, "rule.action is not allow or deny"],
    ["a part of a number", { ...GIVEN, number: 1.5 }, "rule.number is not a whole number"],
    ["what is missing", { id: "sgr-1" }, "rule.action missing"],
    ["null in place of nothing", { ...GIVEN, default: null }, "rule.default is not true or false"],
    ["nothing in a text of a list", { ...GIVEN, rest: ["a", ""] }, "rule.rest[1] is not a text"],
  ])("finds %s, whoever has written it", (_, value, line) => {
    expect(found(value, "file")).toEqual([line]);
    expect(found(value, "program")).toEqual([line]);
  });

  it.each([
    ["an expression", { ...GIVEN, default: "${var.default}", number: "${var.number}", action: "${var.action}" }, 3],
    ["what a pipeline fills in", { ...GIVEN, number: "NUMBER" }, 1],
    ["a token", { id: { resolve: () => "sgr-1" }, action: "deny" }, 1],
  ])("takes %s in a program, and not in a file", (_, value, misfits) => {
    expect(found(value, "program")).toEqual([]);
    expect(found(value, "file")).toHaveLength(misfits);
  });

  it("takes members of a class in a program, and not in a file", () => {
    class Rule {
      get action() {
        return "allow";
      }
    }
    const rule = Object.assign(new Rule(), { id: "sgr-1" });
    expect(found(rule, "program")).toEqual([]);
    expect(found(rule, "file")).toEqual(["rule.action missing"]);
  });
});
