import { describe, expect, it } from "vitest";
import { attachment, withTransitHub, withTransitTables } from "../support/endpoint-hub";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const GATEWAY = "aws_ec2_transit_gateway.hub";
const SPOKE = "aws_ec2_transit_gateway_vpc_attachment.main";
const HUB = "aws_ec2_transit_gateway_vpc_attachment.hub";
const TABLE = "aws_ec2_transit_gateway_route_table.main";

const PROPAGATION = "aws_ec2_transit_gateway_route_table_propagation";

const OF_GATEWAY = { transit_gateway_id: `\${${GATEWAY}.id}` };
/** What an attachment does by itself goes by hand instead. */
const BY_HAND = { transit_gateway_default_route_table_propagation: false };

const issueOf = (fixture: TerraformFixture) => dependency(fixture.prove(), "logs").issue;

/** A provider that another account may have. */
const OTHER = { alias: "other", region: "eu-west-1" };

describe("a transit gateway", () => {
  it("leads from one attached VPC to the other, and back", () => {
    expect(hop(withTransitTables().prove(), "logs", "route")).toBe(
      `proved: ${GATEWAY} leads to aws_vpc.hub; ${GATEWAY} leads to aws_vpc.main`,
    );
  });

  it.each([
    ["the whole hub", "10.1.0.0/16"],
    ["more than the hub", "10.0.0.0/8"],
  ])("leads by a route that is written down, to %s", (_, destination) => {
    const fixture = withTransitTables()
      .remove("aws_ec2_transit_gateway_route_table_propagation.main")
      .add("aws_ec2_transit_gateway_route.hub", {
        ...{ destination_cidr_block: destination, transit_gateway_attachment_id: `\${${HUB}.id}` },
        transit_gateway_route_table_id: `\${${TABLE}.id}`,
      });
    expect(issueOf(fixture)).toBeUndefined();
  });

  it("leads by a route to a prefix list", () => {
    const fixture = withTransitTables()
      .remove("aws_ec2_transit_gateway_route_table_propagation.main")
      .add("aws_ec2_managed_prefix_list.hub", {
        max_entries: 1,
        address_family: "IPv4",
        entry: [{ cidr: "10.1.0.0/16" }],
      })
      .add("aws_ec2_transit_gateway_prefix_list_reference.hub", {
        prefix_list_id: "${aws_ec2_managed_prefix_list.hub.id}",
        transit_gateway_attachment_id: `\${${HUB}.id}`,
        transit_gateway_route_table_id: `\${${TABLE}.id}`,
      });
    expect(issueOf(fixture)).toBeUndefined();
  });

  it.each([SPOKE, HUB])("leads nowhere without an attachment: %s", (address) => {
    expect(issueOf(withTransitHub().remove(address))).toMatchObject({
      code: "transit-gateway-attachment-missing",
      path: GATEWAY,
      problem: expect.stringContaining(`${GATEWAY}, to which aws_route.to_hub leads`),
    });
  });

  it("is reached only from zones in which the attachment has a subnet", () => {
    const fixture = withTransitHub().set(SPOKE, { subnet_ids: ["${aws_subnet.app_b.id}"] });
    expect(issueOf(fixture)).toMatchObject({
      code: "transit-gateway-zone-missing",
      path: SPOKE,
      fix: `add a subnet in eu-west-1a to subnet_ids of ${SPOKE}`,
    });
  });

  it("drops what comes from an attachment without a route table", () => {
    const fixture = withTransitHub().set(SPOKE, { transit_gateway_default_route_table_association: false });
    expect(issueOf(fixture)).toMatchObject({ code: "transit-gateway-association-missing", path: SPOKE });
  });

  it("drops what its route table does not lead on", () => {
    const fixture = withTransitTables().remove("aws_ec2_transit_gateway_route_table_propagation.main");
    expect(issueOf(fixture)).toMatchObject({
      code: "transit-gateway-route-missing",
      path: TABLE,
      problem: `the route table ${TABLE} of the transit gateway has no route to 10.1.1.0/24 of aws_vpc.hub`,
    });
  });

  it.each<[string, (network: TerraformFixture) => TerraformFixture, string]>([
    [
      "a VPN connection",
      (network) =>
        network.add("aws_vpn_connection.office", OF_GATEWAY).add(`${PROPAGATION}.office`, {
          transit_gateway_attachment_id: "${aws_vpn_connection.office.transit_gateway_attachment_id}",
          transit_gateway_route_table_id: `\${${TABLE}.id}`,
        }),
      `${PROPAGATION}.office`,
    ],
    [
      "a Connect attachment, by itself",
      (network) => {
        network.set(GATEWAY, { default_route_table_propagation: "enable" });
        network.add("aws_ec2_transit_gateway_default_route_table_propagation.own", {
          ...OF_GATEWAY,
          transit_gateway_route_table_id: `\${${TABLE}.id}`,
        });
        for (const address of [SPOKE, HUB]) network.set(address, BY_HAND);
        return network.add("aws_ec2_transit_gateway_connect.office", OF_GATEWAY);
      },
      "aws_ec2_transit_gateway_connect.office",
    ],
  ])("may learn a route there from %s, so that it is not known to drop anything", (_, change, path) => {
    const network = withTransitTables().remove(`${PROPAGATION}.main`);
    expect(issueOf(change(network))).toMatchObject({ code: "vpc-route-unknown", path });
  });

  it("learns no route from what keeps its routes to itself", () => {
    const network = withTransitTables()
      .remove(`${PROPAGATION}.main`)
      .add("aws_vpn_connection.office", OF_GATEWAY)
      .add("aws_vpn_connection.branch", { ...OF_GATEWAY, static_routes_only: true })
      .add("aws_ec2_transit_gateway_connect.office", {
        ...OF_GATEWAY,
        transit_gateway_default_route_table_propagation: false,
      });
    expect(issueOf(network)).toMatchObject({ code: "transit-gateway-route-missing", path: TABLE });
  });

  it("takes another table for what it does by itself, where it is told so", () => {
    const told = (table: string) =>
      withTransitHub()
        .add("aws_ec2_transit_gateway_route_table.other", { transit_gateway_id: `\${${GATEWAY}.id}` })
        .add("aws_ec2_transit_gateway_default_route_table_association.own", {
          transit_gateway_id: `\${${GATEWAY}.id}`,
          transit_gateway_route_table_id: table,
        });
    const other = "${aws_ec2_transit_gateway_route_table.other.id}";
    expect(issueOf(told(other))).toMatchObject({
      code: "transit-gateway-route-missing",
      path: "aws_ec2_transit_gateway_route_table.other",
    });
    const both = told(other).add("aws_ec2_transit_gateway_default_route_table_propagation.own", {
      transit_gateway_id: `\${${GATEWAY}.id}`,
      transit_gateway_route_table_id: other,
    });
    expect(issueOf(both)).toBeUndefined();
  });

  it.each<[string, (network: TerraformFixture) => TerraformFixture, string]>([
    [
      "is elsewhere",
      (network) => network.set("aws_route.to_hub", { transit_gateway_id: "tgw-0123456789abcdef0" }),
      "tgw-0123456789abcdef0",
    ],
    ["has attachments of VPCs that only Terraform knows", (network) => network.set(HUB, { vpc_id: "${var.vpc}" }), HUB],
    [
      "is told by a variable whether it associates",
      (network) => network.set(GATEWAY, { default_route_table_association: "${var.mode}" }),
      SPOKE,
    ],
    [
      "has a route to somebody in between",
      (network) =>
        network
          .add("aws_vpc.inspection", { cidr_block: "10.7.0.0/16" })
          .add("aws_ec2_transit_gateway_vpc_attachment.inspection", attachment("inspection", []))
          .add("aws_ec2_transit_gateway_route.inspection", inspected()),
      "aws_ec2_transit_gateway_route.inspection",
    ],
    [
      "may have to accept the attachment of another account",
      (network) => network.set(HUB, { provider: "aws.other" }),
      HUB,
    ],
  ])("is not known to lead there where it %s", (_, change, path) => {
    const fixture = withTransitHub();
    fixture.json["provider"] = { aws: [{ region: "eu-west-1" }, { ...OTHER, profile: "network" }] };
    expect(issueOf(change(fixture))).toMatchObject({ code: "vpc-route-unknown", path });
  });

  it("accepts the attachment of another account by a resource", () => {
    const fixture = withTransitHub()
      .set(HUB, { provider: "aws.other" })
      .add("aws_ec2_transit_gateway_vpc_attachment_accepter.hub", { transit_gateway_attachment_id: `\${${HUB}.id}` });
    fixture.json["provider"] = { aws: [{ region: "eu-west-1" }, { ...OTHER, profile: "network" }] };
    expect(issueOf(fixture)).toBeUndefined();
  });

  it.each([
    ["of the environment", {}, {}],
    ["of one profile", { profile: "network" }, { profile: "network" }],
  ])("accepts by itself what another provider attaches with the credentials %s", (_of, own, other) => {
    const fixture = withTransitHub().set(HUB, { provider: "aws.other" });
    fixture.json["provider"] = {
      aws: [
        { region: "eu-west-1", ...own },
        { ...OTHER, ...other },
      ],
    };
    expect(issueOf(fixture)).toBeUndefined();
  });

  it("is left for something else by a route in the subnets of the hub's attachment", () => {
    const fixture = withTransitHub()
      .add("aws_subnet.gate", {
        vpc_id: "${aws_vpc.hub.id}",
        cidr_block: "10.1.9.0/28",
        availability_zone: "eu-west-1a",
      })
      .add("aws_subnet.gate_b", {
        vpc_id: "${aws_vpc.hub.id}",
        cidr_block: "10.1.9.16/28",
        availability_zone: "eu-west-1b",
      })
      .set(HUB, { subnet_ids: ["${aws_subnet.gate.id}", "${aws_subnet.gate_b.id}"] })
      .add("aws_route_table.gate", {
        vpc_id: "${aws_vpc.hub.id}",
        route: [{ cidr_block: "10.1.1.0/24", vpc_endpoint_id: "vpce-0123456789abcdef0" }],
      })
      .add("aws_route_table_association.gate", {
        ...{ subnet_id: "${aws_subnet.gate.id}", route_table_id: "${aws_route_table.gate.id}" },
      });
    expect(issueOf(fixture)).toMatchObject({ code: "route-detour-unknown", path: "aws_route_table.gate" });
  });
});

function inspected(): Block {
  return {
    destination_cidr_block: "10.1.0.0/16",
    transit_gateway_attachment_id: "${aws_ec2_transit_gateway_vpc_attachment.inspection.id}",
    transit_gateway_route_table_id: `\${${GATEWAY}.association_default_route_table_id}`,
  };
}
