import { describe, expect, it } from "vitest";
import { type GeneratedRule, ruleId, ruleNumbers } from "../../../modules/endpoints/network-acl-rule";

function rule(port: GeneratedRule["port"], peer: GeneratedRule["peer"] = { kind: "vpc" }): GeneratedRule {
  return { acl: "tasks", direction: "egress", peer, port };
}

const FIXED = [
  rule("answers"),
  rule("answers", { kind: "vpc-ipv6" }),
  rule(443, { kind: "service", service: "s3" }),
  rule(443, { kind: "service", service: "dynamodb" }),
];
const PORTS = Array.from({ length: 400 }, (_, index) => rule(index + 1));

describe("the rules of a generated network ACL", () => {
  it("are called after what they are about", () => {
    expect(ruleId(rule(443))).toBe("tasks-egress-443");
    expect(ruleId(rule("answers", { kind: "vpc-ipv6" }))).toBe("tasks-egress-ipv6-answers");
    expect(ruleId(rule(443, { kind: "service", service: "s3" }))).toBe("tasks-egress-s3-443");
    expect(ruleId(rule(443, { kind: "cidr", cidrBlock: "10.20.0.0/16" }))).toBe("tasks-egress-10-20-0-0-16-443");
  });

  it("have numbers that AWS takes, each another, with room for the blocks of each prefix list", () => {
    const numbers = [...ruleNumbers([...FIXED, ...PORTS]).values()];
    expect(new Set(numbers).size).toBe(404);
    expect(numbers.every((number) => number >= 100 && number <= 32766)).toBe(true);
    expect(ruleNumbers(FIXED)).toEqual(
      new Map([
        ["tasks-egress-answers", 100],
        ["tasks-egress-ipv6-answers", 101],
        ["tasks-egress-s3-443", 200],
        ["tasks-egress-dynamodb-443", 300],
      ]),
    );
  });

  it("keep their numbers whatever the order, and beside others unless two come to the same", () => {
    const all = ruleNumbers(PORTS);
    expect(ruleNumbers(PORTS.toReversed())).toEqual(all);
    const moved = PORTS.filter((each) => ruleNumbers([each]).get(ruleId(each)) !== all.get(ruleId(each)));
    expect(moved.length).toBeLessThan(10);
  });
});
