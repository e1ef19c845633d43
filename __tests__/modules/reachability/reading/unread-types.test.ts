import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { type Block, dependency, issuesWith } from "../support/terraform-fixture";

describe("what may add to a network in a way that is not known", () => {
  it.each<[string, Block]>([
    ["aws_cloudformation_stack.own", { name: "own", parameters: { VpcId: "${aws_vpc.main.id}" } }],
    ["aws_cloudformation_stack.own", { name: "own", parameters: { VpcId: "vpc-0123456789abcdef0" } }],
    ["aws_cloudcontrolapi_resource.own", { desired_state: '{ "VpcId": "${aws_vpc.main.id}" }' }],
    ["awscc_ec2_vpc_endpoint.own", { vpc_id: "${aws_vpc.main.id}" }],
  ])("may have the endpoint that nothing else has: %s %j", (address, block) => {
    const fixture = isolatedNetwork().remove("aws_vpc_endpoint.logs").add(address, block);
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-unknown",
      why: expect.stringContaining(address),
    });
    expect(isolatedNetwork().add(address, block).prove().verdict).toBe("proved");
  });

  it("is nothing that is given no part of the network", () => {
    const fixture = isolatedNetwork().remove("aws_vpc_endpoint.logs");
    fixture.add("aws_cloudformation_stack.own", { name: "own", parameters: { Stage: "test" } });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-missing" });
  });

  it("may bring zones into a VPC, as a profile does, and not into another one", () => {
    const fixture = isolatedNetwork().add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });
    fixture.add("aws_route53profiles_association.own", { profile_id: "rp-1", resource_id: "${aws_vpc.main.id}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "hosted-zone-unknown",
      path: "aws_route53profiles_association.own",
    });
    fixture.set("aws_route53profiles_association.own", { resource_id: "${aws_vpc.other.id}" });
    expect(fixture.prove().verdict).toBe("proved");
  });
});

describe("a way out", () => {
  const leaving = () =>
    withNatGateway(isolatedNetwork())
      .remove("aws_vpc_endpoint.logs")
      .add("aws_vpc_security_group_egress_rule.all", rule("task", { cidr_ipv4: "0.0.0.0/0" }));

  it.each([
    ["off", "proved"],
    ["block-ingress", "proved"],
    ["block-bidirectional", "unknown"],
    ["${var.mode}", "unknown"],
  ])("over a NAT gateway, where internet gateways are blocked in the mode %s, is %s", (mode, verdict) => {
    const fixture = leaving();
    fixture.add("aws_vpc_block_public_access_options.own", { internet_gateway_block_mode: mode });
    expect(dependency(fixture.prove(), "logs").verdict).toBe(verdict);
  });

  it("of a public address is not known where internet gateways let in nothing", () => {
    const fixture = isolatedNetwork()
      .remove("aws_vpc_endpoint.logs")
      .add("aws_internet_gateway.main", { vpc_id: "${aws_vpc.main.id}" })
      .add("aws_route.out", {
        route_table_id: "${aws_route_table.app.id}",
        destination_cidr_block: "0.0.0.0/0",
        gateway_id: "${aws_internet_gateway.main.id}",
      })
      .add("aws_vpc_security_group_egress_rule.all", rule("task", { cidr_ipv4: "0.0.0.0/0" }));
    Object.assign(Object(fixture.at("aws_ecs_service.orders")["network_configuration"]), { assign_public_ip: true });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.add("aws_vpc_block_public_access_options.own", { internet_gateway_block_mode: "block-ingress" });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("unknown");
  });

  it.each<[string, (network: ReturnType<typeof isolatedNetwork>) => unknown]>([
    [
      "aws_vpn_gateway_route_propagation.own",
      (network) =>
        network.add("aws_vpn_gateway_route_propagation.own", {
          route_table_id: "${aws_route_table.app.id}",
          vpn_gateway_id: "vgw-1",
        }),
    ],
    ["aws_route_table.app", (network) => network.set("aws_route_table.app", { propagating_vgws: ["vgw-1"] })],
  ])("may be among the routes that a gateway adds: %s", (address, change) => {
    const fixture = isolatedNetwork().remove("aws_vpc_endpoint.logs");
    change(fixture);
    expect(dependency(fixture.prove(), "logs").verdict).toBe("broken");
    fixture.add("aws_vpc_security_group_egress_rule.all", rule("task", { cidr_ipv4: "0.0.0.0/0" }));
    const proof = fixture.prove();
    expect(dependency(proof, "logs")).toMatchObject({ verdict: "unknown", issue: { code: "way-out-unknown" } });
    expect(dependency(proof, "logs").issue?.why).toContain(address);
    expect(dependency(proof, "ecr.api").verdict).toBe("proved");
    expect(issuesWith(proof, "rules-in-two-places")).toEqual([]);
  });
});

describe("entries of a prefix list as resources of their own", () => {
  const withEntry = (entry: Block, list: Block = {}) =>
    isolatedNetwork()
      .add("aws_ec2_managed_prefix_list.own", { name: "own", address_family: "IPv4", max_entries: 5, ...list })
      .add("aws_ec2_managed_prefix_list_entry.own", {
        prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}",
        ...entry,
      })
      .add(
        "aws_vpc_security_group_egress_rule.endpoint",
        rule("task", { prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" }),
      );

  it("count with those in the list", () => {
    expect(withEntry({ cidr: "10.0.0.0/16" }).prove().verdict).toBe("proved");
    const other = withEntry({ cidr: "10.9.0.0/16" });
    expect(dependency(other.prove(), "logs").issue).toMatchObject({ code: "task-egress-missing" });
    const both = withEntry({ cidr: "10.9.0.0/16" }, { entry: [{ cidr: "10.0.0.0/16" }] });
    expect(both.prove().verdict).toBe("proved");
  });

  it("are not known where Terraform fills them in", () => {
    const fixture = withEntry({ cidr: "${var.cidr}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "task-egress-unknown" });
  });
});

it("lets a security group be used in a further VPC with which it is associated", () => {
  const fixture = isolatedNetwork()
    .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
    .set("aws_security_group.endpoint", { vpc_id: "${aws_vpc.other.id}" });
  expect(issuesWith(fixture.prove(), "other-vpc")).not.toEqual([]);
  fixture.add("aws_vpc_security_group_vpc_association.own", {
    security_group_id: "${aws_security_group.endpoint.id}",
    vpc_id: "${aws_vpc.main.id}",
  });
  expect(fixture.prove().verdict).toBe("proved");
});
