import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import { mayLeadBeyondEndpoints } from "../checks/beyond-endpoints";
import { known, knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { SecurityGroupRuleModel } from "../model/security-group";
import { isEverywhere } from "./open-egress";
import type { AskedThrough } from "./wide-policies";

/** An endpoint with one of its security groups. */
interface EndpointOfGroup {
  readonly endpoint: Endpoint;
  readonly group: Identity;
}

/**
 * Rules by which the security groups of endpoints admit ports on which none answers, or every address where the tasks are all that calls.
 * A group that something else has, or may have, is left out.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function* wideIngress(view: NetworkView, asked: readonly AskedThrough[]): Generator<Issue> {
  const interfaces = view.model.endpoints.filter(({ type }) => knownValue(type) === "Interface");
  const ofGroups = interfaces.flatMap((endpoint) =>
    (knownValue(view.securityGroupsOf(endpoint)) ?? []).map((group): EndpointOfGroup => ({ endpoint, group })),
  );
  for (const having of groupedBy(ofGroups, ({ group }) => group.text).values()) {
    const [{ endpoint, group }] = having;
    if (!endpoint.vpc.known || !isOfEndpointsOnly(view, endpoint.vpc.value, group)) continue;
    const ports = portsOf(
      having.map((each) => each.endpoint),
      asked,
    );
    const callers = callersOf(view, having, asked);
    if (ports === undefined || callers.length === 0) continue;
    const address = view.securityGroup(group)?.address ?? group.text;
    for (const rule of view.rulesOf(group, "ingress").items) {
      const widths = [...widthsOf(view, rule, ports)];
      if (widths.length === 0) continue;
      yield issue("ingress-too-wide", {
        path: rule.address,
        problem: `${rule.address} admits ${widths.join(" from ")} to ${address}, the security group of ${having.map((each) => each.endpoint.address).join(", ")}`,
        fix: `admit there no more than TCP ${ports.join(", ")} from ${callers.join(", ")}`,
      });
    }
  }
}

/** Whether all that has a group is endpoints. */
function isOfEndpointsOnly(view: NetworkView, vpc: Identity, group: Identity): boolean {
  const rule = { peer: known({ kind: "security-group", id: group } as const) };
  return !mayLeadBeyondEndpoints({ view, vpc: view.vpc(vpc) }, rule);
}

/** The ports on which endpoints answer, and on which tasks say that they call them. @returns `undefined` where they are not established */
function portsOf(endpoints: readonly Endpoint[], asked: readonly AskedThrough[]): readonly number[] | undefined {
  const lists = endpoints.map(({ service }) => (service === undefined ? [] : endpointServiceFacts(service).ports));
  if (lists.some((ports) => ports.length === 0)) return undefined;
  const said = asked.flatMap(({ task, service }) => task.ports?.[service] ?? []);
  return [...new Set([...lists.flat(), ...said])].sort((a, b) => a - b);
}

/** The security groups of the tasks that call through the endpoints. */
function callersOf(view: NetworkView, having: readonly EndpointOfGroup[], asked: readonly AskedThrough[]): string[] {
  const addresses = new Set(having.map(({ endpoint }) => endpoint.address));
  const calling = asked.filter(({ met }) => met.some((each) => addresses.has(each)));
  const groups = calling.flatMap(({ task }) => knownValue(task.securityGroups) ?? []);
  return [...new Set(groups.map((id) => view.securityGroup(id)?.address ?? id.text))];
}

/** What of ports and of addresses is too much. */
function* widthsOf(view: NetworkView, rule: SecurityGroupRuleModel, ports: readonly number[]): Generator<string> {
  const { protocol, fromPort, toPort, peer } = rule;
  if (!protocol.known || !peer.known) return;
  const name = protocol.value.toLowerCase();
  const isAll = name === "-1" || name === "all";
  if (!isAll && name !== "tcp" && name !== "6") return;
  const [from, to] = isAll ? [0, 65535] : [knownValue(fromPort), knownValue(toPort)];
  if (from === undefined || to === undefined) return;
  const admitted = ports.filter((port) => from <= port && port <= to);
  // Of a rule that admits none of the ports something else is the purpose.
  if (admitted.length === 0) return;
  const what = isAll ? "every port of every protocol" : from === to ? `TCP ${from}` : `TCP ${from}-${to}`;
  const isWide = isEverywhere(peer.value) && onlyTasksCall(view);
  if (isWide) yield* [what, "every address"];
  else if (to - from + 1 > admitted.length) yield what;
}

/** Whether nothing but the tasks can be what calls: nothing else is in sight that does, and no other network is connected. */
function onlyTasksCall(view: NetworkView): boolean {
  const { otherClients, tasks, vpcs, connections, routeTables, looseRoutes } = view.model;
  if (otherClients.length > 0 || connections.peerings.length > 0 || connections.attachments.length > 0) return false;
  if (tasks.some(({ securityGroups }) => !securityGroups.known)) return false;
  if (vpcs.some(({ id }) => view.elsewhere(id) !== undefined)) return false;
  const routes = [...routeTables.flatMap((table) => table.routes), ...looseRoutes];
  return (
    routeTables.every(({ complete }) => complete) &&
    routes.every(({ target }) => target.known && /^(?:internet|nat)-gateway$/.test(target.value.kind))
  );
}
