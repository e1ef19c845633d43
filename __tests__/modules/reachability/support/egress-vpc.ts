import { attachment } from "./endpoint-hub";
import { isolatedNetwork, rule } from "./isolated-network";
import type { Block, TerraformFixture } from "./terraform-fixture";

/** The zones of the tasks. */
const ZONES = ["a", "b"] as const;

const TO_TRANSIT = { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" };

/** How a network has its route tables of the transit gateway. */
export type Tables = "default" | "own";

/**
 * The network without its endpoint for logs: calls to it leave by a transit gateway, to a NAT gateway in each zone of an egress
 * VPC. The endpoints that are left stay where they are.
 *
 * @param tables `"own"`: a route table for each side, with routes that are written down and propagated; `"default"`: one for
 * both, as the transit gateway makes it
 */
export function withEgressVpc(tables: Tables = "own"): TerraformFixture {
  const network = isolatedNetwork()
    .remove("aws_vpc_endpoint.logs")
    .add("aws_vpc_security_group_egress_rule.https", rule("task", { cidr_ipv4: "0.0.0.0/0" }))
    .add("aws_route.out", route("app", "0.0.0.0/0", TO_TRANSIT))
    .add("aws_vpc.egress", { cidr_block: "10.9.0.0/16" })
    .add("aws_internet_gateway.egress", { vpc_id: "${aws_vpc.egress.id}" })
    .add("aws_route_table.public", { vpc_id: "${aws_vpc.egress.id}" })
    .add("aws_route.internet", route("public", "0.0.0.0/0", { gateway_id: "${aws_internet_gateway.egress.id}" }))
    .add("aws_route.back", route("public", "10.0.0.0/8", TO_TRANSIT))
    .add("aws_ec2_transit_gateway_vpc_attachment.main", attachment("main", ["app_a", "app_b"]))
    .add("aws_ec2_transit_gateway_vpc_attachment.egress", attachment("egress", ["gate_a", "gate_b"]));
  for (const [index, zone] of ZONES.entries()) addZone(network, zone, index);
  return tables === "own" ? addOwnTables(network) : addDefaultTable(network);
}

function addZone(network: TerraformFixture, zone: string, index: number): void {
  network
    .add(`aws_subnet.gate_${zone}`, inEgress(`10.9.${index}.0/28`, zone))
    .add(`aws_subnet.public_${zone}`, inEgress(`10.9.${index + 10}.0/24`, zone))
    .add(`aws_nat_gateway.${zone}`, {
      subnet_id: `\${aws_subnet.public_${zone}.id}`,
      allocation_id: `eipalloc-${index}`,
    })
    .add(`aws_route_table.gate_${zone}`, { vpc_id: "${aws_vpc.egress.id}" })
    .add(
      `aws_route.nat_${zone}`,
      route(`gate_${zone}`, "0.0.0.0/0", { nat_gateway_id: `\${aws_nat_gateway.${zone}.id}` }),
    )
    .add(`aws_route_table_association.gate_${zone}`, associated(`gate_${zone}`, `gate_${zone}`))
    .add(`aws_route_table_association.public_${zone}`, associated(`public_${zone}`, "public"));
}

function addOwnTables(network: TerraformFixture): TerraformFixture {
  network.add("aws_ec2_transit_gateway.hub", {
    default_route_table_association: "disable",
    default_route_table_propagation: "disable",
  });
  for (const side of ["main", "egress"]) {
    network
      .add(`aws_ec2_transit_gateway_route_table.${side}`, TO_TRANSIT)
      .add(`aws_ec2_transit_gateway_route_table_association.${side}`, ofTable(side, side));
  }
  return network
    .add("aws_ec2_transit_gateway_route.out", { ...ofTable("egress", "main"), destination_cidr_block: "0.0.0.0/0" })
    .add("aws_ec2_transit_gateway_route_table_propagation.back", ofTable("main", "egress"));
}

function addDefaultTable(network: TerraformFixture): TerraformFixture {
  return network.add("aws_ec2_transit_gateway.hub", {}).add("aws_ec2_transit_gateway_route.out", {
    destination_cidr_block: "0.0.0.0/0",
    transit_gateway_attachment_id: "${aws_ec2_transit_gateway_vpc_attachment.egress.id}",
    transit_gateway_route_table_id: "${aws_ec2_transit_gateway.hub.association_default_route_table_id}",
  });
}

/** An attachment, and a route table of the transit gateway. */
export function ofTable(attached: string, table: string): Block {
  return {
    transit_gateway_attachment_id: `\${aws_ec2_transit_gateway_vpc_attachment.${attached}.id}`,
    transit_gateway_route_table_id: `\${aws_ec2_transit_gateway_route_table.${table}.id}`,
  };
}

/** A route of a table, with its target. */
export function route(table: string, destination: string, target: Block): Block {
  return {
    route_table_id: `\${aws_route_table.${table}.id}`,
    destination_cidr_block: destination,
    ...target,
  };
}

/** A subnet with a route table. */
export function associated(subnet: string, table: string): Block {
  return { subnet_id: `\${aws_subnet.${subnet}.id}`, route_table_id: `\${aws_route_table.${table}.id}` };
}

/** A subnet of the egress VPC. */
export function inEgress(cidrBlock: string, zone: string): Block {
  return { vpc_id: "${aws_vpc.egress.id}", cidr_block: cidrBlock, availability_zone: `eu-west-1${zone}` };
}
