import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type FargateTask,
  Peer,
  PrivateNetwork,
  type SubnetSpec,
  VpcEndpoints,
  VpcPeering,
} from "../../../modules";
import type { DependencyProof } from "../../../modules/reachability/model/proof";
import { ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";
import { type Block, issuesWith, TerraformFixture } from "./support/terraform-fixture";

/** One thing that is wrong with a call of the service "orders". */
interface CallFault {
  readonly name: string;
  readonly ground: keyof typeof GROUNDS;
  /** The call that does not arrive. */
  readonly call: string;
  readonly breaks: (stack: TerraformFixture) => unknown;
  readonly code: string;
  /** @default "broken" */
  readonly verdict?: "unknown";
  /** Address of the resource at fault. */
  readonly at: (stack: TerraformFixture) => string;
}

const REGION = "eu-west-1";
const ports = [{ containerPort: 8080, name: "http" }];
const { image } = ordersTask.containers.api;
const prices = {
  family: "prices",
  containers: { api: { image, ports } },
  serviceConnect: { namespace: "shop", services: [{ portName: "http", clientAlias: { port: 80, dnsName: "prices" } }] },
} satisfies FargateTask;
const orders = { ...ordersTask, serviceConnect: { namespace: "shop" } } satisfies FargateTask;
const services = EndpointPlan.forTasks([prices, orders]);

const subnet = (name: string, cidrBlock: string, tier: SubnetSpec["tier"] = "application") => ({
  ...{ name, tier, cidrBlock, availabilityZone: `${REGION}a` },
});
const SUBNETS = [
  ...[subnet("orders", "10.0.1.0/24"), subnet("prices", "10.0.2.0/24")],
  ...[subnet("data", "10.0.3.0/24"), subnet("endpoints", "10.0.4.0/24", "endpoint")],
];

/** A service that calls another of its namespace, a database, a block and a host, each in a subnet of its own. */
function beside(stack: TerraformStack) {
  const network = new PrivateNetwork(stack, "network", { region: REGION, subnets: SUBNETS });
  const at = { network, endpoints: new VpcEndpoints(stack, "endpoints", { network, services }) };
  const service = new FargateService(stack, "prices", { ...at, task: prices, subnets: ["prices"] });
  const database = new AwsSecurityGroup(stack, "database", { vpcId: network.vpcId });
  new FargateService(stack, "orders", {
    ...at,
    task: orders,
    subnets: ["orders"],
    calls: {
      prices: { service },
      database: { peer: Peer.securityGroup(database.id), port: 5432, openTheirs: true },
      reports: { peer: Peer.cidr("10.0.3.0/28"), port: 8443 },
      legacy: { host: "10.0.3.7", port: 9000 },
      named: { host: "named.internal", port: 9001 },
    },
  });
}

/** A service that calls one in a VPC that is peered with its own. */
function peered(stack: TerraformStack) {
  const of = (name: string, cidrBlock: string) => {
    const network = new PrivateNetwork(stack, name, { region: REGION, cidrBlock, availabilityZones: [`${REGION}a`] });
    return { network, endpoints: new VpcEndpoints(stack, `${name}-endpoints`, { network, services }) };
  };
  const [near, far] = [of("near", "10.0.0.0/16"), of("far", "10.1.0.0/16")];
  new VpcPeering(stack, "peering", { network: near.network, peer: far.network });
  const service = new FargateService(stack, "prices", { ...far, task: prices });
  new FargateService(stack, "orders", { ...near, task: orders, calls: { prices: { service } } });
}

const GROUNDS = { beside, peered };
const written = new Map<string, string>();

/** The Terraform of a ground, a new copy each time. */
function groundOf(name: keyof typeof GROUNDS): TerraformFixture {
  const text = written.get(name) ?? synth(GROUNDS[name]).text;
  written.set(name, text);
  return new TerraformFixture(JSON.parse(text));
}

/** The address of the only resource of a type whose id has a text in it. */
function find(stack: TerraformFixture, type: string, part: string): string {
  const ids = Object.keys(stack.json.resource[type] ?? {}).filter((id) => id.includes(part));
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0) throw new Error(`${type} ${part}: ${ids.length} found`);
  return `${type}.${id}`;
}

const ref = (address: string) => `\${${address}.id}`;
const group = (part: string) => (stack: TerraformFixture) => find(stack, "aws_security_group", part);
const [taskGroup, pricesGroup] = [group("orders_security-group"), group("prices_security-group")];
const rule = (stack: TerraformFixture, name: string, direction: "egress" | "ingress") =>
  find(stack, `aws_vpc_security_group_${direction}_rule`, `call-${name}-${direction}`);
const without = (name: string, direction: "egress" | "ingress") => (stack: TerraformFixture) =>
  stack.remove(rule(stack, name, direction));
const changed = (name: string, direction: "egress" | "ingress", changes: Block) => (stack: TerraformFixture) =>
  stack.set(rule(stack, name, direction), changes);

const ALL = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
const HTTPS = { ...ALL, protocol: "tcp", from_port: 443, to_port: 443 };
const ANSWERS = { ...ALL, protocol: "tcp", from_port: 1024, to_port: 8000 };

/** A network ACL of one subnet that lets everything pass but in one direction. */
const acl = (name: string, direction: "egress" | "ingress", only: Block) => (stack: TerraformFixture) =>
  stack.add("aws_network_acl.own", {
    vpc_id: ref(find(stack, "aws_vpc", "network_")),
    subnet_ids: [ref(find(stack, "aws_subnet", `subnet-${name}`))],
    ...{ ingress: [ALL], egress: [ALL], [direction]: [only] },
  });
const theAcl = () => "aws_network_acl.own";

const OUT = "task-egress-missing";
const IN = "call-ingress-missing";
const onPeering = { ground: "peered", call: "prices:8080" } as const;
const to = (call: string) => ({ ground: "beside", call }) as const;

const FAULTS: readonly CallFault[] = [
  // The rules of the caller
  ...["prices:8080", "database:5432", "reports:8443", "legacy:9000", "named:9001"].flatMap((call): CallFault[] => {
    const [name = "", port = ""] = call.split(":");
    const other = Number(port) + 1;
    const reversed = { from_port: other, to_port: other };
    return [
      { name: "no rule lets it out", ...to(call), breaks: without(name, "egress"), code: OUT, at: taskGroup },
      {
        name: "let out by another port",
        ...to(call),
        breaks: changed(name, "egress", reversed),
        code: OUT,
        at: taskGroup,
      },
      {
        name: "let out by UDP",
        ...to(call),
        breaks: changed(name, "egress", { ip_protocol: "udp" }),
        code: OUT,
        at: taskGroup,
      },
    ];
  }),
  {
    name: "let out to another group",
    ...to("prices:8080"),
    breaks: (stack) =>
      stack.set(rule(stack, "prices", "egress"), { referenced_security_group_id: ref(taskGroup(stack)) }),
    code: OUT,
    at: taskGroup,
  },
  {
    name: "let out to a block beside",
    ...to("reports:8443"),
    breaks: changed("reports", "egress", { cidr_ipv4: "10.0.3.16/28" }),
    code: OUT,
    at: taskGroup,
  },
  {
    name: "let out over IPv6 only",
    ...to("legacy:9000"),
    breaks: changed("legacy", "egress", { cidr_ipv4: undefined, cidr_ipv6: "::/0" }),
    code: OUT,
    at: taskGroup,
  },

  // The rules of what is called
  { name: "nobody lets it in", ...to("prices:8080"), breaks: without("prices", "ingress"), code: IN, at: pricesGroup },
  {
    name: "nobody lets it in",
    ...to("database:5432"),
    breaks: without("database", "ingress"),
    code: IN,
    at: group("database"),
  },
  {
    name: "let in by another port",
    ...to("prices:8080"),
    breaks: changed("prices", "ingress", { from_port: 80, to_port: 80 }),
    code: IN,
    at: pricesGroup,
  },
  {
    name: "another group is let in",
    ...to("prices:8080"),
    breaks: (stack) =>
      stack.set(rule(stack, "prices", "ingress"), { referenced_security_group_id: ref(pricesGroup(stack)) }),
    code: IN,
    at: pricesGroup,
  },
  {
    name: "a block beside is let in",
    ...to("database:5432"),
    breaks: changed("database", "ingress", { referenced_security_group_id: undefined, cidr_ipv4: "10.0.2.0/24" }),
    code: IN,
    at: group("database"),
  },
  {
    name: "the rule is in the group of the caller",
    ...to("prices:8080"),
    breaks: (stack) => stack.set(rule(stack, "prices", "ingress"), { security_group_id: ref(taskGroup(stack)) }),
    code: IN,
    at: pricesGroup,
  },
  {
    name: "a group of somebody else, which nobody in sight opens",
    ...to("database:5432"),
    breaks: (stack) => {
      const definition = stack.at(find(stack, "aws_ecs_task_definition", "orders_"));
      const theirs = "sg-0123456789abcdef0";
      stack.set(rule(stack, "database", "egress"), { referenced_security_group_id: theirs });
      stack.remove(rule(stack, "database", "ingress"));
      const text = JSON.stringify(definition).replaceAll("${aws_security_group.database.id}", theirs);
      stack.add(find(stack, "aws_ecs_task_definition", "orders_"), JSON.parse(text));
    },
    code: "call-ingress-unknown",
    verdict: "unknown",
    at: () => "sg-0123456789abcdef0",
  },

  // Network ACLs on both sides, the call and the answer
  ...["prices:8080", "reports:8443", "legacy:9000"].flatMap((call): CallFault[] => {
    const theirs = call.startsWith("prices") ? "prices" : "data";
    const blocked = { ...to(call), code: "network-acl-blocks", at: theAcl };
    return [
      { name: "an ACL that lets it not out", ...blocked, breaks: acl("orders", "egress", HTTPS) },
      { name: "an ACL that lets no answer in", ...blocked, breaks: acl("orders", "ingress", HTTPS) },
      { name: "an ACL that lets it not in", ...blocked, breaks: acl(theirs, "ingress", HTTPS) },
      { name: "an ACL that lets not every answer out", ...blocked, breaks: acl(theirs, "egress", ANSWERS) },
    ];
  }),
  {
    name: "an ACL of one of the subnets where it may be",
    ...to("database:5432"),
    breaks: acl("data", "ingress", HTTPS),
    code: "network-acl-unknown",
    verdict: "unknown",
    at: group("database"),
  },

  // Routes
  {
    name: "a route that takes the packets to a firewall",
    ...to("prices:8080"),
    breaks: (stack) =>
      stack.add("aws_route.detour", {
        route_table_id: ref(find(stack, "aws_route_table", "route-table-orders")),
        ...{ destination_cidr_block: "10.0.2.0/24", network_interface_id: "eni-0a" },
      }),
    code: "route-detour-unknown",
    verdict: "unknown",
    at: () => "aws_route.detour",
  },
  {
    name: "no route to the other VPC",
    ...onPeering,
    breaks: (stack) => stack.remove(find(stack, "aws_route", "there-")),
    code: "vpc-route-missing",
    at: (stack) => find(stack, "aws_route_table", "near_"),
  },
  {
    name: "no route back",
    ...onPeering,
    breaks: (stack) => stack.remove(find(stack, "aws_route", "back-")),
    code: "vpc-route-missing",
    at: (stack) => find(stack, "aws_route_table", "far_"),
  },
  {
    name: "the route leads to the internet",
    ...onPeering,
    breaks: (stack) =>
      stack
        .add("aws_internet_gateway.own", { vpc_id: ref(find(stack, "aws_vpc", "near_")) })
        .set(find(stack, "aws_route", "there-"), {
          vpc_peering_connection_id: undefined,
          gateway_id: "${aws_internet_gateway.own.id}",
        }),
    code: "vpc-route-missing",
    at: (stack) => find(stack, "aws_route_table", "near_"),
  },
  { name: "no rule lets it out", ...onPeering, breaks: without("prices", "egress"), code: OUT, at: taskGroup },
  { name: "nobody lets it in", ...onPeering, breaks: without("prices", "ingress"), code: IN, at: pricesGroup },
];

function callOf(stack: TerraformFixture, call: string): DependencyProof {
  const calls = stack.prove().tasks.find(({ task }) => task === "orders")?.dependencies ?? [];
  const found = calls.find(({ service }) => service === call);
  if (found === undefined) throw new Error(`${call} is not proved`);
  return found;
}

describe.each(["beside", "peered"] as const)("the ground %s without a fault", (name) => {
  it("is proved, with every hop of every call", () => {
    const proof = groundOf(name).prove();
    expect(proof.verdict).toBe("proved");
    const calls = proof.tasks.flatMap(({ dependencies }) =>
      dependencies.filter(({ service }) => service.includes(":")),
    );
    expect(calls.length).toBe(name === "beside" ? 5 : 1);
    expect(calls.flatMap(({ hops }) => hops.filter(({ verdict }) => verdict !== "proved"))).toEqual([]);
  });
});

describe("the fault matrix of calls", () => {
  it("has at least 40 faults, each with a name of its own", () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(FAULTS.map(({ name, ground, call }) => `${ground} ${call} ${name}`)).size).toBe(FAULTS.length);
  });

  it.each(FAULTS)("$ground $call: $name", ({ ground, call, breaks, code, verdict = "broken", at }) => {
    const stack = groundOf(ground);
    const address = at(stack);
    breaks(stack);
    const found = callOf(stack, call);
    expect([found.verdict, found.issue?.code, found.issue?.path]).toEqual([verdict, code, address]);
  });
});

describe("Service Connect", () => {
  const withoutCalls = (stack: TerraformFixture) => {
    without("prices", "ingress")(stack);
    for (const name of ["prices", "database", "reports", "legacy", "named"]) without(name, "egress")(stack);
    return issuesWith(stack.prove(), "service-connect-closed").map(({ path, severity = "error" }) => [severity, path]);
  };

  it("that is closed is found on both sides, also where nobody says the calls", () => {
    const stack = groundOf("beside");
    const [theirs, own] = [pricesGroup(stack), taskGroup(stack)];
    for (const part of ["orders_", "prices_"]) {
      stack.set(find(stack, "aws_ecs_task_definition", part), { "//": undefined });
    }
    expect(withoutCalls(stack)).toEqual([
      ["error", own],
      ["error", theirs],
    ]);
  });
});
