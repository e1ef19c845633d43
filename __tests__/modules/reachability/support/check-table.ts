import { interfaceEndpoint, policy, rule } from "./isolated-network";
import type { Block, TerraformFixture } from "./terraform-fixture";

/** One thing that has to be so for calls to arrive. */
export interface Check {
  readonly name: string;
  /** Changes the network that works, and it goes on working. */
  readonly holds?: (network: TerraformFixture) => void;
  readonly breaks: (network: TerraformFixture) => void;
  readonly code: string;
  /** Address of the resource at fault. */
  readonly path: string;
  /** @default "broken" */
  readonly verdict?: "broken" | "unknown" | "proved";
}

const VPC = "aws_vpc.main";
const LOGS = "aws_vpc_endpoint.logs";
const S3 = "aws_vpc_endpoint.s3";
const INGRESS = "aws_vpc_security_group_ingress_rule.endpoint";
const EGRESS = "aws_vpc_security_group_egress_rule.endpoint";
const EGRESS_S3 = "aws_vpc_security_group_egress_rule.s3";
const LAYERS = "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*";
const ALL = { rule_no: 1, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
const INSIDE = { ...ALL, cidr_block: "10.0.0.0/16" };

const allow = (action: string, more: Block = {}) =>
  policy({ Effect: "Allow", Principal: "*", Action: action, Resource: "*", ...more });

const withAcl = (rules: readonly Block[]) => (network: TerraformFixture) =>
  network.add("aws_network_acl.own", {
    vpc_id: "${aws_vpc.main.id}",
    subnet_ids: ["${aws_subnet.app_a.id}"],
    ...{ ingress: rules, egress: rules },
  });

const withEndpoints = (count: number, type: string) => (network: TerraformFixture) => {
  network.add("aws_vpc_endpoint.many", {
    ...{ vpc_id: "${aws_vpc.main.id}", vpc_endpoint_type: type, count },
    service_name: "com.amazonaws.eu-west-1.dynamodb",
  });
};

const otherVpc = (network: TerraformFixture) => network.add("aws_vpc.other", { cidr_block: "10.9.0.0/16" });

/** What has to be so for calls to arrive, each with a change of the network that breaks it. */
export const CHECKS: readonly Check[] = [
  {
    name: "an interface endpoint of the service is in the VPC of the task",
    breaks: (network) => network.remove(LOGS),
    code: "endpoint-missing",
    path: VPC,
  },
  {
    name: "private DNS is on, or a private hosted zone answers",
    breaks: (network) => network.set(LOGS, { private_dns_enabled: false }),
    code: "private-dns-off",
    path: LOGS,
  },
  {
    name: "DNS support and DNS host names of the VPC are on",
    holds: (network) => network.set(VPC, { enable_dns_support: true }),
    breaks: (network) => network.set(VPC, { enable_dns_support: false }),
    code: "vpc-dns-support-off",
    path: VPC,
  },
  {
    name: "the VPC asks Amazon's DNS server",
    breaks: (network) => {
      network.add("aws_vpc_dhcp_options.own", { domain_name_servers: ["192.168.0.53"] });
      network.add("aws_vpc_dhcp_options_association.own", {
        vpc_id: "${aws_vpc.main.id}",
        dhcp_options_id: "${aws_vpc_dhcp_options.own.id}",
      });
    },
    code: "dns-servers-unknown",
    path: "aws_vpc_dhcp_options.own",
    verdict: "unknown",
  },
  {
    name: "the endpoint's security group admits the task",
    holds: (network) => network.add(INGRESS, rule("endpoint", { cidr_ipv4: "10.0.0.0/16" })),
    breaks: (network) => network.remove(INGRESS),
    code: "endpoint-ingress-missing",
    path: "aws_security_group.endpoint",
  },
  {
    name: "the task's security group lets the call out to the endpoint",
    holds: (network) => network.add(EGRESS, rule("task", { cidr_ipv4: "10.0.0.0/16" })),
    breaks: (network) => network.remove(EGRESS),
    code: "task-egress-missing",
    path: "aws_security_group.task",
  },
  {
    name: "network ACLs let the call and its answer pass",
    holds: withAcl([ALL]),
    breaks: withAcl([]),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the endpoint has a subnet",
    breaks: (network) => network.set(LOGS, { subnet_ids: [] }),
    code: "endpoint-subnet-missing",
    path: LOGS,
  },
  {
    name: "the endpoint has a subnet in each zone of the task, or it is a warning",
    breaks: (network) => network.set(LOGS, { subnet_ids: ["${aws_subnet.endpoint_a.id}"] }),
    code: "endpoint-outside-task-zone",
    path: LOGS,
    verdict: "proved",
  },
  {
    name: "the endpoint has one subnet for each zone",
    breaks: (network) => network.set(LOGS, { subnet_ids: ["${aws_subnet.endpoint_a.id}", "${aws_subnet.app_a.id}"] }),
    code: "endpoint-subnets-share-zone",
    path: LOGS,
  },
  {
    name: "the service is offered in each zone of the endpoint",
    holds: (network) =>
      network.add("data.aws_vpc_endpoint_service.logs", {
        service: "logs",
        availability_zones: ["eu-west-1a", "eu-west-1b"],
      }),
    breaks: (network) =>
      network.add("data.aws_vpc_endpoint_service.logs", { service: "logs", availability_zones: ["eu-west-1a"] }),
    code: "endpoint-zone-not-offered",
    path: LOGS,
  },
  {
    name: "the policy of an interface endpoint admits action, resource and principal",
    holds: (network) => network.set(LOGS, { policy: allow("logs:*") }),
    breaks: (network) => network.set(LOGS, { policy: allow("logs:PutLogEvents") }),
    code: "endpoint-policy-refuses",
    path: LOGS,
  },
  {
    name: "no second endpoint of the VPC has private DNS for the name",
    holds: (network) =>
      network.add("aws_vpc_endpoint.again", { ...interfaceEndpoint("logs"), private_dns_enabled: false }),
    breaks: (network) => network.add("aws_vpc_endpoint.again", interfaceEndpoint("logs")),
    code: "private-dns-conflict",
    path: "aws_vpc_endpoint.again",
  },
  {
    name: "the subnets of the endpoint are not shared by another account",
    breaks: (network) => {
      network.add("data.aws_caller_identity.own", { account_id: "111111111111" });
      network.add("data.aws_subnet.shared", {
        ...{ id: "subnet-0123456789abcdef0", owner_id: "222222222222", vpc_id: "${aws_vpc.main.id}" },
        ...{ availability_zone: "eu-west-1c", cidr_block: "10.0.13.0/24" },
      });
      network.set(LOGS, { subnet_ids: ["${aws_subnet.endpoint_a.id}", "${data.aws_subnet.shared.id}"] });
    },
    code: "endpoint-subnet-shared",
    path: LOGS,
  },
  {
    name: "a VPC has at most 50 interface endpoints, unless the quota is raised",
    holds: withEndpoints(47, "Interface"),
    breaks: withEndpoints(48, "Interface"),
    code: "endpoint-quota",
    path: "aws_vpc_endpoint.many[47]",
    verdict: "proved",
  },
  {
    name: "an endpoint policy has at most 20,480 characters",
    holds: (network) => network.set(LOGS, { policy: allow("*", { Sid: "x".repeat(20_000) }) }),
    breaks: (network) => network.set(LOGS, { policy: allow("*", { Sid: "x".repeat(20_480) }) }),
    code: "endpoint-policy-too-long",
    path: LOGS,
  },
  {
    name: "the address type of the endpoint fits its subnets and the task",
    holds: (network) => network.set(LOGS, { ip_address_type: "ipv4" }),
    breaks: (network) => network.set(LOGS, { ip_address_type: "dualstack" }),
    code: "endpoint-address-type",
    path: LOGS,
  },
  {
    name: "a gateway endpoint of the service is in the VPC, for the Region of the bucket",
    breaks: (network) => network.set(S3, { service_name: "com.amazonaws.us-east-1.s3" }),
    code: "endpoint-in-other-region",
    path: S3,
  },
  {
    name: "the gateway endpoint is in the route table that counts for each subnet of the task",
    breaks: (network) => network.remove("aws_route_table_association.app_b"),
    code: "gateway-route-missing",
    path: S3,
  },
  {
    name: "a route table has one gateway endpoint of a service",
    breaks: (network) => network.add("aws_vpc_endpoint.again", { ...network.at(S3) }),
    code: "gateway-route-duplicate",
    path: "aws_vpc_endpoint.again",
  },
  {
    name: "no route is more specific than the gateway endpoint's",
    breaks: (network) =>
      network.add("aws_route.own", {
        ...{ route_table_id: "${aws_route_table.app.id}", network_interface_id: "eni-0123456789abcdef0" },
        destination_prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}",
      }),
    code: "route-more-specific",
    path: "aws_route.own",
  },
  {
    name: "the task's security group lets the call out to the prefix list of the service",
    holds: (network) => network.add(EGRESS_S3, rule("task", { cidr_ipv4: "0.0.0.0/0" })),
    breaks: (network) => network.remove(EGRESS_S3),
    code: "task-egress-prefix-list-missing",
    path: "aws_security_group.task",
  },
  {
    name: "network ACLs let calls to the public addresses of the service pass",
    holds: withAcl([ALL]),
    breaks: withAcl([INSIDE]),
    code: "network-acl-blocks",
    path: "aws_network_acl.own",
  },
  {
    name: "the principal in the policy of a gateway endpoint is everybody",
    holds: (network) => network.set(S3, { policy: allow("s3:*", { Principal: { AWS: "*" } }) }),
    breaks: (network) => network.set(S3, { policy: allow("s3:*", { Principal: { AWS: "123456789012" } }) }),
    code: "gateway-policy-principal",
    path: S3,
  },
  {
    name: "the policy of a gateway endpoint admits the buckets that the task needs",
    holds: (network) => network.set(S3, { policy: allow("s3:GetObject", { Resource: LAYERS }) }),
    breaks: (network) => network.set(S3, { policy: allow("s3:GetObject", { Resource: "arn:aws:s3:::orders/*" }) }),
    code: "endpoint-policy-refuses",
    path: S3,
  },
  {
    name: "DNS host names of the VPC are on for a gateway endpoint as well",
    breaks: (network) => network.set(VPC, { enable_dns_hostnames: false }),
    code: "vpc-dns-hostnames-off",
    path: VPC,
  },
  {
    name: "a gateway endpoint is in the VPC itself, not in one that is peered",
    breaks: (network) => {
      otherVpc(network).set(S3, { vpc_id: "${aws_vpc.other.id}", route_table_ids: [] });
      network.add("aws_vpc_peering_connection.other", {
        vpc_id: "${aws_vpc.main.id}",
        peer_vpc_id: "${aws_vpc.other.id}",
      });
    },
    code: "endpoint-missing",
    path: VPC,
  },
  {
    name: "a Region has at most 20 gateway endpoints, unless the quota is raised",
    holds: withEndpoints(19, "Gateway"),
    breaks: withEndpoints(20, "Gateway"),
    code: "endpoint-quota",
    path: "aws_vpc_endpoint.many[19]",
    verdict: "proved",
  },
];
