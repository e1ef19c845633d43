import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

describe("quotas of rules", () => {
  function withAcl(count: number, addresses: (index: number) => object): TerraformFixture {
    const fixture = isolatedNetwork();
    fixture.add("aws_network_acl.other", { vpc_id: "${aws_vpc.main.id}" });
    for (let index = 0; index < count; index++) {
      fixture.add(`aws_network_acl_rule.more_${index}`, {
        network_acl_id: "${aws_network_acl.other.id}",
        rule_number: 100 + index,
        rule_action: "allow",
        protocol: "tcp",
        from_port: 443,
        to_port: 443,
        ...addresses(index),
      });
    }
    return fixture;
  }

  function withGroup(count: number): TerraformFixture {
    const fixture = isolatedNetwork();
    fixture.add("aws_security_group.other", { vpc_id: "${aws_vpc.main.id}" });
    for (let index = 0; index < count; index++) {
      fixture.add(`aws_vpc_security_group_ingress_rule.more_${index}`, {
        security_group_id: "${aws_security_group.other.id}",
        ip_protocol: "tcp",
        from_port: 443,
        to_port: 443,
        cidr_ipv4: `10.1.${index}.0/24`,
      });
    }
    return fixture;
  }

  const ipv4 = (index: number) => ({ cidr_block: `10.1.${index}.0/24` });
  const found = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "rule-quota");

  it("warns of more than 20 rules of a network ACL in a direction, and refuses more than 40", () => {
    expect(found(withAcl(20, ipv4))).toEqual([]);
    expect(found(withAcl(21, ipv4))).toMatchObject([
      {
        severity: "warning",
        path: "aws_network_acl.other",
        problem: "aws_network_acl.other has 21 ingress rules for IPv4",
      },
    ]);
    expect(found(withAcl(41, ipv4))).toMatchObject([{ severity: "error" }]);
  });

  it("counts directions and families each for itself", () => {
    expect(found(withAcl(40, (index) => ({ ...ipv4(index), egress: index < 20 })))).toEqual([]);
    const either = (index: number) => (index < 20 ? ipv4(index) : { ipv6_cidr_block: "::/0" });
    expect(found(withAcl(40, either))).toEqual([]);
  });

  it("warns of more than 60 rules of a security group", () => {
    expect(found(withGroup(60))).toEqual([]);
    expect(found(withGroup(61))).toMatchObject([
      { severity: "warning", problem: "aws_security_group.other has 61 ingress rules for IPv4" },
    ]);
  });

  it("says nothing of what exists with its rules, whose account has a higher quota", () => {
    const ingress = Array.from({ length: 25 }, (_, index) => ({
      rule_no: 100 + index,
      action: "allow",
      protocol: "-1",
      from_port: 0,
      to_port: 0,
      ...ipv4(index),
    }));
    const wide = { mode: "managed", type: "aws_network_acl", name: "wide", address: "aws_network_acl.wide" };
    const planned = { vpc_id: "vpc-0123456789abcdef0", ingress };
    const existing = { ...planned, id: "acl-0123456789abcdef0" };
    const state = { format_version: "1.0", values: { root_module: { resources: [{ ...wide, values: existing }] } } };
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: { resources: [{ ...wide, values: planned }] } },
      resource_changes: [
        { ...wide, change: { actions: ["create"], before: null, after: planned, after_unknown: { id: true } } },
      ],
    };
    expect(issuesWith(proveReachability([state]), "rule-quota")).toEqual([]);
    expect(issuesWith(proveReachability([plan]), "rule-quota")).toMatchObject([{ path: "aws_network_acl.wide" }]);
  });
});
