import { isolatedNetwork, rule } from "./isolated-network";
import type { Block, TerraformFixture } from "./terraform-fixture";

/** The zones of a hub, by the service to whose endpoint each leads: its name, and the name of its record. */
export const HUB_ZONES: Readonly<Record<string, readonly [zone: string, record: string]>> = {
  ecr_api: ["api.ecr.eu-west-1.amazonaws.com", ""],
  ecr_dkr: ["dkr.ecr.eu-west-1.amazonaws.com", "*"],
  logs: ["logs.eu-west-1.amazonaws.com", ""],
};

/** The subnets of the hub, one in each zone of the tasks. */
const HUB_SUBNETS = ["hub_a", "hub_b"] as const;

/**
 * The network with its interface endpoints in another VPC, to which zones lead that both VPCs see. The VPCs are peered. S3
 * stays where the tasks are.
 */
export function withEndpointHub(): TerraformFixture {
  const network = isolatedNetwork()
    .add("aws_vpc.hub", { cidr_block: "10.1.0.0/16", enable_dns_hostnames: true })
    .add("aws_route_table.hub", { vpc_id: "${aws_vpc.hub.id}" })
    .add("aws_security_group.hub", { vpc_id: "${aws_vpc.hub.id}" })
    .add("aws_vpc_security_group_ingress_rule.hub", rule("hub", { cidr_ipv4: "10.0.0.0/16" }))
    .add("aws_vpc_security_group_egress_rule.hub", rule("task", { cidr_ipv4: "10.1.0.0/16" }))
    .add("aws_vpc_peering_connection.hub", {
      vpc_id: "${aws_vpc.main.id}",
      peer_vpc_id: "${aws_vpc.hub.id}",
      auto_accept: true,
    })
    .add("aws_route.to_hub", over("peering", "app", "10.1.0.0/16"))
    .add("aws_route.to_spoke", over("peering", "hub", "10.0.0.0/16"));
  HUB_SUBNETS.forEach((name, index) => {
    const zone = `eu-west-1${name.at(-1)}`;
    network
      .add(`aws_subnet.${name}`, {
        vpc_id: "${aws_vpc.hub.id}",
        cidr_block: `10.1.${index + 1}.0/24`,
        availability_zone: zone,
      })
      .add(`aws_route_table_association.${name}`, {
        subnet_id: `\${aws_subnet.${name}.id}`,
        route_table_id: "${aws_route_table.hub.id}",
      });
  });
  for (const [service, [name, record]] of Object.entries(HUB_ZONES)) {
    network
      .set(`aws_vpc_endpoint.${service}`, {
        vpc_id: "${aws_vpc.hub.id}",
        private_dns_enabled: false,
        subnet_ids: HUB_SUBNETS.map((subnet) => `\${aws_subnet.${subnet}.id}`),
        security_group_ids: ["${aws_security_group.hub.id}"],
      })
      .add(`aws_route53_zone.${service}`, { name, vpc: [{ vpc_id: "${aws_vpc.hub.id}" }] })
      .add(`aws_route53_zone_association.${service}`, {
        zone_id: `\${aws_route53_zone.${service}.zone_id}`,
        vpc_id: "${aws_vpc.main.id}",
      })
      .add(`aws_route53_record.${service}`, { ...alias(service), name: record });
  }
  return network;
}

/** The same, with a transit gateway in place of the peering connection. */
export function withTransitHub(): TerraformFixture {
  return withEndpointHub()
    .remove("aws_vpc_peering_connection.hub")
    .add("aws_ec2_transit_gateway.hub", {})
    .add("aws_ec2_transit_gateway_vpc_attachment.main", attachment("main", ["app_a", "app_b"]))
    .add("aws_ec2_transit_gateway_vpc_attachment.hub", attachment("hub", HUB_SUBNETS))
    .add("aws_route.to_hub", over("transit", "app", "10.1.0.0/16"))
    .add("aws_route.to_spoke", over("transit", "hub", "10.0.0.0/16"));
}

/** The same, with route tables of its own for the attachments, one for each side. */
export function withTransitTables(): TerraformFixture {
  const network = withTransitHub().set("aws_ec2_transit_gateway.hub", {
    default_route_table_association: "disable",
    default_route_table_propagation: "disable",
  });
  for (const [from, to] of [
    ["main", "hub"],
    ["hub", "main"],
  ]) {
    const table = `\${aws_ec2_transit_gateway_route_table.${from}.id}`;
    network
      .add(`aws_ec2_transit_gateway_route_table.${from}`, { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" })
      .add(`aws_ec2_transit_gateway_route_table_association.${from}`, {
        transit_gateway_attachment_id: `\${aws_ec2_transit_gateway_vpc_attachment.${from}.id}`,
        transit_gateway_route_table_id: table,
      })
      .add(`aws_ec2_transit_gateway_route_table_propagation.${from}`, {
        transit_gateway_attachment_id: `\${aws_ec2_transit_gateway_vpc_attachment.${to}.id}`,
        transit_gateway_route_table_id: table,
      });
  }
  return network;
}

/** The attachment of a VPC to the transit gateway. */
export function attachment(vpc: string, subnets: readonly string[]): Block {
  return {
    transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
    vpc_id: `\${aws_vpc.${vpc}.id}`,
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
  };
}

/** A route to the other VPC. */
export function over(connection: "peering" | "transit", table: string, destination: string): Block {
  return {
    route_table_id: `\${aws_route_table.${table}.id}`,
    destination_cidr_block: destination,
    ...(connection === "peering"
      ? { vpc_peering_connection_id: "${aws_vpc_peering_connection.hub.id}" }
      : { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" }),
  };
}

/** A record that leads to an endpoint. */
export function alias(service: string): Block {
  const endpoint = `aws_vpc_endpoint.${service}`;
  return {
    zone_id: `\${aws_route53_zone.${service}.zone_id}`,
    type: "A",
    alias: [{ name: `\${${endpoint}.dns_entry[0].dns_name}`, zone_id: `\${${endpoint}.dns_entry[0].hosted_zone_id}` }],
  };
}
