import { isolatedNetwork } from "./isolated-network";
import type { Block, TerraformFixture } from "./terraform-fixture";

/** The zones of a hub, by the service to whose endpoint each leads: its name, and the name of its record. */
export const HUB_ZONES: Readonly<Record<string, readonly [zone: string, record: string]>> = {
  ecr_api: ["api.ecr.eu-west-1.amazonaws.com", ""],
  ecr_dkr: ["dkr.ecr.eu-west-1.amazonaws.com", "*"],
  logs: ["logs.eu-west-1.amazonaws.com", ""],
};

/** The network with its interface endpoints in another VPC, to which zones lead that both VPCs see. */
export function withEndpointHub(): TerraformFixture {
  const network = isolatedNetwork()
    .add("aws_vpc.hub", { cidr_block: "10.1.0.0/16", enable_dns_hostnames: true })
    .add("aws_subnet.hub", { vpc_id: "${aws_vpc.hub.id}", cidr_block: "10.1.1.0/24", availability_zone: "eu-west-1a" })
    .add("aws_security_group.hub", { vpc_id: "${aws_vpc.hub.id}" })
    .add("aws_vpc_peering_connection.hub", { vpc_id: "${aws_vpc.main.id}", peer_vpc_id: "${aws_vpc.hub.id}" })
    .add("aws_route.hub", {
      route_table_id: "${aws_route_table.app.id}",
      destination_cidr_block: "10.1.0.0/16",
      vpc_peering_connection_id: "${aws_vpc_peering_connection.hub.id}",
    })
    .add("aws_vpc_security_group_egress_rule.hub", {
      security_group_id: "${aws_security_group.task.id}",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
      cidr_ipv4: "10.1.0.0/16",
    });
  for (const [service, [name, record]] of Object.entries(HUB_ZONES)) {
    const endpoint = `aws_vpc_endpoint.${service}`;
    network
      .set(endpoint, {
        vpc_id: "${aws_vpc.hub.id}",
        private_dns_enabled: false,
        subnet_ids: ["${aws_subnet.hub.id}"],
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

/** A record that leads to an endpoint. */
export function alias(service: string): Block {
  const endpoint = `aws_vpc_endpoint.${service}`;
  return {
    zone_id: `\${aws_route53_zone.${service}.zone_id}`,
    type: "A",
    alias: [{ name: `\${${endpoint}.dns_entry[0].dns_name}`, zone_id: `\${${endpoint}.dns_entry[0].hosted_zone_id}` }],
  };
}
