import { describe, expect, it } from "vitest";
import { sampleStack } from "./support/sample-stacks";
import { type Block, issuesOf, type TerraformFixture } from "./support/terraform-fixture";

/** One thing that is wrong with a stack that works. */
interface Fault {
  readonly name: string;
  readonly stack: "single-subnet" | "dedicated-endpoint-subnets" | "isolated-service";
  /** Breaks the stack, and says which resource is at fault. */
  readonly inject: (stack: TerraformFixture) => string;
  /** Code of the issue that finds it. */
  readonly code: string;
}

/** The address of the only resource of a type whose id has a text in it. */
function find(stack: TerraformFixture, type: string, part = ""): string {
  const ids = Object.keys(stack.json.resource[type] ?? {}).filter((id) => id.includes(part));
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) throw new Error(`${type} ${part}: ${ids.length} found`);
  return `${type}.${id}`;
}

const ref = (address: string, attribute = "id") => `\${${address}.${attribute}}`;

const endpoint = (stack: TerraformFixture, service: string) => find(stack, "aws_vpc_endpoint", service);
const vpc = (stack: TerraformFixture) => find(stack, "aws_vpc");
const service = (stack: TerraformFixture) => find(stack, "aws_ecs_service");
const taskGroup = (stack: TerraformFixture) => find(stack, "aws_security_group", "service_");
const endpointGroup = (stack: TerraformFixture) => find(stack, "aws_security_group", "endpoints_");
const ingress = (stack: TerraformFixture) => find(stack, "aws_vpc_security_group_ingress_rule", "endpoints_");
const egress = (stack: TerraformFixture, part: string) =>
  find(stack, "aws_vpc_security_group_egress_rule", `service_security-group_egress-${part}`);
const policy = (statement: Block) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const allow = (action: string, resource: string, more: Block = {}) =>
  policy({ Effect: "Allow", Principal: "*", Action: action, Resource: resource, ...more });

/** A VPC beside, to which something is moved by mistake. */
function otherVpc(stack: TerraformFixture): string {
  stack.add("aws_vpc.other", { cidr_block: "172.31.0.0/16" });
  return ref("aws_vpc.other");
}

const S = "single-subnet";
const D = "dedicated-endpoint-subnets";
const I = "isolated-service";
const SERVICES = {
  [S]: ["ecr-api", "ecr-dkr", "logs", "secretsmanager", "ssm"],
  [D]: ["ecr-api", "ecr-dkr", "logs"],
  // The ends of the ids: "ssm" is the start of another one.
  [I]: ["ecr-api", "ecr-dkr", "logs", "secretsmanager", "ssm_", "ssmmessages"],
};

/** Faults of an endpoint, once for each interface endpoint of a stack. */
function ofEachEndpoint(
  stack: Fault["stack"],
  name: string,
  code: string,
  inject: (fixture: TerraformFixture, address: string) => string,
): Fault[] {
  return SERVICES[stack].map((part) => ({
    name: `${part}: ${name}`,
    stack,
    code,
    inject: (fixture) => inject(fixture, endpoint(fixture, part)),
  }));
}

/** A fault that changes arguments of the resource that is at fault. */
function changed(
  name: string,
  stack: Fault["stack"],
  code: string,
  address: (fixture: TerraformFixture) => string,
  changes: Block | ((fixture: TerraformFixture) => Block),
): Fault {
  return {
    name,
    stack,
    code,
    inject: (fixture) => {
      const at = address(fixture);
      fixture.set(at, typeof changes === "function" ? changes(fixture) : changes);
      return at;
    },
  };
}

/** Rules are at fault in their group. */
function rule(
  name: string,
  stack: Fault["stack"],
  code: string,
  group: (fixture: TerraformFixture) => string,
  inject: (fixture: TerraformFixture) => void,
): Fault {
  return {
    name,
    stack,
    code,
    inject: (fixture) => {
      inject(fixture);
      return group(fixture);
    },
  };
}

function acl(
  fixture: TerraformFixture,
  subnet: string,
  ingressRules: readonly Block[],
  egressRules: readonly Block[],
): string {
  fixture.add("aws_network_acl.strict", {
    vpc_id: ref(vpc(fixture)),
    subnet_ids: [ref(find(fixture, "aws_subnet", subnet))],
    ingress: ingressRules,
    egress: egressRules,
  });
  return "aws_network_acl.strict";
}

const entry = (action: string, from: number, to: number, cidr = "0.0.0.0/0") => ({
  ...{ rule_no: 100, action, protocol: "tcp", from_port: from, to_port: to, cidr_block: cidr },
});
const HTTPS = entry("allow", 443, 443);
const ANSWERS = entry("allow", 1024, 65535);

const FAULTS: readonly Fault[] = [
  // Endpoints
  ...([S, D] as const).flatMap((stack) => [
    ...ofEachEndpoint(stack, "removed", "endpoint-missing", (fixture, address) => {
      fixture.remove(address);
      return vpc(fixture);
    }),
    ...ofEachEndpoint(stack, "private DNS off", "private-dns-off", (fixture, address) => {
      fixture.set(address, { private_dns_enabled: false });
      return address;
    }),
    ...ofEachEndpoint(stack, "in another VPC", "endpoint-missing", (fixture, address) => {
      fixture.set(address, { vpc_id: otherVpc(fixture) });
      return address;
    }),
    ...ofEachEndpoint(stack, "for another Region", "endpoint-in-other-region", (fixture, address) => {
      const name = String(fixture.at(address)["service_name"]).replace("ap-northeast-1", "us-east-1");
      fixture.set(address, { service_name: name });
      return address;
    }),
    ...ofEachEndpoint(stack, "without subnets", "endpoint-subnet-missing", (fixture, address) => {
      fixture.set(address, { subnet_ids: [] });
      return address;
    }),
    ...ofEachEndpoint(stack, "a policy for another account", "endpoint-policy-refuses", (fixture, address) => {
      fixture.set(address, { policy: allow("*", "*", { Principal: { AWS: "arn:aws:iam::999999999999:user/x" } }) });
      return address;
    }),
    {
      name: "s3: removed",
      stack,
      code: "endpoint-missing",
      inject: (fixture: TerraformFixture) => {
        const address = endpoint(fixture, "s3");
        fixture.remove(egress(fixture, "s3")).remove(address);
        return vpc(fixture);
      },
    },
  ]),
  changed("s3: not associated with the route table", D, "gateway-route-missing", (f) => endpoint(f, "s3"), {
    route_table_ids: [],
  }),
  changed(
    "s3: in another VPC",
    S,
    "endpoint-missing",
    (f) => endpoint(f, "s3"),
    (f) => ({ vpc_id: otherVpc(f) }),
  ),
  changed("s3: for another Region", S, "endpoint-in-other-region", (f) => endpoint(f, "s3"), {
    service_name: "com.amazonaws.us-east-1.s3",
  }),
  changed("logs: the default type, Gateway", S, "endpoint-type-wrong", (f) => endpoint(f, "logs"), {
    vpc_endpoint_type: undefined,
  }),
  changed("logs: a misspelt service", S, "service-unknown", (f) => endpoint(f, "logs"), {
    service_name: "com.amazonaws.ap-northeast-1.log",
  }),
  changed(
    "logs: a second subnet of the zone",
    D,
    "endpoint-subnets-share-zone",
    (f) => endpoint(f, "logs"),
    (f) => ({
      subnet_ids: ["1a-app-1", "1a-vpc-endpoint"].map((part) => ref(find(f, "aws_subnet", part))),
    }),
  ),
  changed("logs: dual-stack in IPv4 subnets", D, "endpoint-address-type", (f) => endpoint(f, "logs"), {
    ip_address_type: "dualstack",
  }),
  changed("logs: the default group", S, "endpoint-ingress-missing", vpc, (f) => {
    f.set(endpoint(f, "logs"), { security_group_ids: [] });
    f.set(egress(f, "endpoints"), { referenced_security_group_id: undefined, cidr_ipv4: "10.0.0.0/16" });
    return {};
  }),
  changed(
    "logs: a second endpoint with private DNS",
    S,
    "private-dns-conflict",
    () => "aws_vpc_endpoint.again",
    (f) => {
      f.add("aws_vpc_endpoint.again", { ...f.at(endpoint(f, "logs")) });
      return {};
    },
  ),
  changed(
    "s3: a second gateway endpoint",
    S,
    "gateway-route-duplicate",
    () => "aws_vpc_endpoint.again",
    (f) => {
      f.add("aws_vpc_endpoint.again", { ...f.at(endpoint(f, "s3")) });
      return {};
    },
  ),
  changed(
    "s3: an interface endpoint for inbound Resolver endpoints only",
    S,
    "inbound-resolver-without-gateway",
    (f) => endpoint(f, "s3"),
    (f) => ({
      ...f.at(endpoint(f, "logs")),
      service_name: "com.amazonaws.ap-northeast-1.s3",
      route_table_ids: undefined,
      dns_options: { private_dns_only_for_inbound_resolver_endpoint: true },
    }),
  ),
  changed(
    "logs: in a zone where it is not offered",
    D,
    "endpoint-zone-not-offered",
    (f) => endpoint(f, "logs"),
    (f) => {
      f.add("data.aws_vpc_endpoint_service.logs", { service: "logs", availability_zones: ["ap-northeast-1a"] });
      return {};
    },
  ),

  // Policies
  changed("ecr.api: a policy without the token", S, "endpoint-policy-refuses", (f) => endpoint(f, "ecr-api"), {
    policy: allow("ecr:BatchGetImage", "*"),
  }),
  changed("ecr.dkr: a policy for another repository", S, "endpoint-policy-refuses", (f) => endpoint(f, "ecr-dkr"), {
    policy: allow("ecr:*", "arn:aws:ecr:ap-northeast-1:*:repository/other"),
  }),
  changed("logs: a policy for another log group", D, "endpoint-policy-refuses", (f) => endpoint(f, "logs"), {
    policy: allow("logs:*", "arn:aws:logs:*:*:log-group:/other:*"),
  }),
  changed("logs: a policy with a deny", D, "endpoint-policy-refuses", (f) => endpoint(f, "logs"), {
    policy: JSON.stringify({
      Statement: ["Allow", "Deny"].map((effect) => ({
        Effect: effect,
        Principal: "*",
        Action: "logs:*",
        Resource: "*",
      })),
    }),
  }),
  changed("logs: a policy that only denies", D, "endpoint-policy-allows-nothing", (f) => endpoint(f, "logs"), {
    policy: policy({ Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" }),
  }),
  changed("ssm: a policy for another parameter", S, "endpoint-policy-refuses", (f) => endpoint(f, "ssm"), {
    policy: allow("ssm:GetParameters", "arn:aws:ssm:*:*:parameter/other"),
  }),
  changed(
    "secretsmanager: a policy without the action",
    S,
    "endpoint-policy-refuses",
    (f) => endpoint(f, "secretsmanager"),
    { policy: allow("secretsmanager:DescribeSecret", "*") },
  ),
  changed("s3: a policy without the layers", D, "endpoint-policy-refuses", (f) => endpoint(f, "s3"), {
    policy: allow("s3:GetObject", "arn:aws:s3:::orders/*"),
  }),
  changed("s3: a condition on the layers", D, "endpoint-policy-layer-condition", (f) => endpoint(f, "s3"), {
    policy: allow("s3:GetObject", "arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/*", {
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
    }),
  }),
  changed("s3: a principal in the gateway policy", D, "gateway-policy-principal", (f) => endpoint(f, "s3"), {
    policy: allow("s3:*", "*", { Principal: { AWS: "123456789012" } }),
  }),
  changed("logs: a policy for another VPC", S, "endpoint-policy-refuses", (f) => endpoint(f, "logs"), {
    policy: allow("*", "*", { Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } } }),
  }),
  changed(
    "logs: a policy of its own resource",
    S,
    "endpoint-policy-refuses",
    () => "aws_vpc_endpoint_policy.logs",
    (f) => {
      f.add("aws_vpc_endpoint_policy.logs", {
        vpc_endpoint_id: ref(endpoint(f, "logs")),
        policy: allow("logs:Describe*", "*"),
      });
      return {};
    },
  ),
  changed("logs: a policy that is too long", S, "endpoint-policy-too-long", (f) => endpoint(f, "logs"), {
    policy: policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: ["*", "x".repeat(20_480)] }),
  }),

  // DNS
  changed("DNS support off", S, "vpc-dns-support-off", vpc, { enable_dns_support: false }),
  changed("DNS host names off", D, "vpc-dns-hostnames-off", vpc, { enable_dns_hostnames: false }),
  changed("DNS host names left to the default", S, "vpc-dns-hostnames-off", vpc, { enable_dns_hostnames: undefined }),
  {
    name: "another DNS server",
    stack: D,
    code: "dns-servers-unknown",
    inject: (f) => {
      f.add("aws_vpc_dhcp_options.own", { domain_name_servers: ["192.168.0.53"] });
      f.add("aws_vpc_dhcp_options_association.own", {
        vpc_id: ref(vpc(f)),
        dhcp_options_id: ref("aws_vpc_dhcp_options.own"),
      });
      return "aws_vpc_dhcp_options.own";
    },
  },

  // Security groups
  rule("no egress to the endpoints", S, "task-egress-missing", taskGroup, (f) => f.remove(egress(f, "endpoints"))),
  rule("no egress to the prefix list", S, "task-egress-prefix-list-missing", taskGroup, (f) =>
    f.remove(egress(f, "s3")),
  ),
  rule("egress to S3 by the VPC's block", D, "task-egress-prefix-list-missing", taskGroup, (f) =>
    f.set(egress(f, "s3"), { prefix_list_id: undefined, cidr_ipv4: "10.0.0.0/16" }),
  ),
  rule("egress to the endpoints on another port", D, "task-egress-missing", taskGroup, (f) =>
    f.set(egress(f, "endpoints"), { from_port: 80, to_port: 80 }),
  ),
  rule("egress to the endpoints by UDP", D, "task-egress-missing", taskGroup, (f) =>
    f.set(egress(f, "endpoints"), { ip_protocol: "udp" }),
  ),
  rule("egress to the endpoints in another group", D, "task-egress-missing", taskGroup, (f) =>
    f.set(egress(f, "endpoints"), { security_group_id: ref(endpointGroup(f)) }),
  ),
  rule("egress to one endpoint subnet only", D, "task-egress-missing", taskGroup, (f) =>
    f.set(egress(f, "endpoints"), { referenced_security_group_id: undefined, cidr_ipv4: "10.0.3.0/24" }),
  ),
  rule("no ingress to the endpoints", S, "endpoint-ingress-missing", endpointGroup, (f) => f.remove(ingress(f))),
  rule("ingress on another port", D, "endpoint-ingress-missing", endpointGroup, (f) =>
    f.set(ingress(f), { from_port: 8443, to_port: 8443 }),
  ),
  rule("ingress from another block", S, "endpoint-ingress-missing", endpointGroup, (f) =>
    f.set(ingress(f), { cidr_ipv4: "10.0.11.0/24" }),
  ),
  rule("ingress from one zone only", D, "endpoint-ingress-missing", endpointGroup, (f) =>
    f.set(ingress(f), { cidr_ipv4: "10.0.0.0/22" }),
  ),
  rule("ingress from the endpoints' own group", D, "endpoint-ingress-missing", endpointGroup, (f) =>
    f.set(ingress(f), { cidr_ipv4: undefined, referenced_security_group_id: ref(endpointGroup(f)) }),
  ),
  changed(
    "the service without its security group, the default group locked",
    S,
    "task-egress-missing",
    () => "aws_default_security_group.locked",
    (f) => {
      f.set(service(f), { network_configuration: { subnets: [ref(find(f, "aws_subnet"))] } });
      f.add("aws_default_security_group.locked", { vpc_id: ref(vpc(f)) });
      return {};
    },
  ),
  changed("a security group of another VPC", D, "other-vpc", service, (f) => {
    f.set(taskGroup(f), { vpc_id: otherVpc(f) });
    return {};
  }),
  changed(
    "endpoint security group of another VPC",
    D,
    "other-vpc",
    (f) => endpoint(f, "logs"),
    (f) => {
      f.set(endpointGroup(f), { vpc_id: otherVpc(f) });
      return {};
    },
  ),

  // Routes
  changed(
    "a subnet without its association",
    D,
    "gateway-route-missing",
    (f) => endpoint(f, "s3"),
    (f) => {
      f.remove(find(f, "aws_route_table_association", "1c-app-2"));
      return {};
    },
  ),
  changed(
    "a subnet with another route table",
    D,
    "gateway-route-missing",
    (f) => endpoint(f, "s3"),
    (f) => {
      f.add("aws_route_table.other", { vpc_id: ref(vpc(f)) });
      f.set(find(f, "aws_route_table_association", "1c-app-2"), { route_table_id: ref("aws_route_table.other") });
      return {};
    },
  ),
  changed(
    "a route for S3's prefix list",
    S,
    "route-more-specific",
    () => "aws_route.s3",
    (f) => {
      f.add("aws_route.s3", {
        route_table_id: ref(find(f, "aws_route_table")),
        destination_prefix_list_id: ref(endpoint(f, "s3"), "prefix_list_id"),
        network_interface_id: "eni-0123456789abcdef0",
      });
      return {};
    },
  ),
  changed(
    "a route for public addresses",
    S,
    "route-more-specific-unknown",
    () => "aws_route.public",
    (f) => {
      f.add("aws_route.public", {
        route_table_id: ref(find(f, "aws_route_table")),
        destination_cidr_block: "52.192.0.0/11",
        transit_gateway_id: "tgw-0123456789abcdef0",
      });
      return {};
    },
  ),
  changed(
    "a detour to the endpoints",
    D,
    "route-detour-unknown",
    () => "aws_route.detour",
    (f) => {
      f.add("aws_route.detour", {
        route_table_id: ref(find(f, "aws_route_table")),
        destination_cidr_block: "10.0.6.0/24",
        vpc_endpoint_id: "vpce-0123456789abcdef0",
      });
      return {};
    },
  ),

  // Network ACLs
  {
    name: "an ACL that lets no call out",
    stack: D,
    code: "network-acl-blocks",
    inject: (f) => acl(f, "1a-app-1", [ANSWERS], [entry("allow", 80, 80)]),
  },
  {
    name: "an ACL that lets no answer in",
    stack: D,
    code: "network-acl-blocks",
    inject: (f) => acl(f, "1a-app-1", [HTTPS], [HTTPS]),
  },
  {
    name: "an ACL that lets no call in",
    stack: D,
    code: "network-acl-blocks",
    inject: (f) => acl(f, "1c-vpc-endpoint", [ANSWERS], [ANSWERS]),
  },
  {
    name: "an ACL that lets no answer out",
    stack: D,
    code: "network-acl-blocks",
    inject: (f) => acl(f, "1c-vpc-endpoint", [HTTPS], [HTTPS]),
  },
  {
    name: "an ACL that lets nothing out of the VPC",
    stack: S,
    code: "network-acl-blocks",
    inject: (f) =>
      acl(f, "private-a", [entry("allow", 0, 65535, "10.0.0.0/16")], [entry("allow", 0, 65535, "10.0.0.0/16")]),
  },
  {
    name: "a deny before the allow",
    stack: D,
    code: "network-acl-blocks",
    inject: (f) => acl(f, "1a-app-2", [ANSWERS], [HTTPS, { ...entry("deny", 0, 65535), rule_no: 50 }]),
  },
  {
    name: "the default ACL without rules",
    stack: S,
    code: "network-acl-blocks",
    inject: (f) => {
      f.add("aws_default_network_acl.locked", { default_network_acl_id: ref(vpc(f), "default_network_acl_id") });
      return "aws_default_network_acl.locked";
    },
  },

  // The task and its subnets
  changed("the service in a subnet of another VPC", D, "other-vpc", service, (f) => {
    const at = find(f, "aws_subnet", "1c-app-2");
    f.set(at, { vpc_id: otherVpc(f), cidr_block: "172.31.1.0/24" });
    return {};
  }),
  changed("subnets that overlap", D, "subnets-overlap", (f) => find(f, "aws_subnet", "1a-app-2"), {
    cidr_block: "10.0.1.0/25",
  }),
  changed("a subnet outside of the VPC", D, "subnet-outside-vpc", (f) => find(f, "aws_subnet", "1a-app-2"), {
    cidr_block: "10.1.2.0/24",
  }),
  changed("more than 16 subnets", D, "task-network-limit", service, (f) => {
    const { network_configuration: network } = f.at(service(f));
    const subnets = Array.from({ length: 17 }, (_, index) => `subnet-${index}`);
    return { network_configuration: { ...(typeof network === "object" ? network : {}), subnets } };
  }),
  changed(
    "an image of Docker Hub",
    S,
    "registry-unreachable",
    (f) => find(f, "aws_ecs_task_definition"),
    (f) => {
      const at = find(f, "aws_ecs_task_definition");
      const text = String(f.at(at)["container_definitions"]);
      return { container_definitions: text.replace(/"image":"[^"]*"/, '"image":"alpine:3"') };
    },
  ),
  changed(
    "logs of another Region",
    S,
    "other-region",
    (f) => find(f, "aws_ecs_task_definition"),
    (f) => {
      const at = find(f, "aws_ecs_task_definition");
      const text = String(f.at(at)["container_definitions"]);
      return {
        container_definitions: text.replace('"awslogs-region":"ap-northeast-1"', '"awslogs-region":"us-east-1"'),
      };
    },
  ),
  changed("ECS Exec without its endpoint", D, "endpoint-missing", vpc, (f) => {
    f.set(service(f), { enable_execute_command: true });
    return {};
  }),
  changed(
    "a zone without an endpoint",
    D,
    "endpoint-outside-task-zone",
    (f) => endpoint(f, "logs"),
    (f) => ({
      subnet_ids: [ref(find(f, "aws_subnet", "1a-vpc-endpoint"))],
    }),
  ),
];

/** Arguments of the service's network configuration in place of its own. */
const inNetwork = (change: (fixture: TerraformFixture) => Block) => (fixture: TerraformFixture) => {
  const { network_configuration: own } = fixture.at(service(fixture));
  return { network_configuration: { ...(typeof own === "object" ? own : {}), ...change(fixture) } };
};

const isolated = (part: string) => (fixture: TerraformFixture) => find(fixture, "aws_subnet", `isolated-${part}`);

/** A resource beside, which is at fault itself. */
function beside(
  name: string,
  stack: Fault["stack"],
  code: string,
  address: string,
  block: (fixture: TerraformFixture) => Block,
): Fault {
  return {
    name,
    stack,
    code,
    inject: (fixture) => {
      fixture.add(address, block(fixture));
      return address;
    },
  };
}

const FAULTS_OF_ISOLATED_SERVICE: readonly Fault[] = [
  ...ofEachEndpoint(I, "removed", "endpoint-missing", (fixture, address) => {
    fixture.remove(address);
    return vpc(fixture);
  }),
  ...ofEachEndpoint(I, "private DNS off", "private-dns-off", (fixture, address) => {
    fixture.set(address, { private_dns_enabled: false });
    return address;
  }),

  // Endpoints
  changed("ssmmessages: none of it is made", I, "endpoint-missing", vpc, (f) => {
    f.set(endpoint(f, "ssmmessages"), { count: 0 });
    return {};
  }),
  changed(
    "logs: the service is said to be in another Region",
    I,
    "endpoint-service-region",
    (f) => endpoint(f, "logs"),
    {
      service_region: "us-east-1",
    },
  ),
  changed(
    "logs: in one zone of two",
    I,
    "endpoint-outside-task-zone",
    (f) => endpoint(f, "logs"),
    (f) => ({ subnet_ids: [ref(isolated("a")(f))] }),
  ),
  changed("logs: in no subnet", I, "endpoint-subnet-missing", (f) => endpoint(f, "logs"), { subnet_ids: [] }),
  changed("logs: over IPv6 only", I, "endpoint-address-type", (f) => endpoint(f, "logs"), { ip_address_type: "ipv6" }),
  changed(
    "s3: in the route table of one zone only",
    I,
    "gateway-route-missing",
    (f) => endpoint(f, "s3"),
    (f) => ({ route_table_ids: [ref(find(f, "aws_route_table", "isolated-a"))] }),
  ),
  changed(
    "s3: associated with a route table of another VPC",
    I,
    "other-vpc",
    (f) => endpoint(f, "s3"),
    (f) => {
      f.add("aws_route_table.other", { vpc_id: otherVpc(f) });
      f.add("aws_vpc_endpoint_route_table_association.other", {
        vpc_endpoint_id: ref(endpoint(f, "s3")),
        route_table_id: ref("aws_route_table.other"),
      });
      return {};
    },
  ),
  beside("an interface endpoint for DynamoDB", I, "endpoint-unused", "aws_vpc_endpoint.dynamodb", (f) => ({
    ...f.at(endpoint(f, "logs")),
    service_name: "com.amazonaws.ap-northeast-1.dynamodb",
  })),
  beside("private DNS for API Gateway", I, "execute-api-private-dns", "aws_vpc_endpoint.apis", (f) => ({
    ...f.at(endpoint(f, "logs")),
    service_name: "com.amazonaws.ap-northeast-1.execute-api",
  })),
  changed(
    "more than 50 interface endpoints",
    I,
    "endpoint-quota",
    () => "aws_vpc_endpoint.many",
    (f) => {
      f.add("aws_vpc_endpoint.many", { ...f.at(endpoint(f, "logs")), private_dns_enabled: false, count: 50 });
      return {};
    },
  ),

  // Policies
  changed(
    "s3: a deny for what is not of the organization",
    I,
    "endpoint-policy-layer-condition",
    (f) => endpoint(f, "s3"),
    {
      policy: JSON.stringify({
        Statement: [
          { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" },
          {
            ...{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" },
            Condition: { StringNotEquals: { "aws:ResourceOrgID": "o-1234567890" } },
          },
        ],
      }),
    },
  ),
  changed(
    "ssmmessages: a policy for one channel only",
    I,
    "endpoint-policy-refuses",
    (f) => endpoint(f, "ssmmessages"),
    {
      policy: allow("ssmmessages:*ControlChannel", "*"),
    },
  ),
  changed("logs: a policy for an address on the internet", I, "endpoint-policy-refuses", (f) => endpoint(f, "logs"), {
    policy: allow("*", "*", { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } }),
  }),
  changed("ssm: a policy of a variable", I, "endpoint-policy-unknown", (f) => endpoint(f, "ssm_"), {
    policy: "${var.policy}",
  }),

  // DNS
  beside("a zone that takes the buckets' names", I, "hosted-zone-unknown", "aws_route53_zone.s3", (f) => ({
    name: "s3.ap-northeast-1.amazonaws.com",
    vpc: { vpc_id: ref(vpc(f)) },
  })),
  changed(
    "a rule that forwards every name",
    I,
    "resolver-rule-unknown",
    () => "aws_route53_resolver_rule_association.all",
    (f) => {
      f.add("aws_route53_resolver_rule.all", { domain_name: ".", rule_type: "FORWARD" });
      f.add("aws_route53_resolver_rule_association.all", {
        vpc_id: ref(vpc(f)),
        resolver_rule_id: ref("aws_route53_resolver_rule.all"),
      });
      return {};
    },
  ),
  beside(
    "a DNS firewall",
    I,
    "dns-firewall-unknown",
    "aws_route53_resolver_firewall_rule_group_association.own",
    (f) => ({ vpc_id: ref(vpc(f)), firewall_rule_group_id: "rslvr-frg-0123456789abcdef0" }),
  ),

  // Security groups and ACLs
  rule("no ingress to the endpoints", I, "endpoint-ingress-missing", endpointGroup, (f) =>
    f.remove(find(f, "aws_vpc_security_group_ingress_rule", "endpoints-ingress")),
  ),
  rule("ingress to the endpoints by IPv6 only", I, "endpoint-ingress-missing", endpointGroup, (f) =>
    f.set(find(f, "aws_vpc_security_group_ingress_rule", "endpoints-ingress"), {
      referenced_security_group_id: undefined,
      cidr_ipv6: "::/0",
    }),
  ),
  rule("egress to S3 by the prefix list of DynamoDB", I, "task-egress-prefix-list-missing", taskGroup, (f) => {
    f.add("data.aws_prefix_list.dynamodb", { name: "com.amazonaws.ap-northeast-1.dynamodb" });
    f.set(egress(f, "s3"), { prefix_list_id: ref("data.aws_prefix_list.dynamodb") });
  }),
  rule("rules in the group and beside it", I, "rules-in-two-places", taskGroup, (f) =>
    f.set(taskGroup(f), { egress: [{ protocol: "tcp", from_port: 80, to_port: 80, cidr_blocks: ["10.0.0.0/8"] }] }),
  ),
  changed(
    "six security groups",
    I,
    "task-network-limit",
    service,
    inNetwork((f) => ({
      security_groups: [ref(taskGroup(f)), ...["1", "2", "3", "4", "5"].map((id) => `sg-${id}`)],
    })),
  ),
  beside("a rule of the default ACL that denies", I, "network-acl-blocks", "aws_network_acl_rule.deny", (f) => ({
    network_acl_id: ref(vpc(f), "default_network_acl_id"),
    ...{ rule_number: 10, rule_action: "deny", egress: false, protocol: "tcp", from_port: 1024, to_port: 65535 },
    cidr_block: "0.0.0.0/0",
  })),

  // The task and its subnets
  changed("a subnet with IPv6 only", I, "task-without-ipv4", isolated("a"), {
    ...{ ipv6_native: true, cidr_block: undefined, ipv6_cidr_block: "2001:db8:0:1::/64" },
  }),
  changed(
    "one zone only",
    I,
    "one-zone-only",
    service,
    inNetwork((f) => ({ subnets: [ref(isolated("a")(f))] })),
  ),
  changed(
    "subnets of a variable",
    I,
    "task-network-unknown",
    service,
    inNetwork(() => ({ subnets: "${var.subnets}" })),
  ),
  changed("containers of a variable", I, "task-unknown", service, (f) => {
    f.set(find(f, "aws_ecs_task_definition"), { container_definitions: "${var.containers}" });
    return {};
  }),
  changed("ECS Exec of a variable", I, "execute-command-unknown", service, { enable_execute_command: "${var.exec}" }),
  changed("Service Connect of a variable", I, "service-connect-unknown", service, {
    service_connect_configuration: "${var.mesh}",
  }),
  changed("platform version 1.3.0", I, "platform-version-old", service, { platform_version: "1.3.0" }),
  changed(
    "the public subnets, without a public address",
    I,
    "gateway-route-missing",
    (f) => endpoint(f, "s3"),
    (f) => {
      const subnets = ["a", "b"].map((zone) => ref(find(f, "aws_subnet", `ingress-${zone}`)));
      f.set(service(f), inNetwork(() => ({ subnets }))(f));
      return {};
    },
  ),
];

const ALL_FAULTS = [...FAULTS, ...FAULTS_OF_ISOLATED_SERVICE];

describe.each([S, D, I] as const)("the stack %s without a fault", (name) => {
  it("is proved, and nothing in it is unknown", () => {
    const proof = sampleStack(name).prove();
    expect(proof.verdict).toBe("proved");
    expect(proof.tasks.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(3);
    const hops = proof.tasks.flatMap(({ dependencies }) => dependencies.flatMap((each) => each.hops));
    expect(hops.filter(({ verdict }) => verdict !== "proved")).toEqual([]);
    expect(issuesOf(proof).filter(({ severity }) => severity !== "warning")).toEqual([]);
  });
});

describe("the fault matrix", () => {
  it("has at least 60 faults, each with a name of its own", () => {
    expect(ALL_FAULTS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ALL_FAULTS.map(({ name, stack }) => `${stack} ${name}`)).size).toBe(ALL_FAULTS.length);
  });

  it.each(ALL_FAULTS)("$stack: $name is found as $code", ({ stack, inject, code }) => {
    const fixture = sampleStack(stack);
    const before = issuesOf(fixture.prove()).filter((issue) => issue.code === code);
    expect(before).toEqual([]);
    const address = inject(fixture);
    const found = issuesOf(fixture.prove()).filter((issue) => issue.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ problem, path }) => `${path}: ${problem}`).join("\n")).toContain(address);
  });

  it.each(ALL_FAULTS)(
    "$stack: $name leaves the stack no longer proved, unless it is a warning",
    ({ stack, inject, code }) => {
      const fixture = sampleStack(stack);
      inject(fixture);
      const proof = fixture.prove();
      const isWarning = issuesOf(proof).every((issue) => issue.code !== code || issue.severity === "warning");
      if (!isWarning) expect(proof.verdict).not.toBe("proved");
      else expect(issuesOf(proof).filter((issue) => issue.code === code)).not.toEqual([]);
    },
  );
});
