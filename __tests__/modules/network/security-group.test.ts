import { describe, expect, it } from "vitest";
import { Peer, SecurityGroup, type SecurityGroupProps } from "../../../modules";
import { ref, synth } from "../../support/synth";

const synthGroup = (props: Partial<SecurityGroupProps> = {}) =>
  synth((scope) => new SecurityGroup(scope, "group", { vpcId: "vpc-1", name: "orders", ...props }));

describe("SecurityGroup", () => {
  it("opens nothing by itself", () => {
    const stack = synthGroup();
    expect(stack.resources).toHaveLength(1);
    expect(stack.only("aws_security_group").attributes).toEqual({
      vpc_id: "vpc-1",
      name: "orders",
      tags: { Name: "orders" },
    });
  });

  it("makes a resource of each rule, under its name", () => {
    const stack = synthGroup({
      ingress: { office: { peer: Peer.cidr("192.0.2.0/24"), port: 443, description: "from the office" } },
      egress: {
        s3: { peer: Peer.prefixList("pl-1"), port: 443 },
        database: { peer: Peer.securityGroup("sg-db"), port: 5432 },
      },
    });
    const security_group_id = ref(stack.only("aws_security_group"), "id");
    expect(stack.at("group/ingress-office").attributes).toEqual({
      security_group_id,
      cidr_ipv4: "192.0.2.0/24",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
      description: "from the office",
    });
    expect(stack.at("group/egress-s3").attributes).toEqual({
      security_group_id,
      prefix_list_id: "pl-1",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    });
    expect(stack.at("group/egress-database").attributes).toEqual({
      security_group_id,
      referenced_security_group_id: "sg-db",
      ip_protocol: "tcp",
      from_port: 5432,
      to_port: 5432,
    });
  });

  it("names no ports in a rule for all of them, as AWS demands", () => {
    const stack = synthGroup({ egress: { all: { peer: Peer.cidr("10.0.0.0/16"), port: "all" } } });
    const rule = stack.only("aws_vpc_security_group_egress_rule").attributes;
    expect(rule["ip_protocol"]).toBe("-1");
    expect(Object.keys(rule).filter((attribute) => attribute.endsWith("_port"))).toEqual([]);
  });

  it("takes a description and another Name", () => {
    const stack = synthGroup({ description: "of the orders", tags: { Name: "Orders" } });
    expect(stack.only("aws_security_group").attributes).toMatchObject({
      description: "of the orders",
      tags: { Name: "Orders" },
    });
  });
});
