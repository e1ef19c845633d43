import { describe, expect, it } from "vitest";
import { matchesPattern, sameText } from "../../../../modules/reachability/model/text-match";

describe("matchesPattern", () => {
  it.each([
    ["ecr:BatchGetImage", "ecr:*", "yes"],
    ["ecr:BatchGetImage", "*", "yes"],
    ["ecr:BatchGetImage", "ecr:Batch?etImage", "yes"],
    ["ecr:BatchGetImage", "ecr:Batch", "no"],
    ["", "*", "yes"],
    ["*", "arn:*", "no"],
    ["a${x.id}c", "a*c", "yes"],
    ["a${x.id}c", "a${x.id}c", "yes"],
    ["a${x.id}c", "a${y.id}c", "unknown"],
    ["a${x.id}c", "abc", "unknown"],
    ["a${x.id}c", "b*", "no"],
    ["abc", "${x.id}", "unknown"],
    ["abc", "${x.id}d", "no"],
    ["${?}", "${?}", "unknown"],
    ["${?}", "*", "yes"],
    ["arn:${aws.account}:a", "arn:123456789012:a", "unknown"],
    ["arn:${aws.account}:a", "arn:*:b:a", "no"],
    ["${aws.account}", "orders", "no"],
    ["group:a:${stream}", "*group:b:*", "no"],
  ])("%j against %j is %s", (text, pattern, expected) => {
    expect(matchesPattern(text, pattern)).toBe(expected);
  });
});

describe("sameText", () => {
  it.each([
    ["a*", "ab", "no"],
    ["a*", "a*", "yes"],
    ["${x.id}", "${x.id}", "yes"],
    ["${x.id}", "vpc-1", "unknown"],
    ["role/${x.name}", "user/a", "no"],
  ])("%j and %j: %s", (a, b, expected) => {
    expect(sameText(a, b)).toBe(expected);
    expect(sameText(b, a)).toBe(expected);
  });
});
