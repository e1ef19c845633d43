import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import { mayCallMore } from "../conflicts/warnings";
import { allKnown, knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { RunningTask } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { TaskProof } from "../model/proof";
import type { RulePeer } from "../model/security-group";
import type { AskedThrough } from "./wide-policies";

/** A task, what was proved of it, and what it asks through what. */
export interface TaskWithCalls {
  readonly proof: TaskProof;
  readonly asked: readonly AskedThrough[];
}

/**
 * Rules that let tasks out to every address although nothing leads out of their VPC, with what their calls need. Where a route leads
 * out, or is not in sight, the application may call what no rule can name. That something of another kind has the same security group
 * is not known where there is such a thing.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
export function* openEgress(view: NetworkView, proved: readonly TaskWithCalls[]): Generator<Issue> {
  const { tasks, otherClients } = view.model;
  if (otherClients.length > 0) return;
  const groups = allKnown(tasks.map(({ securityGroups }) => securityGroups));
  if (!groups.known) return;
  for (const [id] of groupedBy(groups.value.flat(), ({ text }) => text).values()) {
    const carrying = tasks.flatMap((task, index) => {
      const calls = proved[index];
      return calls !== undefined && hasGroup(task, id) ? [{ task, ...calls }] : [];
    });
    if (!carrying.every((each) => isShut(view, each.task) && isProved(each.proof))) continue;
    const group = view.securityGroup(id)?.address ?? id.text;
    for (const { address, peer } of view.rulesOf(id, "egress").items) {
      if (!peer.known || !isEverywhere(peer.value)) continue;
      const needed = [...new Set(carrying.flatMap((each) => neededBy(view, each)))].join("; ");
      yield issue("egress-to-anywhere", {
        path: address,
        problem: `${address} lets ${group} out to every address, and no route here leads out of the VPC`,
        fix: {
          library: `leave the rule out: tasks are let out to their endpoints, file systems and calls without it. What is known to be needed is ${needed}; what else the application calls in its VPC belongs into calls`,
          ecs: `let ${group} out to no more than ${needed}, and what else the application calls in its VPC`,
        },
      });
    }
  }
}

/** Whether a rule is about every address. */
export function isEverywhere(peer: RulePeer): boolean {
  return (peer.kind === "cidr" && peer.cidr.prefixLength === 0) || (peer.kind === "ipv6" && peer.isEverywhere === true);
}

function hasGroup({ securityGroups }: RunningTask, group: Identity): boolean {
  return securityGroups.known && securityGroups.value.some((each) => sameIdentity(each, group) === "yes");
}

/** Whether every call of a task is known to arrive. */
function isProved(proof: TaskProof): boolean {
  return !mayCallMore(proof) && proof.dependencies.every(({ verdict }) => verdict === "proved");
}

/** Whether no route leads out of the subnets of a task. That to a gateway endpoint is none of a route table's own. */
function isShut(view: NetworkView, { subnets }: RunningTask): boolean {
  if (!subnets.known) return false;
  return subnets.value.every((id) => {
    const subnet = view.subnet(id);
    if (!subnet.vpc.known || view.elsewhere(subnet.vpc.value) !== undefined) return false;
    const table = view.effectiveRouteTable(subnet);
    if (!table.known) return false;
    const { items, possible, others } = view.routesOf(table.value);
    return items.length === 0 && possible.length === 0 && others === undefined;
  });
}

/** What the calls of a task need: where to, and on which port. */
function neededBy(view: NetworkView, { proof, asked }: TaskWithCalls): readonly string[] {
  const ofEndpoints = asked.flatMap(({ met, service, task }) => {
    const ports = (task.ports?.[service] ?? endpointServiceFacts(service).ports).join(", ");
    return view.model.endpoints
      .filter(({ address }) => met.includes(address))
      .flatMap((endpoint) => {
        if (knownValue(endpoint.type) === "Gateway") return [`TCP ${ports} to the prefix list of ${endpoint.address}`];
        const groups = knownValue(view.securityGroupsOf(endpoint)) ?? [];
        return groups.map((id) => `TCP ${ports} to ${view.securityGroup(id)?.address ?? id.text}`);
      });
  });
  const others = proof.dependencies.filter(({ hops: [first] }) => first !== undefined && first.hop !== "endpoint");
  return [...ofEndpoints, ...others.map(({ service }) => `what leads to "${service}"`)];
}
