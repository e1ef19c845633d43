import { describe, expect, it } from "vitest";
import {
  quickPattern,
  quickPatternWithGroups,
} from "../../../../../modules/reachability/terraform/expressions/quick-pattern";

const ARN = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders-service:17";

describe("patterns that are carried out here", () => {
  it.each(["/[0-9]+/", ":[0-9]+$", "^[a-z]{2}-", "^arn:aws:ecs:[^:]+:[^:]+:task-definition/.+$"])("%s", (pattern) => {
    expect(quickPattern(pattern, ARN)).toBeInstanceOf(RegExp);
  });

  it("takes groups that stand side by side, with names as well, and leaves those that are repeated", () => {
    expect(quickPatternWithGroups("^arn:aws:ecs:([^:]+):([0-9]+):", ARN)?.exec(ARN)?.slice(1)).toEqual([
      "eu-west-1",
      "123456789012",
    ]);
    expect(quickPatternWithGroups("^arn:(?P<partition>aws|aws-cn):", ARN)?.exec(ARN)?.groups).toEqual({
      partition: "aws",
    });
    for (const pattern of ["(a+)+", "((a)b)", "(?P<name>a)?", "(?i)a", "(?=a)"]) {
      expect(quickPatternWithGroups(pattern, ARN)).toBeUndefined();
    }
  });

  it.each([
    `${"a*".repeat(8)}b`,
    `${"a?".repeat(30)}b`,
    `${"(a|a)".repeat(30)}b`,
    `${"a{1,9}".repeat(6)}b`,
    `^${"[a-z]+".repeat(9)}$`,
  ])("leaves %s, which could take hours", (pattern) => {
    expect(quickPattern(pattern, "a".repeat(100))).toBeUndefined();
  });

  it("leaves what is no pattern, or too long", () => {
    expect(quickPattern("[", ARN)).toBeUndefined();
    expect(quickPattern("a", "a".repeat(200))).toBeUndefined();
  });
});
