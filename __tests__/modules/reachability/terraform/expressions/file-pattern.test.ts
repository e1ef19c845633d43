import { describe, expect, it } from "vitest";
import { filePattern } from "../../../../../modules/reachability/terraform/expressions/file-pattern";

const FILES = ["a.json", "b.yaml", "more/c.json", "more/deep/d.json"];

describe("a pattern of fileset", () => {
  it.each([
    ["*.json", ["a.json"]],
    ["*", ["a.json", "b.yaml"]],
    ["**", FILES],
    ["**/*.json", ["a.json", "more/c.json", "more/deep/d.json"]],
    ["more/*", ["more/c.json"]],
    ["more/**/*.json", ["more/c.json", "more/deep/d.json"]],
    ["*.{json,yaml}", ["a.json", "b.yaml"]],
    ["{a,x}.json", ["a.json"]],
    ["a*a.json", []],
    ["a.json", ["a.json"]],
  ])("%s takes %j", (pattern, expected) => {
    const takes = filePattern(pattern);
    expect(takes && FILES.filter(takes)).toEqual(expected);
  });

  it.each(["?.json", "[ab].json", "a**", "{a,{b,c}}", "{a,b}".repeat(9)])("%s is left alone", (pattern) => {
    expect(filePattern(pattern)).toBeUndefined();
  });
});
