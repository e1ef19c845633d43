import { describe, expect, it } from "vitest";
import { over, withEndpointHub, withTransitHub, withTransitTables } from "./support/endpoint-hub";
import { interfaceEndpoint, rule } from "./support/isolated-network";
import { type Block, dependency, issuesOf, type TerraformFixture } from "./support/terraform-fixture";

/** One thing that is wrong with a hub. */
interface HubFault {
  readonly name: string;
  /** @default - the VPCs are peered */
  readonly hub?: () => TerraformFixture;
  readonly breaks: (network: TerraformFixture) => unknown;
  /** @default "logs" */
  readonly service?: string;
  readonly code: string;
  /** Address of the resource at fault. */
  readonly path: string;
}

const PEERING = "aws_vpc_peering_connection.hub";
const SPOKE_TABLE = "aws_route_table.app";
const HUB_TABLE = "aws_route_table.hub";
const GATEWAY = "aws_ec2_transit_gateway.hub";
const DEFAULT_TABLE = `${GATEWAY}.association_default_route_table_id`;
const ATTACHED_SPOKE = "aws_ec2_transit_gateway_vpc_attachment.main";
const ATTACHED_HUB = "aws_ec2_transit_gateway_vpc_attachment.hub";

const ALL = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
const DENY = { ...ALL, rule_no: 1, action: "deny" };

const withAcl = (vpc: string, subnet: string, rules: Block) => (network: TerraformFixture) =>
  network.add("aws_network_acl.own", {
    ...{ vpc_id: `\${aws_vpc.${vpc}.id}`, subnet_ids: [`\${aws_subnet.${subnet}.id}`] },
    ...{ ingress: [ALL], egress: [ALL], ...rules },
  });

/** The transit gateway with subnets of their own for the attachment of one VPC, and a network ACL there. */
const withGateAcl = (vpc: "main" | "hub", rules: Block) => (network: TerraformFixture) => {
  const block = vpc === "main" ? "10.0.99" : "10.1.99";
  const names = ["gate_a", "gate_b"].map((name, index) => {
    network.add(`aws_subnet.${name}`, {
      ...{ vpc_id: `\${aws_vpc.${vpc}.id}`, availability_zone: `eu-west-1${name.at(-1)}` },
      cidr_block: `${block}.${index * 16}/28`,
    });
    return `\${aws_subnet.${name}.id}`;
  });
  network.set(`aws_ec2_transit_gateway_vpc_attachment.${vpc}`, { subnet_ids: names });
  network.add("aws_network_acl.own", {
    ...{ vpc_id: `\${aws_vpc.${vpc}.id}`, subnet_ids: names },
    ...{ ingress: [ALL], egress: [ALL], ...rules },
  });
};

const FAULTS: readonly HubFault[] = [
  {
    name: "the zone is not associated with the VPC of the task",
    breaks: (network) => network.remove("aws_route53_zone_association.logs"),
    code: "hosted-zone-not-associated",
    path: "aws_route53_zone.logs",
  },
  {
    name: "the zone has the service's short name",
    breaks: (network) => network.set("aws_route53_zone.ecr_api", { name: "ecr.api.eu-west-1.amazonaws.com" }),
    service: "ecr.api",
    code: "hosted-zone-name-wrong",
    path: "aws_route53_zone.ecr_api",
  },
  {
    name: "the record has no wildcard, below which registries are",
    breaks: (network) => network.set("aws_route53_record.ecr_dkr", { name: "" }),
    service: "ecr.dkr",
    code: "hosted-zone-record-wrong",
    path: "aws_route53_record.ecr_dkr",
  },
  {
    name: "the record leads to the endpoint of another service",
    breaks: (network) =>
      network.set("aws_route53_record.logs", {
        alias: network.at("aws_route53_record.ecr_api")["alias"],
      }),
    code: "hosted-zone-endpoint-wrong",
    path: "aws_route53_record.logs",
  },
  {
    name: "the endpoint is for another Region",
    breaks: (network) => network.set("aws_vpc_endpoint.logs", { service_name: "com.amazonaws.us-east-1.logs" }),
    code: "hosted-zone-endpoint-wrong",
    path: "aws_route53_record.logs",
  },
  {
    name: "private DNS is left on beside the zone",
    breaks: (network) => network.set("aws_vpc_endpoint.logs", { private_dns_enabled: true }),
    code: "private-dns-conflict",
    path: "aws_route53_zone.logs",
  },
  {
    name: "DNS support is off where the task is",
    breaks: (network) => network.set("aws_vpc.main", { enable_dns_support: false }),
    code: "vpc-dns-support-off",
    path: "aws_vpc.main",
  },
  {
    name: "no route leads to the hub",
    breaks: (network) => network.remove("aws_route.to_hub"),
    code: "vpc-route-missing",
    path: SPOKE_TABLE,
  },
  {
    name: "no route leads back",
    breaks: (network) => network.remove("aws_route.to_spoke"),
    code: "vpc-route-missing",
    path: HUB_TABLE,
  },
  {
    name: "one subnet of the endpoint has a route table without a route back",
    breaks: (network) => network.remove("aws_route_table_association.hub_b"),
    code: "vpc-route-missing",
    path: "aws_vpc.hub.default_route_table_id",
  },
  {
    name: "the route leads to another block",
    breaks: (network) => network.set("aws_route.to_hub", { destination_cidr_block: "10.2.0.0/16" }),
    code: "vpc-route-missing",
    path: SPOKE_TABLE,
  },
  {
    name: "the route leads to the internet",
    breaks: (network) =>
      network.add("aws_internet_gateway.main", { vpc_id: "${aws_vpc.main.id}" }).add("aws_route.to_hub", {
        ...{ route_table_id: "${aws_route_table.app.id}", destination_cidr_block: "0.0.0.0/0" },
        gateway_id: "${aws_internet_gateway.main.id}",
      }),
    code: "vpc-route-missing",
    path: SPOKE_TABLE,
  },
  {
    name: "nobody accepts the peering connection",
    breaks: (network) => network.set(PEERING, { auto_accept: undefined }),
    code: "peering-not-accepted",
    path: PEERING,
  },
  {
    name: "the peering connection is one to a third VPC, behind which the hub is",
    breaks: (network) =>
      network.add("aws_vpc.third", { cidr_block: "10.3.0.0/16" }).set(PEERING, { peer_vpc_id: "${aws_vpc.third.id}" }),
    code: "vpc-route-elsewhere",
    path: "aws_route.to_hub",
  },
  {
    name: "the block of the hub is a part of the spoke's",
    breaks: (network) => network.set("aws_vpc.main", { cidr_block: "10.0.0.0/8" }),
    code: "vpc-blocks-overlap",
    path: "aws_vpc.main",
  },
  {
    name: "the task's security group does not let out to the hub",
    breaks: (network) => network.remove("aws_vpc_security_group_egress_rule.hub"),
    code: "task-egress-missing",
    path: "aws_security_group.task",
  },
  {
    name: "the endpoint's security group does not admit the block of the spoke",
    breaks: (network) =>
      network.add("aws_vpc_security_group_ingress_rule.hub", rule("hub", { cidr_ipv4: "10.9.0.0/16" })),
    code: "endpoint-ingress-missing",
    path: "aws_security_group.hub",
  },
  {
    name: "the network ACL of the task does not let the call out",
    breaks: withAcl("main", "app_a", { egress: [{ ...DENY, cidr_block: "10.1.0.0/16" }, ALL] }),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the network ACL of the task does not let the answer in",
    breaks: withAcl("main", "app_a", { ingress: [{ ...DENY, cidr_block: "10.1.0.0/16" }, ALL] }),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the network ACL of the endpoint does not let the call in",
    breaks: withAcl("hub", "hub_a", { ingress: [{ ...ALL, cidr_block: "10.1.0.0/16" }] }),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the network ACL of the endpoint does not let the answer out",
    breaks: withAcl("hub", "hub_a", { egress: [{ ...ALL, cidr_block: "10.1.0.0/16" }] }),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the policy of the endpoint asks for the VPC of the task, and the requests come through that of the hub",
    breaks: (network) =>
      network.set("aws_vpc_endpoint.logs", {
        policy: JSON.stringify({
          Statement: [
            {
              ...{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" },
              Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } },
            },
          ],
        }),
      }),
    code: "endpoint-policy-refuses",
    path: "aws_vpc_endpoint.logs",
  },
  {
    name: "the gateway endpoint of S3 is in the hub only",
    breaks: (network) => network.set("aws_vpc_endpoint.s3", { vpc_id: "${aws_vpc.hub.id}", route_table_ids: [] }),
    service: "s3",
    code: "endpoint-missing",
    path: "aws_vpc.main",
  },
  {
    name: "the spoke is not attached",
    hub: withTransitHub,
    breaks: (network) => network.remove(ATTACHED_SPOKE),
    code: "transit-gateway-attachment-missing",
    path: GATEWAY,
  },
  {
    name: "the hub is not attached",
    hub: withTransitHub,
    breaks: (network) => network.remove(ATTACHED_HUB),
    code: "transit-gateway-attachment-missing",
    path: GATEWAY,
  },
  {
    name: "the spoke is attached in one zone of the task only",
    hub: withTransitHub,
    breaks: (network) => network.set(ATTACHED_SPOKE, { subnet_ids: ["${aws_subnet.app_a.id}"] }),
    code: "transit-gateway-zone-missing",
    path: ATTACHED_SPOKE,
  },
  {
    name: "the hub is attached in one zone of the endpoint only",
    hub: withTransitHub,
    breaks: (network) => network.set(ATTACHED_HUB, { subnet_ids: ["${aws_subnet.hub_b.id}"] }),
    code: "transit-gateway-zone-missing",
    path: ATTACHED_HUB,
  },
  {
    name: "the transit gateway associates nothing by itself",
    hub: withTransitHub,
    breaks: (network) => network.set(GATEWAY, { default_route_table_association: "disable" }),
    code: "transit-gateway-association-missing",
    path: ATTACHED_SPOKE,
  },
  {
    name: "the hub propagates nothing",
    hub: withTransitHub,
    breaks: (network) => network.set(ATTACHED_HUB, { transit_gateway_default_route_table_propagation: false }),
    code: "transit-gateway-route-missing",
    path: DEFAULT_TABLE,
  },
  {
    name: "a route drops what goes to the hub",
    hub: withTransitHub,
    breaks: (network) =>
      network.add("aws_ec2_transit_gateway_route.drop", {
        ...{ destination_cidr_block: "10.1.0.0/16", blackhole: true },
        transit_gateway_route_table_id: `\${${DEFAULT_TABLE}}`,
      }),
    code: "transit-gateway-route-missing",
    path: "aws_ec2_transit_gateway_route.drop",
  },
  {
    name: "the attachment of the hub is associated with no route table",
    hub: withTransitTables,
    breaks: (network) => network.remove("aws_ec2_transit_gateway_route_table_association.hub"),
    code: "transit-gateway-association-missing",
    path: ATTACHED_HUB,
  },
  {
    name: "the attachment of the spoke propagates to no route table of the hub",
    hub: withTransitTables,
    breaks: (network) => network.remove("aws_ec2_transit_gateway_route_table_propagation.hub"),
    code: "transit-gateway-route-missing",
    path: "aws_ec2_transit_gateway_route_table.hub",
  },
  {
    name: "no route leads to the transit gateway",
    hub: withTransitHub,
    breaks: (network) => network.remove("aws_route.to_hub"),
    code: "vpc-route-missing",
    path: SPOKE_TABLE,
  },
  {
    name: "a rule names the security group of the task, which nobody sees over a transit gateway",
    hub: withTransitHub,
    breaks: (network) =>
      network.add(
        "aws_vpc_security_group_ingress_rule.hub",
        rule("hub", { referenced_security_group_id: "${aws_security_group.task.id}" }),
      ),
    code: "endpoint-ingress-missing",
    path: "aws_security_group.hub",
  },
  {
    name: "the network ACL of the spoke's attachment does not let the call in",
    hub: withTransitHub,
    breaks: withGateAcl("main", { ingress: [] }),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the network ACL of the hub's attachment does not let the answer in",
    hub: withTransitHub,
    breaks: withGateAcl("hub", { ingress: [{ ...DENY, protocol: "tcp", from_port: 1024, to_port: 65535 }, ALL] }),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
];

describe("endpoints in another VPC", () => {
  it.each([
    ["by a peering connection", withEndpointHub],
    ["by a transit gateway", withTransitHub],
    ["by a transit gateway with a route table for each side", withTransitTables],
  ])("are reached %s, and nothing is found", (_, hub) => {
    const proof = hub().prove();
    expect(issuesOf(proof)).toEqual([]);
    expect(proof.verdict).toBe("proved");
  });

  it.each(FAULTS)("are not reached where $name", ({ hub = withEndpointHub, breaks, service = "logs", code, path }) => {
    const network = hub();
    breaks(network);
    const proof = network.prove();
    expect(proof.verdict).toBe("broken");
    expect(dependency(proof, service).issue).toMatchObject({ code, path });
  });

  it.each<[string, (network: TerraformFixture) => unknown]>([
    [
      "an accepter",
      (network) =>
        network.set(PEERING, { auto_accept: undefined }).add("aws_vpc_peering_connection_accepter.hub", {
          ...{ vpc_peering_connection_id: `\${${PEERING}.id}`, auto_accept: true },
        }),
    ],
    [
      "routes that name the accepter",
      (network) =>
        network
          .set(PEERING, { auto_accept: false })
          .add("aws_vpc_peering_connection_accepter.hub", {
            ...{ vpc_peering_connection_id: `\${${PEERING}.id}`, auto_accept: true },
          })
          .set("aws_route.to_spoke", { vpc_peering_connection_id: "${aws_vpc_peering_connection_accepter.hub.id}" }),
    ],
    [
      "rules that name the security group of the other VPC, within a Region",
      (network) =>
        network
          .add(
            "aws_vpc_security_group_ingress_rule.hub",
            rule("hub", { referenced_security_group_id: "${aws_security_group.task.id}" }),
          )
          .add(
            "aws_vpc_security_group_egress_rule.hub",
            rule("task", { referenced_security_group_id: "${aws_security_group.hub.id}" }),
          ),
    ],
    [
      "a NAT gateway beside the way",
      (network) =>
        network
          .add("aws_nat_gateway.main", { subnet_id: "${aws_subnet.app_a.id}", connectivity_type: "private" })
          .add("aws_route.nat", {
            ...{ route_table_id: "${aws_route_table.app.id}", destination_cidr_block: "0.0.0.0/0" },
            nat_gateway_id: "${aws_nat_gateway.main.id}",
          }),
    ],
    [
      "routes to the single subnets",
      (network) =>
        network
          .add("aws_route.to_hub", over("peering", "app", "10.1.1.0/24"))
          .add("aws_route.to_hub_b", over("peering", "app", "10.1.2.0/24")),
    ],
    [
      "private DNS on, where the zone is that of the spoke alone",
      (network) =>
        network
          .set("aws_vpc_endpoint.logs", { private_dns_enabled: true })
          .remove("aws_route53_zone_association.logs")
          .set("aws_route53_zone.logs", { vpc: [{ vpc_id: "${aws_vpc.main.id}" }] }),
    ],
    [
      "a service that the task has beside it",
      (network) =>
        network.add("aws_vpc_endpoint.sqs", {
          ...interfaceEndpoint("sqs"),
          vpc_id: "${aws_vpc.hub.id}",
          subnet_ids: [],
        }),
    ],
  ])("are reached with %s", (_, change) => {
    const network = withEndpointHub();
    change(network);
    expect(dependency(network.prove(), "logs").issue).toBeUndefined();
  });
});
