import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop } from "../support/terraform-fixture";

describe("the local route to an interface endpoint", () => {
  it("holds beside routes to elsewhere", () => {
    const fixture = isolatedNetwork().add("aws_route.peer", {
      route_table_id: "${aws_route_table.app.id}",
      destination_cidr_block: "192.168.0.0/16",
      vpc_peering_connection_id: "pcx-0123456789abcdef0",
    });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it.each([
    ["a larger block, to a transit gateway", { destination_cidr_block: "10.0.0.0/8", transit_gateway_id: "tgw-0" }],
    ["any address", { destination_cidr_block: "0.0.0.0/0", transit_gateway_id: "tgw-0" }],
    ["a variable, to a peer", { destination_cidr_block: "${var.cidr}", vpc_peering_connection_id: "pcx-0" }],
    ["IPv6", { destination_ipv6_cidr_block: "::/0", egress_only_gateway_id: "eigw-0" }],
    ["the VPC, which is the local route", { destination_cidr_block: "10.0.0.0/16", gateway_id: "local" }],
    ["another part of the VPC", { destination_cidr_block: "10.0.99.0/24", network_interface_id: "eni-0" }],
  ])("holds beside a route for %s", (_, route) => {
    const fixture = isolatedNetwork().add("aws_route.other", { route_table_id: "${aws_route_table.app.id}", ...route });
    expect(hop(fixture.prove(), "logs", "route")).toMatch(/^proved/);
  });

  it.each([
    ["the VPC, to an interface", { destination_cidr_block: "10.0.0.0/16", network_interface_id: "eni-0" }],
    ["a variable, to an interface", { destination_cidr_block: "${var.cidr}", network_interface_id: "eni-0" }],
    ["a prefix list, to an interface", { destination_prefix_list_id: "pl-0", network_interface_id: "eni-0" }],
  ])("is unknown beside a route for %s", (_, route) => {
    const fixture = isolatedNetwork().add("aws_route.other", { route_table_id: "${aws_route_table.app.id}", ...route });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "route-detour-unknown",
      path: "aws_route.other",
    });
  });

  it("is unknown where a more specific route leads to an appliance", () => {
    const fixture = isolatedNetwork().set("aws_route_table.app", {
      route: [{ cidr_block: "10.0.12.0/24", vpc_endpoint_id: "vpce-0123456789abcdef0" }],
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "route-detour-unknown",
      path: "aws_route_table.app",
    });
  });

  describe("for the answer", () => {
    const answering = (route: Block) =>
      isolatedNetwork()
        .add("aws_route_table.endpoint", { vpc_id: "${aws_vpc.main.id}", route: [route] })
        .add("aws_route_table_association.endpoint_a", {
          ...{ subnet_id: "${aws_subnet.endpoint_a.id}", route_table_id: "${aws_route_table.endpoint.id}" },
        });

    it.each<[string, Block]>([
      ["a NAT gateway", { cidr_block: "10.0.1.0/24", nat_gateway_id: "nat-0123456789abcdef0" }],
      ["a firewall", { cidr_block: "10.0.2.0/24", vpc_endpoint_id: "vpce-0123456789abcdef0" }],
      ["an interface, for the whole VPC", { cidr_block: "10.0.0.0/16", network_interface_id: "eni-0" }],
      ["an interface, for the block of a variable", { cidr_block: "${var.cidr}", network_interface_id: "eni-0" }],
    ])("is not proved where the endpoint's subnet leads it to %s", (_, route) => {
      const { verdict, issue } = dependency(answering(route).prove(), "logs");
      expect(verdict).toBe("unknown");
      expect(issue).toMatchObject({ code: "route-detour-unknown", path: "aws_route_table.endpoint" });
      expect(issue?.problem).toContain("the answers of aws_vpc_endpoint.logs come back");
    });

    it.each<[string, Block]>([
      ["the addresses of other subnets", { cidr_block: "10.0.12.0/24", network_interface_id: "eni-0" }],
      ["the internet", { cidr_block: "0.0.0.0/0", nat_gateway_id: "nat-0123456789abcdef0" }],
    ])("holds beside a route for %s", (_, route) => {
      expect(dependency(answering(route).prove(), "logs").verdict).toBe("proved");
    });
  });

  it("does not count within one subnet, which no route table rules", () => {
    const fixture = isolatedNetwork().set("aws_route_table.app", {
      route: [{ cidr_block: "10.0.1.0/24", network_interface_id: "eni-0" }],
    });
    const inA = ["${aws_subnet.app_a.id}"];
    fixture.set("aws_vpc_endpoint.logs", { subnet_ids: inA });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("route-detour-unknown");
    fixture.set("aws_ecs_service.orders", {
      network_configuration: { subnets: inA, security_groups: ["${aws_security_group.task.id}"] },
    });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });
});
