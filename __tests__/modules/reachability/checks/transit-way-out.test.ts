import { describe, expect, it } from "vitest";
import { ofTable, route, withEgressVpc } from "../support/egress-vpc";
import { attachment } from "../support/endpoint-hub";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const GATEWAY = "aws_ec2_transit_gateway.hub";
const SPOKE = "aws_ec2_transit_gateway_vpc_attachment.main";
const EGRESS = "aws_ec2_transit_gateway_vpc_attachment.egress";
const OUT = "aws_ec2_transit_gateway_route.out";
const OF_GATEWAY = { transit_gateway_id: `\${${GATEWAY}.id}` };

/** Of a network with its own tables of the transit gateway, unless it has the default one. */
type Change = (network: TerraformFixture) => unknown;

function logsOf(change: Change = () => undefined, tables?: "default") {
  const network = withEgressVpc(tables ?? "own");
  change(network);
  return dependency(network.prove(), "logs");
}

/** Another attachment in the place of that of the egress VPC. */
const leadTo = (id: string) => (network: TerraformFixture) => network.set(OUT, { transit_gateway_attachment_id: id });

const overTarget = (address: string, target: Block) => (network: TerraformFixture) =>
  network.set(address, { nat_gateway_id: undefined, ...target });

/** Routes of a VPN connection, in the table by which the calls leave. */
const overVpn = (network: TerraformFixture) =>
  network.add("aws_vpn_connection.office", OF_GATEWAY).add("aws_ec2_transit_gateway_route_table_propagation.office", {
    ...ofTable("main", "main"),
    transit_gateway_attachment_id: "${aws_vpn_connection.office.transit_gateway_attachment_id}",
  });

describe("the way out over a transit gateway and an egress VPC", () => {
  it.each(["own", "default"] as const)("leads to its NAT gateways, and back, with %s route tables", (tables) => {
    const proof = withEgressVpc(tables).prove();
    expect(proof.verdict).toBe("proved");
    expect(hop(proof, "logs", "route")).toBe(
      `proved: the call leaves over the NAT gateway aws_nat_gateway.a behind ${GATEWAY}; the call leaves over the NAT gateway aws_nat_gateway.b behind ${GATEWAY}`,
    );
  });

  it("names what is on the way, and on the way back", () => {
    const found = logsOf().hops.find((each) => each.hop === "route");
    expect(found?.resources).toEqual(
      expect.arrayContaining([
        "aws_route.out",
        SPOKE,
        OUT,
        EGRESS,
        "aws_route.nat_a",
        "aws_nat_gateway.a",
        "aws_route.back",
      ]),
    );
  });

  it.each<[string, Change]>([
    [
      "comes from another zone than the egress VPC is in",
      (network) => network.set(EGRESS, { subnet_ids: ["${aws_subnet.gate_a.id}"] }),
    ],
    ["may arrive in any zone of it", (network) => network.set(EGRESS, { appliance_mode_support: "enable" })],
    [
      "shares one NAT gateway",
      (network) =>
        network.remove("aws_nat_gateway.b").set("aws_route.nat_b", { nat_gateway_id: "${aws_nat_gateway.a.id}" }),
    ],
    [
      "finds a written route back",
      (network) =>
        network
          .remove("aws_ec2_transit_gateway_route_table_propagation.back")
          .add("aws_ec2_transit_gateway_route.back", {
            ...ofTable("main", "egress"),
            destination_cidr_block: "10.0.0.0/16",
          }),
    ],
    [
      "starts behind a private NAT gateway",
      (network) =>
        network
          .add("aws_subnet.routable", {
            vpc_id: "${aws_vpc.main.id}",
            cidr_block: "10.0.50.0/24",
            availability_zone: "eu-west-1a",
          })
          .add("aws_nat_gateway.private", { subnet_id: "${aws_subnet.routable.id}", connectivity_type: "private" })
          .add("aws_route_table.routable", {
            vpc_id: "${aws_vpc.main.id}",
            route: [{ cidr_block: "0.0.0.0/0", ...OF_GATEWAY }],
          })
          .add("aws_route_table_association.routable", {
            subnet_id: "${aws_subnet.routable.id}",
            route_table_id: "${aws_route_table.routable.id}",
          })
          .add("aws_route.out", route("app", "0.0.0.0/0", { nat_gateway_id: "${aws_nat_gateway.private.id}" })),
    ],
    [
      "passes a table that learns the office's routes without BGP",
      (network) => network.add("aws_vpn_connection.office", { ...OF_GATEWAY, static_routes_only: true }),
    ],
  ])("holds for what %s", (_, change) => {
    expect(logsOf(change)).toMatchObject({ verdict: "proved" });
  });

  it.each<[string, Change, string, string]>([
    ["the VPC is not attached", (network) => network.remove(SPOKE), GATEWAY, "aws_vpc.main is not attached"],
    [
      "the attachment is not in a zone of the task",
      (network) => network.set(SPOKE, { subnet_ids: ["${aws_subnet.app_a.id}"] }),
      SPOKE,
      "has no subnet in eu-west-1b",
    ],
    [
      "the attachment has no route table",
      (network) => network.remove("aws_ec2_transit_gateway_route_table_association.main"),
      SPOKE,
      "is associated with no route table",
    ],
    [
      "the route table leads no public addresses",
      (network) => network.remove(OUT),
      "aws_ec2_transit_gateway_route_table.main",
      "has no route for them",
    ],
    [
      "the route table drops them",
      (network) => network.set(OUT, { blackhole: true, transit_gateway_attachment_id: undefined }),
      OUT,
      "drops what aws_route.out leads",
    ],
    [
      "nothing leads on in one zone of the egress VPC",
      (network) => network.remove("aws_route.nat_b"),
      "aws_route_table.gate_b",
      "aws_route_table.gate_b has no route to a NAT gateway",
    ],
    [
      "the internet gateway is where a NAT gateway should be",
      overTarget("aws_route.nat_a", { gateway_id: "${aws_internet_gateway.egress.id}" }),
      "aws_route.nat_a",
      "nothing of that has a public address",
    ],
    [
      "the NAT gateway is in a subnet without an internet gateway",
      (network) => network.remove("aws_route.internet"),
      "aws_nat_gateway.a",
      "which is in aws_subnet.public_a, and no route leads from there to an internet gateway",
    ],
    [
      "the NAT gateway is where packets arrive",
      (network) => network.set("aws_nat_gateway.a", { subnet_id: "${aws_subnet.gate_a.id}" }),
      "aws_nat_gateway.a",
      "the attachment's own subnet",
    ],
    [
      "the NAT gateway is private",
      (network) => network.set("aws_nat_gateway.a", { connectivity_type: "private" }),
      "aws_nat_gateway.a",
      "which is private",
    ],
    [
      "no route leads back from the NAT gateway",
      (network) => network.remove("aws_route.back"),
      "aws_route_table.public",
      "to 10.0.1.0/24 of aws_vpc.main, which the answer over the NAT gateway aws_nat_gateway.a needs",
    ],
    [
      "no route of the transit gateway leads back",
      (network) => network.remove("aws_ec2_transit_gateway_route_table_propagation.back"),
      "aws_ec2_transit_gateway_route_table.egress",
      "has no route to 10.0.1.0/24 of aws_vpc.main",
    ],
    [
      "the attachment of the egress VPC has no route table",
      (network) => network.remove("aws_ec2_transit_gateway_route_table_association.egress"),
      EGRESS,
      "is associated with no route table",
    ],
    [
      "both VPCs have the addresses of the task",
      (network) => network.set("aws_vpc.egress", { cidr_block: "10.0.0.0/16" }),
      "aws_vpc.egress",
      "overlaps with 10.0.1.0/24",
    ],
  ])("leads nowhere where %s", (_, change, path, problem) => {
    expect(logsOf(change)).toMatchObject({
      verdict: "broken",
      issue: { code: "way-out-broken", path, problem: expect.stringContaining(problem) },
    });
  });

  it("names the route that the way back lacks as one over a transit gateway", () => {
    const { issue } = logsOf((network) => network.remove("aws_route.back"));
    expect(issue?.fix).toContain(
      "add a route to 10.0.1.0/24 to aws_route_table.public, over a transit gateway of both VPCs",
    );
  });

  it.each<[string, Change, string]>([
    [
      "the route names one by a variable",
      (network) => network.set("aws_route.out", { transit_gateway_id: "${var.hub}" }),
      "aws_route.out leads to ${var.hub}, and ${var.hub} is elsewhere",
    ],
    [
      "the egress VPC's attachment is looked up",
      leadTo("${data.aws_ec2_transit_gateway_vpc_attachment.egress.id}"),
      "data.aws_ec2_transit_gateway_vpc_attachment.egress",
    ],
    [
      "the egress VPC's attachment is written down",
      leadTo("tgw-attach-0123456789abcdef0"),
      "tgw-attach-0123456789abcdef0, which attaches no VPC in sight",
    ],
    [
      "another transit gateway comes next",
      (network) => {
        network.add("aws_ec2_transit_gateway_peering_attachment.next", OF_GATEWAY);
        leadTo("${aws_ec2_transit_gateway_peering_attachment.next.id}")(network);
      },
      "aws_ec2_transit_gateway_peering_attachment.next, which attaches no VPC in sight",
    ],
    ["the route leads back", leadTo(`\${${SPOKE}.id}`), `leads back to ${SPOKE}`],
    [
      "which VPC is attached is a variable",
      (network) => network.set(EGRESS, { vpc_id: "${var.vpc}" }),
      `what ${EGRESS} attaches is not known`,
    ],
    ["the subnets are a variable", (network) => network.set(EGRESS, { subnet_ids: "${var.subnets}" }), "var.subnets"],
    [
      "a firewall stands in between",
      overTarget("aws_route.nat_a", { vpc_endpoint_id: "vpce-0123456789abcdef0" }),
      "where aws_route.nat_a leads",
    ],
    [
      "the NAT gateway is elsewhere",
      overTarget("aws_route.nat_a", { nat_gateway_id: "nat-0123456789abcdef0" }),
      "nat-0123456789abcdef0 is elsewhere",
    ],
    [
      "only some zones lead on, and packets arrive in any",
      (network) => network.set(EGRESS, { appliance_mode_support: "enable" }).remove("aws_route.nat_b"),
      "aws_route_table.gate_b has no route to a NAT gateway",
    ],
    [
      "answers come back over a peering connection",
      (network) =>
        network
          .add("aws_vpc_peering_connection.both", {
            vpc_id: "${aws_vpc.main.id}",
            peer_vpc_id: "${aws_vpc.egress.id}",
            auto_accept: true,
          })
          .add(
            "aws_route.back",
            route("public", "10.0.0.0/8", { vpc_peering_connection_id: "${aws_vpc_peering_connection.both.id}" }),
          ),
      "a peering connection is for what starts in one of its VPCs",
    ],
    [
      "a private NAT gateway comes first, and the rest is elsewhere",
      (network) =>
        network
          .add("aws_nat_gateway.private", { subnet_id: "${aws_subnet.endpoint_a.id}", connectivity_type: "private" })
          .add("aws_route.out", route("app", "0.0.0.0/0", { nat_gateway_id: "${aws_nat_gateway.private.id}" }))
          .add("aws_route_table.endpoint", {
            vpc_id: "${aws_vpc.main.id}",
            route: [{ cidr_block: "0.0.0.0/0", transit_gateway_id: "tgw-0" }],
          })
          .add("aws_route_table_association.endpoint_a", {
            subnet_id: "${aws_subnet.endpoint_a.id}",
            route_table_id: "${aws_route_table.endpoint.id}",
          }),
      "tgw-0",
    ],
  ])("is not known where %s", (_, change, because) => {
    expect(logsOf(change)).toMatchObject({
      verdict: "unknown",
      issue: { code: "way-out-unknown", why: expect.stringContaining(because) },
    });
  });

  it("is not known over a transit gateway of somebody else", () => {
    const { issue } = logsOf((network) => {
      const elsewhere = { transit_gateway_id: "tgw-0123456789abcdef0" };
      for (const address of ["aws_route.out", "aws_route.back", SPOKE, EGRESS]) network.set(address, elsewhere);
    }, "default");
    expect(issue).toMatchObject({
      code: "way-out-unknown",
      why: expect.stringContaining(`the transit gateway of ${SPOKE} is elsewhere`),
    });
  });

  it.each<[string, Change, "default" | undefined]>([
    ["no other route", (network) => overVpn(network).remove(OUT), undefined],
    ["a default route", (network) => overVpn(network), undefined],
    [
      "a table for all, and no other route",
      (network) => network.add("aws_vpn_connection.office", OF_GATEWAY).remove(OUT),
      "default",
    ],
    [
      "a Direct Connect gateway, and no other route",
      (network) =>
        network.add("aws_dx_gateway_association.office", { associated_gateway_id: `\${${GATEWAY}.id}` }).remove(OUT),
      "default",
    ],
    [
      "a Direct Connect gateway of another account, and no other route",
      (network) => {
        const offered = { associated_gateway_id: `\${${GATEWAY}.id}` };
        network.add("aws_dx_gateway_association_proposal.office", offered).remove(OUT);
      },
      "default",
    ],
    [
      "a segment of Cloud WAN, and no other route",
      (network) => {
        const table = { transit_gateway_route_table_arn: "${aws_ec2_transit_gateway_route_table.main.arn}" };
        network.add("aws_networkmanager_transit_gateway_route_table_attachment.segment", table).remove(OUT);
      },
      undefined,
    ],
  ])("is not known where routes are learned by BGP beside %s", (_, change, tables) => {
    expect(logsOf(change, tables)).toMatchObject({ verdict: "unknown", issue: { code: "way-out-unknown" } });
  });

  it("leads nowhere by the network of a VPN that propagates to another table", () => {
    const change: Change = (network) => network.add("aws_vpn_connection.office", OF_GATEWAY).remove(OUT);
    expect(logsOf(change)).toMatchObject({ verdict: "broken" });
  });

  it("passes by an attachment of a third VPC", () => {
    const change: Change = (network) =>
      network
        .add("aws_vpc.other", { cidr_block: "10.77.0.0/16" })
        .add("aws_ec2_transit_gateway_vpc_attachment.other", attachment("other", []));
    expect(logsOf(change, "default")).toMatchObject({ verdict: "proved" });
  });

  it("makes registries and hosts on the internet reachable", () => {
    const network = withEgressVpc();
    const text = String(network.at("aws_ecs_task_definition.orders")["container_definitions"]);
    network.set("aws_ecs_task_definition.orders", {
      container_definitions: text.replace(/"image":"[^"]+"/, '"image":"nginx:1.29"'),
    });
    expect(network.prove().verdict).toBe("proved");
    expect(network.remove("aws_route.back").prove().verdict).toBe("broken");
  });
});
