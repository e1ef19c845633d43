import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

describe("rules in two places", () => {
  const inline = { protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["10.0.0.0/16"] };
  const found = (fixture: TerraformFixture) =>
    issuesWith(fixture.prove(), "rules-in-two-places").map(({ path, severity }) => [path, severity]);

  it("are a warning for a security group, in each direction", () => {
    const egress = isolatedNetwork().set("aws_security_group.task", { egress: [inline] });
    expect(found(egress)).toEqual([["aws_security_group.task", "warning"]]);
    const ingress = isolatedNetwork().set("aws_security_group.task", { ingress: [inline] });
    expect(found(ingress)).toEqual([]);
  });

  it("are a warning for a route table and a network ACL", () => {
    const route = { cidr_block: "192.168.0.0/16", transit_gateway_id: "tgw-0123456789abcdef0" };
    const table = isolatedNetwork().set("aws_route_table.app", { route: [route] });
    expect(found(table)).toEqual([]);
    table.add("aws_route.more", {
      ...{ route_table_id: "${aws_route_table.app.id}", destination_cidr_block: "172.16.0.0/12" },
      transit_gateway_id: "tgw-0123456789abcdef0",
    });
    expect(found(table)).toEqual([["aws_route_table.app", "warning"]]);
    const entry = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
    const acl = isolatedNetwork().add("aws_network_acl.own", { vpc_id: "${aws_vpc.main.id}", egress: [entry] });
    expect(found(acl)).toEqual([]);
    acl.add("aws_network_acl_rule.more", {
      ...{ network_acl_id: "${aws_network_acl.own.id}", rule_number: 110, rule_action: "deny", egress: true },
      ...{ protocol: "tcp", from_port: 22, to_port: 22, cidr_block: "0.0.0.0/0" },
    });
    expect(found(acl)).toEqual([["aws_network_acl.own", "warning"]]);
  });

  it("are none where a state repeats in the group what rules of their own say", () => {
    const rule = "aws_vpc_security_group_egress_rule.more";
    const own = { ip_protocol: "-1", cidr_ipv4: "10.0.0.0/16", security_group_id: "${aws_security_group.task.id}" };
    const repeated = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["10.0.0.0/16"] };
    const fixture = isolatedNetwork()
      .add(rule, own)
      .set("aws_security_group.task", { egress: [repeated] });
    expect(found(fixture)).toEqual([]);
    fixture.set("aws_security_group.task", { egress: [repeated, inline] });
    expect(found(fixture)).toEqual([["aws_security_group.task", "warning"]]);
  });
});
