import { expect, it } from "vitest";
import type { ResourceOfPlan } from "../../../modules/adoption/resources-of-plan";
import { ruleImports, standingRule } from "../../../modules/adoption/rule-import";

const rule = (unknown: readonly string[] = []): ResourceOfPlan => ({
  address: "aws_vpc_security_group_ingress_rule.web",
  type: "aws_vpc_security_group_ingress_rule",
  values: { security_group_id: "sg-1", ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "10.0.0.0/16" },
  unknown: new Set(unknown),
  references: new Map(),
});
const exists = new Set(["aws_vpc_security_group_ingress_rule.web"]);

it("finds a rule that stands by everything that tells it from others", () => {
  expect(standingRule(rule(), new Map(), { exists, forgotten: [] })).toEqual({
    address: "aws_vpc_security_group_ingress_rule.web",
    group: "sg-1",
    condition:
      '!rule.is_egress && rule.ip_protocol == "tcp" && rule.from_port == 443 && rule.to_port == 443 && rule.cidr_ipv4 == "10.0.0.0/16"',
  });
});

it("finds none where an apply decides a port, the group or the protocol", () => {
  for (const attribute of ["from_port", "to_port", "security_group_id", "ip_protocol"]) {
    expect(standingRule(rule([attribute]), new Map(), { exists, forgotten: [] })).toBeUndefined();
  }
});

it("finds none that does not stand", () => {
  expect(standingRule(rule(), new Map(), { exists: new Set(), forgotten: [] })).toBeUndefined();
});

it("finds one that stands within a group that leaves the state only", () => {
  const within = { protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/16"] };
  const group: ResourceOfPlan = {
    address: "aws_security_group.web",
    type: "aws_security_group",
    values: { id: "sg-1", ingress: [within] },
    unknown: new Set(),
    references: new Map(),
  };
  expect(standingRule(rule(), new Map(), { exists: new Set(), forgotten: [group] })?.group).toBe("sg-1");
});

it("reads the rules of a group with the provider that makes them", () => {
  const places = { place: { region: undefined, account: undefined }, otherRegions: new Set<string>() };
  const blocks = ruleImports([
    {
      address: "aws_vpc_security_group_egress_rule.a",
      group: "sg-1",
      provider: { key: "aws.far", ...places },
      condition: "true",
    },
    { address: "aws_vpc_security_group_egress_rule.b", group: "sg-2", provider: undefined, condition: "true" },
  ]);
  expect(blocks.filter((block) => block.includes("provider = aws.far")).map((block) => block.split(" ", 2))).toEqual([
    ["data", '"aws_vpc_security_group_rules"'],
    ["data", '"aws_vpc_security_group_rule"'],
  ]);
});
