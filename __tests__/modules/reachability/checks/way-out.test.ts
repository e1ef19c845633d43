import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { dependency, hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

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

  it("counts a NAT gateway in gateway_id, which AWS takes as well", () => {
    const gateway = { nat_gateway_id: undefined, gateway_id: "${aws_nat_gateway.main.id}" };
    const fixture = withNat().set("aws_route.nat", gateway);
    expect(hop(fixture.prove(), "logs", "route")).toContain("the NAT gateway aws_nat_gateway.main");
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.remove("aws_route_table_association.public");
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("way-out-broken");
  });

  it("takes the id of a NAT gateway for one in either argument", () => {
    const over = (argument: string) =>
      withNat()
        .set("aws_route.nat", { nat_gateway_id: undefined, [argument]: "nat-0123456789abcdef0" })
        .prove();
    expect(over("gateway_id")).toEqual(over("nat_gateway_id"));
  });

  it("counts an internet gateway in the place of a NAT gateway, which needs a public address", () => {
    const gateway = "${aws_internet_gateway.main.id}";
    const fixture = withNat().set("aws_route.nat", { nat_gateway_id: gateway });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("way-out-broken");
  });

  it("counts no NAT gateway in a subnet without an internet gateway, and no private one", () => {
    const isolated = withNat().remove("aws_route_table_association.public");
    expect(dependency(isolated.prove(), "logs").issue?.code).toBe("way-out-broken");
    const isPrivate = withNat().set("aws_nat_gateway.main", { connectivity_type: "private" });
    expect(dependency(isPrivate.prove(), "logs").issue?.code).toBe("way-out-broken");
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
