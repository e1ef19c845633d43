import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule, withNatGateway } from "../support/isolated-network";
import { type Block, dependency, hop, issuesWith, TerraformFixture } from "../support/terraform-fixture";

const S3 = "aws_vpc_endpoint.s3";
const APP = "${aws_route_table.app.id}";
const NAT = "${aws_nat_gateway.main.id}";
const IN_APP = ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"];
const ALL = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };

/** A network with a NAT gateway, out to which the task's security group lets all. */
function withNat(): TerraformFixture {
  return withNatGateway(isolatedNetwork()).add(
    "aws_vpc_security_group_egress_rule.https",
    rule("task", { cidr_ipv4: "0.0.0.0/0" }),
  );
}

function routed(fixture: TerraformFixture, ...routes: readonly Block[]): TerraformFixture {
  for (const [index, route] of routes.entries()) fixture.add(`aws_route.r${index}`, { route_table_id: APP, ...route });
  return fixture;
}

const split = (fixture: TerraformFixture) =>
  routed(
    fixture.remove("aws_route.nat"),
    { destination_cidr_block: "0.0.0.0/1", nat_gateway_id: NAT },
    { destination_cidr_block: "128.0.0.0/1", nat_gateway_id: NAT },
  );

const withAclOfNat = (fixture: TerraformFixture, egress: readonly Block[]) =>
  fixture.add("aws_network_acl.public", {
    ...{ vpc_id: "${aws_vpc.main.id}", subnet_ids: ["${aws_subnet.public.id}"] },
    ...{ ingress: [ALL], egress },
  });

describe("a gateway endpoint of which nobody knows the tables", () => {
  const NAT_ROUTE = { destination_cidr_block: "0.0.0.0/0", nat_gateway_id: NAT };

  it("may stand in the table of each subnet of the task: a way out that is shut does not decide", () => {
    const network = withNat()
      .set(S3, { route_table_ids: "${var.tables}" })
      .add("aws_route_table.other", { vpc_id: "${aws_vpc.main.id}" })
      .add("aws_route.other", { route_table_id: "${aws_route_table.other.id}", ...NAT_ROUTE })
      .set("aws_route_table_association.app_b", { route_table_id: "${aws_route_table.other.id}" });
    const { verdict, issue } = dependency(withAclOfNat(network, []).prove(), "s3");
    expect([verdict, issue?.code]).toEqual(["unknown", "gateway-route-unknown"]);
    network.set(S3, { route_table_ids: [] });
    expect(dependency(network.prove(), "s3").issue?.code).toBe("network-acl-blocks");
  });
});

describe("a gateway endpoint that stands in no table of the task", () => {
  const beside = () => withNat().set(S3, { route_table_ids: [] });

  it("leaves the call to the way out, every hop of which counts", () => {
    expect(dependency(beside().prove(), "s3").verdict).toBe("proved");
    expect(hop(beside().prove(), "s3", "route")).toContain("the NAT gateway aws_nat_gateway.main");
    expect(dependency(withAclOfNat(beside(), []).prove(), "s3").issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl.public",
    });
  });

  it("asks nothing of the VPC's host names, nor of the policy of the endpoint", () => {
    const fixture = beside().set("aws_vpc.main", { enable_dns_hostnames: false });
    fixture.set(S3, { policy: JSON.stringify({ Statement: [] }) });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("leaves it to an internet gateway as well, with a public address", () => {
    const fixture = beside().set("aws_vpc.main", { enable_dns_hostnames: false });
    fixture.set("aws_route.nat", { nat_gateway_id: undefined, gateway_id: "${aws_internet_gateway.main.id}" });
    fixture.set("aws_ecs_service.orders", {
      network_configuration: {
        ...{ subnets: IN_APP, security_groups: ["${aws_security_group.task.id}"], assign_public_ip: true },
      },
    });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("is a warning of its own", () => {
    expect(issuesWith(beside().prove(), "gateway-endpoint-unrouted")).toMatchObject([{ path: S3 }]);
    expect(issuesWith(withNat().prove(), "gateway-endpoint-unrouted")).toEqual([]);
    const elsewhere = withNat().set(S3, { route_table_ids: ["${aws_vpc.main.main_route_table_id}"] });
    expect(issuesWith(elsewhere.prove(), "gateway-endpoint-unrouted")).toEqual([]);
  });

  it("is broken where there is no way out", () => {
    const { issue } = dependency(isolatedNetwork().set(S3, { route_table_ids: [] }).prove(), "s3");
    expect(issue).toMatchObject({ code: "gateway-route-missing", path: S3 });
  });
});

describe("a default route in parts", () => {
  it("is a way out, for a service without an endpoint and for one with a gateway endpoint elsewhere", () => {
    const fixture = split(withNat()).remove("aws_vpc_endpoint.logs").set(S3, { route_table_ids: [] });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("leaves the addresses of a service to its gateway endpoint, whose list is more specific", () => {
    expect(hop(split(withNat()).prove(), "s3", "route")).toBe(
      "proved: aws_route_table.app leads to aws_vpc_endpoint.s3",
    );
  });

  it("may be in any parts, with a prefix list among them, that cover what services have", () => {
    const fixture = routed(
      withNat().remove("aws_route.nat").remove("aws_vpc_endpoint.logs"),
      { destination_cidr_block: "0.0.0.0/2", nat_gateway_id: NAT },
      { destination_prefix_list_id: "${aws_ec2_managed_prefix_list.rest.id}", nat_gateway_id: NAT },
    );
    fixture.add("aws_ec2_managed_prefix_list.rest", { entry: [{ cidr: "64.0.0.0/2" }, { cidr: "128.0.0.0/1" }] });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("is open where a part leads nowhere, and broken where each does", () => {
    const half = split(withNat()).remove("aws_vpc_endpoint.logs").remove("aws_route.r1");
    expect(dependency(half.prove(), "logs").verdict).toBe("unknown");
    half.set("aws_nat_gateway.main", { connectivity_type: "private" });
    expect(dependency(half.prove(), "logs").verdict).toBe("broken");
  });

  it("serves where an endpoint has no private DNS", () => {
    const silent = split(withNat()).set("aws_vpc_endpoint.logs", { private_dns_enabled: false });
    expect(dependency(silent.prove(), "logs").verdict).toBe("proved");
  });
});

describe("private DNS that is not known", () => {
  const vague = (fixture: TerraformFixture) =>
    fixture.set("aws_vpc_endpoint.logs", { private_dns_enabled: "${var.dns}" });

  it("does not matter where the call arrives either way, or on neither", () => {
    expect(dependency(vague(withNat()).prove(), "logs").verdict).toBe("proved");
    const closed = vague(isolatedNetwork()).remove("aws_vpc_security_group_ingress_rule.endpoint");
    expect(dependency(closed.prove(), "logs").issue?.code).toBe("endpoint-ingress-missing");
  });

  it("is open where it arrives on one of the two", () => {
    const closed = vague(withNat()).remove("aws_vpc_security_group_ingress_rule.endpoint");
    expect(dependency(closed.prove(), "logs").issue?.code).toBe("private-dns-unknown");
    expect(dependency(vague(isolatedNetwork()).prove(), "logs").issue?.code).toBe("private-dns-unknown");
  });
});

describe("an endpoint of which a part is not known", () => {
  const INSIDE = rule("task", { cidr_ipv4: "10.0.0.0/16" });
  const narrow = (endpoint: Block) =>
    withNat().add("aws_vpc_security_group_egress_rule.https", INSIDE).set("aws_vpc_endpoint.logs", endpoint);

  it.each([
    ["its type", { vpc_endpoint_type: "${var.type}" }],
    ["its service", { service_name: "${var.service}" }],
    ["its VPC", { vpc_id: "${var.vpc}" }],
  ])("may answer, so that what the way out lacks breaks nothing: %s", (_, endpoint) => {
    expect(dependency(narrow(endpoint).prove(), "logs").issue?.code).toBe("endpoint-unknown");
  });

  it("does not matter where the task lets nothing out, or where the way out works", () => {
    const closed = narrow({ vpc_endpoint_type: "${var.type}" });
    for (const name of ["endpoint", "https"]) closed.remove(`aws_vpc_security_group_egress_rule.${name}`);
    expect(dependency(closed.prove(), "logs").verdict).toBe("broken");
    const open = narrow({ vpc_endpoint_type: "${var.type}" }).add(
      "aws_vpc_security_group_egress_rule.https",
      rule("task", { cidr_ipv4: "0.0.0.0/0" }),
    );
    expect(dependency(open.prove(), "logs").verdict).toBe("proved");
  });

  it("may be there in a VPC that is not created here", () => {
    const elsewhere = narrow({}).remove("aws_vpc_endpoint.logs").remove("aws_vpc.main");
    const text = JSON.stringify(elsewhere.json).replaceAll("aws_vpc.main", "data.aws_vpc.main");
    const fixture = new TerraformFixture(JSON.parse(text)).add("data.aws_vpc.main", {
      id: "vpc-1",
      cidr_block: "10.0.0.0/16",
      enable_dns_hostnames: true,
      enable_dns_support: true,
    });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-unknown");
  });
});

describe("an unknown on the way to the choice", () => {
  it("makes a call unknown, and not broken, where a zone may lead it elsewhere", () => {
    const fixture = isolatedNetwork()
      .remove("aws_vpc_endpoint.logs")
      .add("aws_route53_zone.logs", { name: "logs.eu-west-1.amazonaws.com", vpc: { vpc_id: "${aws_vpc.main.id}" } });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("unknown");
  });

  it("is none where other DNS servers are asked and both ways work or neither", () => {
    const asked = (fixture: TerraformFixture) =>
      fixture
        .add("aws_vpc_dhcp_options.own", { domain_name_servers: ["192.168.0.53"] })
        .add("aws_vpc_dhcp_options_association.own", {
          ...{ vpc_id: "${aws_vpc.main.id}", dhcp_options_id: "${aws_vpc_dhcp_options.own.id}" },
        })
        .remove("aws_vpc_security_group_ingress_rule.endpoint");
    expect(dependency(asked(withNat()).prove(), "logs").issue?.code).toBe("dns-servers-unknown");
    expect(dependency(asked(isolatedNetwork()).prove(), "logs").issue?.code).toBe("endpoint-ingress-missing");
  });
});

describe("subnets of a task with ways of their own", () => {
  const perZone = () =>
    withNat()
      .remove("aws_vpc_endpoint.logs")
      .add("aws_subnet.public_b", { ...isolatedNetwork().at("aws_subnet.app_b"), cidr_block: "10.0.22.0/24" })
      .add("aws_route_table_association.public_b", {
        ...{ subnet_id: "${aws_subnet.public_b.id}", route_table_id: "${aws_route_table.public.id}" },
      })
      .add("aws_nat_gateway.b", { subnet_id: "${aws_subnet.public_b.id}", allocation_id: "eipalloc-0" })
      .add("aws_route_table.b", {
        vpc_id: "${aws_vpc.main.id}",
        route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "${aws_nat_gateway.b.id}" }],
      })
      .set("aws_route_table_association.app_b", { route_table_id: "${aws_route_table.b.id}" })
      .set(S3, { route_table_ids: [APP, "${aws_route_table.b.id}"] });

  it("meet the network ACL of their own NAT gateway only", () => {
    const of = (subnet: string, cidr: string) => ({
      ...{ vpc_id: "${aws_vpc.main.id}", subnet_ids: [`\${aws_subnet.${subnet}.id}`], egress: [ALL] },
      ingress: [
        { ...ALL, rule_no: 90, cidr_block: cidr },
        { ...ALL, rule_no: 95, action: "deny", cidr_block: "10.0.0.0/16" },
        ALL,
      ],
    });
    const fixture = perZone().add("aws_network_acl.a", of("public", "10.0.1.0/24"));
    fixture.add("aws_network_acl.b", of("public_b", "10.0.2.0/24"));
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.set("aws_network_acl.b", of("public_b", "10.0.1.0/24"));
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "network-acl-blocks" });
  });

  it("are proved together, with the resources of each way", () => {
    const proof = perZone().prove();
    expect(hop(proof, "logs", "route")).toContain("aws_nat_gateway.main; ");
    expect(hop(proof, "logs", "route")).toContain("aws_nat_gateway.b");
  });
});

describe("the answers that a NAT gateway sends back", () => {
  it("are not proved where a route of its subnet leads them elsewhere", () => {
    const fixture = withNat()
      .remove("aws_vpc_endpoint.logs")
      .add("aws_route.back", {
        route_table_id: "${aws_route_table.public.id}",
        ...{ destination_cidr_block: "10.0.1.0/24", network_interface_id: "eni-0" },
      });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "route-detour-unknown",
      path: "aws_route.back",
    });
  });
});

describe("a route that takes some addresses of a service", () => {
  const via = (target: Block) =>
    routed(withNat().remove("aws_vpc_endpoint.logs"), { destination_cidr_block: "52.0.0.0/8", ...target });

  it("does not matter where it leads to the same", () => {
    expect(dependency(via({ nat_gateway_id: NAT }).prove(), "logs").verdict).toBe("proved");
    expect(dependency(via({ nat_gateway_id: NAT }).prove(), "s3").verdict).toBe("proved");
  });

  it("leaves it open where it leads nowhere", () => {
    expect(dependency(via({ vpc_peering_connection_id: "pcx-0" }).prove(), "logs").issue).toMatchObject({
      ...{ code: "route-more-specific-unknown", path: "aws_route.r0" },
    });
  });

  it("is none for addresses that are examples, or for benchmarks", () => {
    const fixture = routed(
      withNat().remove("aws_vpc_endpoint.logs"),
      { destination_cidr_block: "203.0.113.0/24", transit_gateway_id: "tgw-0" },
      { destination_cidr_block: "198.18.0.0/15", transit_gateway_id: "tgw-0" },
    );
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });

  it("does not matter with an unknown destination, where it leads to the same", () => {
    const vague = (target: Block) =>
      routed(withNat().remove("aws_vpc_endpoint.logs"), { destination_cidr_block: "${var.block}", ...target });
    expect(dependency(vague({ nat_gateway_id: NAT }).prove(), "logs").verdict).toBe("proved");
    expect(dependency(vague({ transit_gateway_id: "tgw-0" }).prove(), "logs").verdict).toBe("unknown");
  });
});
