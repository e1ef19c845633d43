import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { dependency, hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const S3 = "aws_vpc_endpoint.s3";

describe("G1: the gateway endpoint is in the VPC, for the Region of the task", () => {
  it("holds", () => {
    expect(hop(isolatedNetwork().prove(), "s3", "endpoint")).toMatch(/^proved/);
  });

  it("breaks where it is missing, and says what fails", () => {
    const fixture = isolatedNetwork().remove(S3).remove("aws_vpc_security_group_egress_rule.s3");
    const { issue } = dependency(fixture.prove(), "s3");
    expect(issue).toMatchObject({ code: "endpoint-missing", path: "aws_vpc.main" });
    expect(issue?.fix).toContain('vpc_endpoint_type "Gateway"');
  });

  it("breaks where it leads to another Region", () => {
    const fixture = isolatedNetwork().set(S3, { service_name: "com.amazonaws.us-east-1.s3" });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "endpoint-in-other-region", path: S3 });
  });
});

describe("G2: the endpoint is in the route table that counts for each subnet of the task", () => {
  it("holds, by route_table_ids or by an association", () => {
    expect(hop(isolatedNetwork().prove(), "s3", "route")).toBe(
      "proved: aws_route_table.app leads to aws_vpc_endpoint.s3",
    );
    const associated = isolatedNetwork().set(S3, { route_table_ids: undefined });
    associated.add("aws_vpc_endpoint_route_table_association.s3", {
      vpc_endpoint_id: "${aws_vpc_endpoint.s3.id}",
      route_table_id: "${aws_route_table.app.id}",
    });
    expect(dependency(associated.prove(), "s3").verdict).toBe("proved");
  });

  it("breaks where the endpoint is in no route table", () => {
    const { issue } = dependency(isolatedNetwork().set(S3, { route_table_ids: [] }).prove(), "s3");
    expect(issue).toMatchObject({ code: "gateway-route-missing", path: S3 });
    expect(issue?.problem).toContain("aws_route_table.app");
  });

  it("breaks where a subnet falls back to the main route table", () => {
    const { issue } = dependency(isolatedNetwork().remove("aws_route_table_association.app_b").prove(), "s3");
    expect(issue).toMatchObject({ code: "gateway-route-missing", path: S3 });
    expect(issue?.problem).toContain("aws_subnet.app_b has the route table aws_vpc.main.default_route_table_id");
  });

  it("follows the main route table, as it is or as an association makes it", () => {
    const fixture = isolatedNetwork();
    for (const name of ["app_a", "app_b"]) fixture.remove(`aws_route_table_association.${name}`);
    fixture.set(S3, { route_table_ids: ["${aws_vpc.main.main_route_table_id}"] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    fixture.set(S3, { route_table_ids: ["${aws_route_table.app.id}"] });
    fixture.add("aws_main_route_table_association.app", {
      vpc_id: "${aws_vpc.main.id}",
      route_table_id: "${aws_route_table.app.id}",
    });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("holds where another gateway endpoint of the service serves the other subnets", () => {
    const fixture = isolatedNetwork()
      .add("aws_route_table.b", { vpc_id: "${aws_vpc.main.id}" })
      .set("aws_route_table_association.app_b", { route_table_id: "${aws_route_table.b.id}" });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("broken");
    fixture.add("aws_vpc_endpoint.s3_b", { ...fixture.at(S3), route_table_ids: ["${aws_route_table.b.id}"] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("is unknown where the subnets exist elsewhere", () => {
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["subnet-0123456789abcdef0"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    const { verdict, issue } = dependency(fixture.prove(), "s3");
    expect(verdict).toBe("unknown");
    expect(issue?.why).toContain("subnet-0123456789abcdef0");
  });
});

describe("G3: a route table has one gateway endpoint of a service", () => {
  it("breaks where it has two", () => {
    const fixture = isolatedNetwork();
    fixture.add("aws_vpc_endpoint.s3_again", fixture.at(S3));
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({
      code: "gateway-route-duplicate",
      path: "aws_vpc_endpoint.s3_again",
    });
  });

  it("holds where they are of different services", () => {
    const fixture = isolatedNetwork();
    fixture.add("aws_vpc_endpoint.dynamodb", {
      ...fixture.at(S3),
      service_name: "com.amazonaws.eu-west-1.dynamodb",
    });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });
});

describe("G4: no route is more specific than the endpoint's", () => {
  const withRoute = (route: Record<string, unknown>): TerraformFixture =>
    isolatedNetwork().add("aws_route.other", {
      route_table_id: "${aws_route_table.app.id}",
      network_interface_id: "eni-0123456789abcdef0",
      ...route,
    });

  it("holds with routes for private addresses", () => {
    expect(dependency(withRoute({ destination_cidr_block: "192.168.0.0/16" }).prove(), "s3").verdict).toBe("proved");
  });

  it("breaks with a route for the same prefix list", () => {
    const fixture = withRoute({ destination_prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}" });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({
      code: "route-more-specific",
      path: "aws_route.other",
    });
  });

  it("holds with a prefix list of private addresses, and is unknown with any other", () => {
    const fixture = withRoute({ destination_prefix_list_id: "${aws_ec2_managed_prefix_list.own.id}" });
    fixture.add("aws_ec2_managed_prefix_list.own", { entry: [{ cidr: "10.0.0.0/8" }, { cidr: "192.168.0.0/16" }] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    for (const entry of [[{ cidr: "52.216.0.0/15" }], "${var.entries}"]) {
      fixture.set("aws_ec2_managed_prefix_list.own", { entry });
      expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "route-more-specific-unknown" });
    }
  });

  it("is unknown with a route of a variable, and with a route that may be in the table", () => {
    const destination = withRoute({ destination_cidr_block: "${var.cidr}" });
    expect(dependency(destination.prove(), "s3").issue).toMatchObject({ path: "aws_route.other" });
    const table = withRoute({ destination_cidr_block: "52.216.0.0/15", route_table_id: "${var.table}" });
    expect(dependency(table.prove(), "s3").issue).toMatchObject({ path: "aws_route.other" });
  });

  it("holds with a route for IPv6", () => {
    expect(dependency(withRoute({ destination_ipv6_cidr_block: "::/0" }).prove(), "s3").verdict).toBe("proved");
  });

  it("is unknown with a route for public addresses", () => {
    const { issue } = dependency(withRoute({ destination_cidr_block: "52.216.0.0/15" }).prove(), "s3");
    expect(issue).toMatchObject({ code: "route-more-specific-unknown", path: "aws_route.other" });
  });
});

describe("G9: a gateway endpoint serves its own VPC only", () => {
  it("breaks where the endpoint is in a VPC beside", () => {
    const fixture = isolatedNetwork().add("aws_vpc.hub", { cidr_block: "10.9.0.0/16" });
    fixture.set(S3, { vpc_id: "${aws_vpc.hub.id}", route_table_ids: [] });
    fixture.add("aws_vpc_peering_connection.hub", {
      vpc_id: "${aws_vpc.main.id}",
      peer_vpc_id: "${aws_vpc.hub.id}",
      auto_accept: true,
    });
    const { issue } = dependency(fixture.prove(), "s3");
    expect(issue?.problem).toContain("aws_vpc_endpoint.s3 is in aws_vpc.hub");
    expect(issue?.why).toContain("nor through peering");
  });
});

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
});

describe("a way out in place of an endpoint", () => {
  function withNat(): TerraformFixture {
    return withNatGateway(isolatedNetwork())
      .remove("aws_vpc_endpoint.logs")
      .add("aws_vpc_security_group_egress_rule.https", rule("task", { cidr_ipv4: "0.0.0.0/0" }));
  }

  it("counts a NAT gateway in a public subnet", () => {
    expect(hop(withNat().prove(), "logs", "route")).toContain("the NAT gateway aws_nat_gateway.main");
    expect(dependency(withNat().prove(), "logs").verdict).toBe("proved");
  });

  it("counts no NAT gateway in a subnet without an internet gateway, and no private one", () => {
    const isolated = withNat().remove("aws_route_table_association.public");
    expect(dependency(isolated.prove(), "logs").issue?.code).toBe("endpoint-missing");
    const isPrivate = withNat().set("aws_nat_gateway.main", { connectivity_type: "private" });
    expect(dependency(isPrivate.prove(), "logs").issue?.code).toBe("endpoint-missing");
  });

  it("needs every subnet of the task", () => {
    const fixture = withNat().remove("aws_route_table_association.app_b");
    expect(dependency(fixture.prove(), "logs").verdict).toBe("broken");
  });

  it("needs a rule that lets the call out to public addresses", () => {
    const fixture = withNat().remove("aws_vpc_security_group_egress_rule.https");
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "task-egress-missing" });
  });

  it("needs the network ACL of the NAT gateway's subnet", () => {
    const entry = (port: number, to: number) => ({
      ...{ rule_no: 100, action: "allow", protocol: "tcp", from_port: port, to_port: to, cidr_block: "0.0.0.0/0" },
    });
    const fixture = withNat().add("aws_network_acl.public", {
      ...{ vpc_id: "${aws_vpc.main.id}", subnet_ids: ["${aws_subnet.public.id}"] },
      ingress: [entry(443, 65535)],
      egress: [entry(443, 65535)],
    });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.set("aws_network_acl.public", { egress: [entry(443, 443)] });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl.public",
    });
  });

  it("is none over a peer, whose gateways nobody else uses", () => {
    const fixture = withNat().set("aws_route.nat", { nat_gateway_id: undefined, vpc_peering_connection_id: "pcx-0" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-missing" });
  });

  it("is unknown where a more specific route takes public addresses elsewhere", () => {
    const fixture = withNat().add("aws_route.partner", {
      ...{
        route_table_id: "${aws_route_table.app.id}",
        destination_cidr_block: "52.0.0.0/8",
        transit_gateway_id: "tgw-0",
      },
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ path: "aws_route.partner" });
  });

  it("takes an egress rule for public addresses for a possible one", () => {
    const fixture = withNat().set("aws_vpc_security_group_egress_rule.https", { cidr_ipv4: "52.0.0.0/8" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "task-egress-unknown" });
    fixture.set("aws_vpc_security_group_egress_rule.https", { cidr_ipv4: "10.0.0.0/8" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "task-egress-missing" });
  });

  it("does not count where the host name leads to an endpoint that the task cannot reach", () => {
    const fixture = withNat();
    fixture.add("aws_vpc_endpoint.logs", {
      ...fixture.at("aws_vpc_endpoint.ecr_api"),
      service_name: "com.amazonaws.eu-west-1.logs",
    });
    fixture.set("aws_vpc_security_group_ingress_rule.endpoint", { from_port: 80, to_port: 80 });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-ingress-missing");
  });

  it("counts an internet gateway for a task with a public address only", () => {
    const fixture = withNat().set("aws_route.nat", {
      nat_gateway_id: undefined,
      gateway_id: "${aws_internet_gateway.main.id}",
    });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("broken");
    fixture.set("aws_ecs_service.orders", {
      network_configuration: [
        {
          subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
          security_groups: ["${aws_security_group.task.id}"],
          assign_public_ip: true,
        },
      ],
    });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("is unknown over a transit gateway", () => {
    const fixture = withNat().set("aws_route.nat", { nat_gateway_id: undefined, transit_gateway_id: "tgw-0" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "way-out-unknown", path: "aws_vpc.main" });
  });

  it("makes registries on the internet reachable", () => {
    const fixture = withNat();
    const text = String(fixture.at("aws_ecs_task_definition.orders")["container_definitions"]);
    fixture.set("aws_ecs_task_definition.orders", {
      container_definitions: text.replace(/"image":"[^"]+"/, '"image":"nginx:1.29"'),
    });
    expect(fixture.prove().verdict).toBe("proved");
    fixture.remove("aws_route.nat");
    expect(issuesWith(fixture.prove(), "registry-unreachable")).toHaveLength(1);
    expect(fixture.prove().verdict).toBe("broken");
  });
});
