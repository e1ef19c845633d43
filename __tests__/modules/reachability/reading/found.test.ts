import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules";
import { container, TRUST } from "../support/isolated-network";
import type { Block } from "../support/terraform-fixture";

const VPC = "vpc-0123456789abcdef0";
const ENDPOINT_GROUP = "sg-0123456789abcdef0";
const TASK_GROUP = "sg-0fedcba9876543210";
const everything = JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] });
const ROLE = "arn:aws:iam::123456789012:role/orders-execution";
const DEFINITION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:1";

type Entries = Readonly<Record<string, Block>>;

function endpoint(service: string, more: Block): Block {
  return {
    id: `vpce-${service}`,
    vpc_id: VPC,
    service_name: `com.amazonaws.eu-west-1.${service}`,
    policy: everything,
    ...more,
  };
}

function interfaceEndpoint(service: string): Block {
  return endpoint(service, {
    vpc_endpoint_type: "Interface",
    private_dns_enabled: true,
    subnet_ids: ["subnet-0a"],
    security_group_ids: [ENDPOINT_GROUP],
  });
}

const rule = { ip_protocol: "tcp", from_port: 443, to_port: 443 };
const acl = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };

/** What data sources have read of a VPC, and what runs in it. */
const found: Entries = {
  "data.aws_vpc.main": {
    id: VPC,
    cidr_block_associations: [{ cidr_block: "172.20.0.0/16" }],
    enable_dns_support: true,
    enable_dns_hostnames: true,
    dhcp_options_id: "dopt-0a",
  },
  "data.aws_vpc_dhcp_options.main": { id: "dopt-0a", domain_name_servers: ["AmazonProvidedDNS"] },
  "data.aws_subnet.a": { id: "subnet-0a", vpc_id: VPC, cidr_block: "172.20.1.0/24", availability_zone: "eu-west-1a" },
  "data.aws_route_table.a": {
    id: "rtb-0a",
    route_table_id: "rtb-0a",
    vpc_id: VPC,
    routes: [{ destination_prefix_list_id: "pl-s3", gateway_id: "vpce-s3" }],
    associations: [{ subnet_id: "subnet-0a", route_table_id: "rtb-0a", main: false }],
  },
  "data.aws_vpc_endpoint.s3": endpoint("s3", {
    vpc_endpoint_type: "Gateway",
    route_table_ids: ["rtb-0a"],
    prefix_list_id: "pl-s3",
  }),
  "data.aws_vpc_endpoint.ecr_api": interfaceEndpoint("ecr.api"),
  "data.aws_vpc_endpoint.ecr_dkr": interfaceEndpoint("ecr.dkr"),
  "data.aws_vpc_endpoint.logs": interfaceEndpoint("logs"),
  "data.aws_vpc_security_group_rule.in": {
    ...rule,
    security_group_id: ENDPOINT_GROUP,
    is_egress: false,
    cidr_ipv4: "172.20.0.0/16",
  },
  "aws_network_acl.a": { id: "acl-0a", vpc_id: VPC, subnet_ids: ["subnet-0a"], ingress: [acl], egress: [acl] },
  "aws_security_group.task": { id: TASK_GROUP, vpc_id: VPC },
  "aws_vpc_security_group_egress_rule.endpoints": {
    ...rule,
    security_group_id: TASK_GROUP,
    referenced_security_group_id: ENDPOINT_GROUP,
  },
  "aws_vpc_security_group_egress_rule.s3": { ...rule, security_group_id: TASK_GROUP, prefix_list_id: "pl-s3" },
  "aws_iam_role.execution": { id: "orders-execution", arn: ROLE, name: "orders-execution", assume_role_policy: TRUST },
  "aws_iam_role_policy.execution": {
    role: "orders-execution",
    policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
  },
  "aws_ecs_task_definition.orders": {
    arn: DEFINITION,
    family: "orders",
    cpu: "256",
    memory: "512",
    network_mode: "awsvpc",
    requires_compatibilities: ["FARGATE"],
    execution_role_arn: ROLE,
    container_definitions: JSON.stringify([container()]),
  },
  "aws_ecs_service.orders": {
    name: "orders",
    launch_type: "FARGATE",
    task_definition: DEFINITION,
    network_configuration: [{ subnets: ["subnet-0a"], security_groups: [TASK_GROUP], assign_public_ip: false }],
  },
};

/** The proof over a state with some other values. */
function proofOf(changes: Entries = {}, removed: readonly string[] = []) {
  const resources = Object.entries({ ...found }).flatMap(([address, values]) => {
    if (removed.includes(address)) return [];
    const [type = "", name = ""] = address.replace(/^data\./, "").split(".");
    const mode = address.startsWith("data.") ? "data" : "managed";
    return [{ address, mode, type, name, values: { ...values, ...changes[address] } }];
  });
  return proveReachability([{ format_version: "1.0", values: { root_module: { resources } } }]);
}

function calls(proof: ReturnType<typeof proofOf>): readonly string[] {
  return proof.tasks.flatMap(({ dependencies }) =>
    dependencies.flatMap(({ service, issue }) => (issue === undefined ? [] : [`${service} ${issue.code}`])),
  );
}

describe("what data sources have read", () => {
  it("proves the calls, with nobody's word", () => {
    const proof = proofOf();
    expect(calls(proof)).toEqual([]);
    expect(proof.verdict).toBe("proved");
    expect(proof.assumptions).toBeUndefined();
  });

  it.each<[what: string, changes: Entries, expected: readonly string[]]>([
    [
      "DNS that is off",
      { "data.aws_vpc.main": { enable_dns_support: false } },
      ["s3", "ecr.api", "ecr.dkr", "logs"].map((service) => `${service} vpc-dns-support-off`),
    ],
    [
      "private DNS that is off",
      { "data.aws_vpc_endpoint.logs": { private_dns_enabled: false } },
      ["logs private-dns-off"],
    ],
    [
      "a policy",
      { "data.aws_vpc_endpoint.logs": { policy: JSON.stringify({ Statement: [] }) } },
      ["logs endpoint-policy-refuses"],
    ],
    [
      "DNS servers",
      { "data.aws_vpc_dhcp_options.main": { domain_name_servers: ["172.20.0.53"] } },
      ["s3", "ecr.api", "ecr.dkr", "logs"].map((service) => `${service} dns-servers-unknown`),
    ],
    [
      "whom a security group admits",
      { "data.aws_vpc_security_group_rule.in": { cidr_ipv4: "10.0.0.0/8" } },
      ["ecr.api", "ecr.dkr", "logs"].map((service) => `${service} endpoint-ingress-unknown`),
    ],
  ])("shows %s", (_, changes, expected) => {
    expect(calls(proofOf(changes))).toEqual(expected);
  });

  it("shows a route table without the gateway endpoint, whose routes are all known", () => {
    const changes = {
      "data.aws_vpc_endpoint.s3": { route_table_ids: ["rtb-0b"] },
      "data.aws_route_table.a": { routes: [] },
    };
    expect(calls(proofOf(changes))).toEqual(["s3 gateway-route-missing"]);
  });

  it.each(["deleted", "rejected", "failed"])("takes no endpoint for one that is %s", (state) => {
    expect(calls(proofOf({ "data.aws_vpc_endpoint.logs": { state } }))).toEqual(["logs endpoint-unknown"]);
    expect(calls(proofOf({ "data.aws_vpc_endpoint.logs": { state: "available" } }))).toEqual([]);
  });

  it("leaves open what no data source has read", () => {
    expect(calls(proofOf({}, ["data.aws_vpc_endpoint.logs"]))).toEqual(["logs endpoint-unknown"]);
    // Within a subnet no network ACL is passed.
    expect(calls(proofOf({}, ["aws_network_acl.a"]))).toEqual(["s3 network-acl-unknown"]);
  });
});
