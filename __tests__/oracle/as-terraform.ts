import type { TerraformJson } from "../../modules/reachability/terraform/expressions/terraform-json";
import {
  isUnknown,
  type Maybe,
  type RandomEndpoint,
  type RandomNetwork,
  type RandomRoute,
  type RandomRule,
} from "./network";

const ref = (type: string, name: string, attribute = "id") => `\${${type}.${name}.${attribute}}`;
const VPC = ref("aws_vpc", "main");

type Blocks = Record<string, Record<string, unknown>>;

/** The network as somebody would write it. What only an apply knows is a variable. */
export function asTerraform(network: RandomNetwork): TerraformJson {
  const lists: Blocks = {};
  const named = <T extends { readonly name: string }>(
    things: readonly T[],
    block: (thing: T) => Record<string, unknown>,
  ) => Object.fromEntries(things.map((thing) => [thing.name, block(thing)]));
  const rules = (direction: RandomRule["direction"]) =>
    Object.fromEntries(
      network.rules.flatMap((rule, index) => (rule.direction === direction ? [[`r${index}`, ruleBlock(rule)]] : [])),
    );
  const routes = (table: string, route: RandomRoute, index: number) => {
    const name = `${table}_${index}`;
    const { to } = route;
    const isOwn = typeof to === "object" && "own" in to;
    if (isOwn) lists[name] = { name, address_family: "IPv4", max_entries: 5, entry: to.own.map((cidr) => ({ cidr })) };
    const destination = isOwn
      ? { destination_prefix_list_id: ref("aws_ec2_managed_prefix_list", name) }
      : typeof to === "object" && "list" in to
        ? { destination_prefix_list_id: "${data.aws_prefix_list.s3.id}" }
        : { destination_cidr_block: written(to) };
    return [
      name,
      { route_table_id: ref("aws_route_table", table), ...destination, ...targetOf(route.target) },
    ] as const;
  };
  const resource = {
    aws_vpc: {
      main: {
        cidr_block: "10.0.0.0/16",
        enable_dns_support: network.dnsSupport,
        enable_dns_hostnames: written(network.dnsHostnames),
      },
    },
    ...(network.hasInternetGateway ? { aws_internet_gateway: { main: { vpc_id: VPC } } } : {}),
    aws_subnet: named(network.subnets, ({ cidr, zone }) => {
      return { vpc_id: VPC, cidr_block: cidr, availability_zone: `eu-west-1${zone}` };
    }),
    aws_route_table: named(network.tables, () => ({ vpc_id: VPC })),
    aws_route_table_association: Object.fromEntries(
      network.subnets.flatMap(({ name, table }) =>
        table === undefined
          ? []
          : [[name, { subnet_id: ref("aws_subnet", name), route_table_id: ref("aws_route_table", table) }]],
      ),
    ),
    aws_route: Object.fromEntries(
      network.tables.flatMap((table) => table.routes.map((route, index) => routes(table.name, route, index))),
    ),
    aws_nat_gateway: named(network.nats, ({ subnet, isPublic }) => ({
      subnet_id: ref("aws_subnet", subnet),
      connectivity_type: isUnknown(isPublic) ? written(isPublic) : isPublic ? "public" : "private",
    })),
    aws_network_acl: named(network.acls, ({ name, entries }) => {
      const of = (direction: string) => entries.filter((entry) => entry.direction === direction).map(entryBlock);
      const subnets = network.subnets.filter(({ acl }) => acl === name).map((subnet) => ref("aws_subnet", subnet.name));
      return { vpc_id: VPC, subnet_ids: subnets, ingress: of("ingress"), egress: of("egress") };
    }),
    aws_security_group: { task: { vpc_id: VPC }, endpoint: { vpc_id: VPC } },
    aws_vpc_security_group_ingress_rule: rules("ingress"),
    aws_vpc_security_group_egress_rule: rules("egress"),
    aws_vpc_endpoint: named(network.endpoints, endpointBlock),
    aws_ec2_managed_prefix_list: lists,
    aws_iam_role: { execution: { name: "orders", assume_role_policy: "{}" } },
    aws_ecs_task_definition: { orders: taskDefinition() },
    aws_ecs_service: {
      orders: {
        ...{ name: "orders", launch_type: "FARGATE", task_definition: ref("aws_ecs_task_definition", "orders", "arn") },
        network_configuration: {
          subnets: network.taskSubnets.map((name) => ref("aws_subnet", name)),
          security_groups: [ref("aws_security_group", "task")],
          assign_public_ip: written(network.publicIp),
        },
      },
    },
  };
  return {
    provider: { aws: [{ region: "eu-west-1" }] },
    data: { aws_prefix_list: { s3: { name: "com.amazonaws.eu-west-1.s3" } } },
    resource,
  };
}

function written<T>(value: Maybe<T>): T | string {
  return isUnknown(value) ? `\${var.${value.unknown}}` : value;
}

function targetOf(target: RandomRoute["target"]): Record<string, unknown> {
  if (typeof target === "object") return { nat_gateway_id: ref("aws_nat_gateway", target.nat) };
  switch (target) {
    case "internet-gateway":
      return { gateway_id: ref("aws_internet_gateway", "main") };
    case "peer":
      return { vpc_peering_connection_id: "pcx-0123456789abcdef0" };
    case "transit-gateway":
      return { transit_gateway_id: "tgw-0123456789abcdef0" };
    case "interface":
      return { network_interface_id: "eni-0123456789abcdef0" };
    case "firewall":
      return { vpc_endpoint_id: "vpce-0123456789abcdef0" };
  }
}

function entryBlock(entry: RandomNetwork["acls"][number]["entries"][number]): Record<string, unknown> {
  const { number, allows, protocol, from, to, cidr } = entry;
  const action = isUnknown(allows) ? written(allows) : allows ? "allow" : "deny";
  const ports = protocol === "-1" ? { from_port: 0, to_port: 0 } : { from_port: from, to_port: to };
  return { rule_no: number, action, protocol, ...ports, cidr_block: written(cidr) };
}

function ruleBlock({ group, protocol, from, to, peer }: RandomRule): Record<string, unknown> {
  const who =
    typeof peer === "string" || isUnknown(peer)
      ? { cidr_ipv4: written(peer) }
      : "group" in peer
        ? { referenced_security_group_id: ref("aws_security_group", peer.group) }
        : { prefix_list_id: "${data.aws_prefix_list.s3.id}" };
  const ports = protocol === "-1" ? {} : { from_port: written(from), to_port: written(to) };
  return { security_group_id: ref("aws_security_group", group), ip_protocol: written(protocol), ...ports, ...who };
}

function endpointBlock({ service, type, privateDns, subnets, tables, policy }: RandomEndpoint) {
  const ids = (kind: string, names: Maybe<readonly string[]>) =>
    isUnknown(names)
      ? written(names)
      : names.map((name) => (name === "main" ? "${aws_vpc.main.main_route_table_id}" : ref(kind, name)));
  const nothing = JSON.stringify({ Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }] });
  return {
    ...{ vpc_id: VPC, service_name: `com.amazonaws.eu-west-1.${service}`, vpc_endpoint_type: type },
    ...(type === "Gateway"
      ? { route_table_ids: ids("aws_route_table", tables) }
      : {
          private_dns_enabled: written(privateDns),
          subnet_ids: ids("aws_subnet", subnets),
          security_group_ids: [ref("aws_security_group", "endpoint")],
        }),
    ...(policy === "everything" ? {} : { policy: isUnknown(policy) ? written(policy) : nothing }),
  };
}

function taskDefinition(): Record<string, unknown> {
  const logOptions = { "awslogs-group": "/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "orders" };
  const container = {
    ...{ name: "api", essential: true, image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1" },
    logConfiguration: { logDriver: "awslogs", options: logOptions },
  };
  return {
    ...{ family: "orders", cpu: "256", memory: "512", network_mode: "awsvpc", requires_compatibilities: ["FARGATE"] },
    execution_role_arn: ref("aws_iam_role", "execution", "arn"),
    container_definitions: JSON.stringify([container]),
  };
}
