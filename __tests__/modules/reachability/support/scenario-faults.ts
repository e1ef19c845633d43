import { GROUND, leavesByNat } from "./arbitrary-ground";
import type { BuiltScenario, ExpectedService } from "./library-scenario";
import { policyFaults } from "./policy-faults";
import { portsOf } from "./scenario-needs";
import type { Block, TerraformFixture } from "./terraform-fixture";
import { nameTag, resourcesOf, textsOf, withoutResource } from "./terraform-removal";

/** The kinds of things that are taken away, and how a call that does not arrive for it is reported. */
export const FAULTS = {
  "interface endpoint": ["endpoint-missing", "task-egress-missing"],
  "gateway endpoint": ["endpoint-missing", "task-egress-missing"],
  "private DNS": ["private-dns-off", "task-egress-missing"],
  "route of a gateway endpoint": ["gateway-route-missing"],
  "route table association": ["gateway-route-missing"],
  "egress rule": ["task-egress-missing", "task-egress-prefix-list-missing"],
  "ingress rule": ["endpoint-ingress-missing"],
  "action of a generated policy": ["endpoint-policy-refuses"],
} as const;

/** One thing that is taken away, and the calls that do not arrive then, as `task service`. */
export interface Fault {
  readonly kind: keyof typeof FAULTS;
  readonly terraform: TerraformFixture;
  readonly cuts: readonly string[];
}

interface Endpoint {
  readonly address: string;
  readonly service: string;
  readonly block: Block;
}

/** A call of a task to a service, and the endpoints that take it: names lead to the interface endpoint where there is one. */
interface Call {
  readonly name: string;
  readonly service: string;
  readonly by: ExpectedService;
  /** The reference to the security group of the task. */
  readonly group: string;
  readonly ports: readonly number[];
  readonly gateway: Endpoint | undefined;
  readonly interface: Endpoint | undefined;
}

/** Each single thing that can be taken away from what the library made, one after the other. */
export function* faultsOf(built: BuiltScenario): Generator<Fault> {
  const calls = callsOf(built);
  yield* endpointFaults(built, calls);
  yield* gatewayRouteFaults(built, calls);
  yield* associationFaults(built, calls);
  yield* egressFaults(built, calls);
  yield* ingressFaults(built, calls);
  for (const { endpoint, terraform, isCut } of policyFaults(built.terraform)) {
    const cut = calls.filter((call) => (call.interface ?? call.gateway)?.address === endpoint && isCut(call));
    yield { kind: "action of a generated policy", terraform, cuts: namesOf(cut) };
  }
}

function callsOf({ terraform, services }: BuiltScenario): Call[] {
  const endpoints = endpointsOf(terraform);
  const groups = resourcesOf(terraform, "aws_security_group");
  return services.flatMap((by) => {
    const [group] = groups.find(([, block]) => block["name"] === by.family) ?? [];
    return [...new Set(by.needs.map(({ service }) => service))].map((service) => {
      const ofType = (type: string) =>
        endpoints.find((endpoint) => endpoint.service === service && endpoint.block["vpc_endpoint_type"] === type);
      return {
        name: `${by.family} ${service}`,
        service,
        by,
        group: `\${${group}.id}`,
        ports: portsOf(service),
        gateway: ofType("Gateway"),
        interface: ofType("Interface"),
      };
    });
  });
}

/** The endpoints, each with the service after which it is named. */
export function endpointsOf(terraform: TerraformFixture): Endpoint[] {
  return resourcesOf(terraform, "aws_vpc_endpoint").map(([address, block]) => ({
    address,
    service: nameTag(block).slice(`${GROUND}-`.length),
    block,
  }));
}

const namesOf = (calls: readonly Call[]) => calls.map(({ name }) => name).sort();

/** Whether a task gets to the public address of a service without any endpoint: it needs a NAT gateway everywhere. */
function leadsOut({ by, ports }: Call): boolean {
  return by.subnets.every(leavesByNat) && isLetOut(by, ports);
}

/** The rule for everywhere admits addresses in the VPC as well. */
function isLetOut({ internetEgress }: ExpectedService, ports: readonly number[]): boolean {
  return internetEgress && ports.every((port) => port === 443);
}

/** AWS's pages are not clear on whether the proxy of Service Connect needs the endpoint on Fargate, nor secrets theirs on 1.3.0. */
function mayDoWithout({ service, by }: Call): boolean {
  return (service === "ecs-agent" || isFetchedBefore({ service, by })) && !by.subnets.every(leavesByNat);
}

/** Whether nothing but the start of containers on platform version 1.3.0 calls a service for secrets. The application names no action. */
function isFetchedBefore({ service, by }: Pick<Call, "service" | "by">): boolean {
  const ofSecrets = ["secretsmanager", "ssm", "ssm-fips"].includes(service) && by.platform === "1.3.0";
  return ofSecrets && by.needs.every((need) => need.service !== service || need.asks !== undefined);
}

function* endpointFaults({ terraform }: BuiltScenario, calls: readonly Call[]): Generator<Fault> {
  for (const { address, block } of endpointsOf(terraform)) {
    const isInterface = block["vpc_endpoint_type"] === "Interface";
    const cut = calls.filter((call) => {
      const [own, other] = isInterface ? [call.interface, call.gateway] : [call.gateway, call.interface];
      return own?.address === address && other === undefined && !leadsOut(call);
    });
    const kind = isInterface ? "interface endpoint" : "gateway endpoint";
    const certain = cut.filter((call) => !mayDoWithout(call));
    yield { kind, terraform: withoutResource(terraform, address), cuts: namesOf(certain) };
    if (!isInterface) continue;
    const silent = terraform.clone().set(address, { private_dns_enabled: false });
    yield { kind: "private DNS", terraform: silent, cuts: namesOf(cut) };
  }
}

/** A gateway endpoint leaves a route table: packets from there still leave by a NAT gateway, where there is one. */
function* gatewayRouteFaults({ terraform }: BuiltScenario, calls: readonly Call[]): Generator<Fault> {
  const tables = tablesOf(terraform);
  for (const { address, block } of endpointsOf(terraform)) {
    const associated = textsOf(block, "route_table_ids");
    for (const table of associated) {
      const cut = calls.filter(
        (call) =>
          call.gateway?.address === address &&
          call.interface === undefined &&
          call.by.subnets.some((name) => tables.get(name)?.table === table && !leavesByNat(name)),
      );
      yield {
        kind: "route of a gateway endpoint",
        terraform: terraform.clone().set(address, { route_table_ids: associated.filter((each) => each !== table) }),
        cuts: namesOf(cut),
      };
    }
  }
}

/** A subnet falls back to the main route table, which has the local route alone. */
function* associationFaults({ terraform }: BuiltScenario, calls: readonly Call[]): Generator<Fault> {
  for (const [name, { association }] of tablesOf(terraform)) {
    const cut = calls.filter(
      ({ gateway, interface: answering, by }) =>
        gateway !== undefined && answering === undefined && by.subnets.includes(name),
    );
    yield {
      kind: "route table association",
      terraform: withoutResource(terraform, association),
      cuts: namesOf(cut),
    };
  }
}

/** The route table of each subnet that is associated with one, by the subnet's name. */
function tablesOf(terraform: TerraformFixture): ReadonlyMap<string, { readonly table: string; association: string }> {
  const subnets = resourcesOf(terraform, "aws_subnet");
  return new Map(
    resourcesOf(terraform, "aws_route_table_association").flatMap(([association, block]) => {
      const subnet = subnets.find(([address]) => block["subnet_id"] === `\${${address}.id}`);
      if (subnet === undefined) return [];
      const name = nameTag(subnet[1]).slice(`${GROUND}-`.length);
      return [[name, { table: String(block["route_table_id"]), association }] as const];
    }),
  );
}

function* egressFaults({ terraform }: BuiltScenario, calls: readonly Call[]): Generator<Fault> {
  for (const [address, rule] of resourcesOf(terraform, "aws_vpc_security_group_egress_rule")) {
    const cut = calls.filter((call) => {
      const { gateway, interface: answering } = call;
      if (rule["security_group_id"] !== call.group || isLetOut(call.by, call.ports)) return false;
      if (answering === undefined) return rule["prefix_list_id"] === `\${${gateway?.address}.prefix_list_id}`;
      const [peer] = textsOf(answering.block, "security_group_ids");
      return rule["referenced_security_group_id"] === peer && call.ports.some((port) => port === rule["from_port"]);
    });
    yield { kind: "egress rule", terraform: withoutResource(terraform, address), cuts: namesOf(cut) };
  }
}

function* ingressFaults({ terraform }: BuiltScenario, calls: readonly Call[]): Generator<Fault> {
  const subnets = resourcesOf(terraform, "aws_subnet");
  for (const [address, rule] of resourcesOf(terraform, "aws_vpc_security_group_ingress_rule")) {
    const block = rule["cidr_ipv4"];
    const ofSubnet = subnets.find(([, subnet]) => subnet["cidr_block"] === block)?.[1];
    const cut = calls.filter((call) => {
      const { interface: answering, by } = call;
      if (answering === undefined) return false;
      if (textsOf(answering.block, "security_group_ids")[0] !== rule["security_group_id"]) return false;
      if (rule["ip_protocol"] !== "-1" && !call.ports.some((port) => port === rule["from_port"])) return false;
      if (block === undefined) return rule["referenced_security_group_id"] === call.group;
      return ofSubnet === undefined || by.subnets.some((name) => nameTag(ofSubnet) === `${GROUND}-${name}`);
    });
    yield { kind: "ingress rule", terraform: withoutResource(terraform, address), cuts: namesOf(cut) };
  }
}
