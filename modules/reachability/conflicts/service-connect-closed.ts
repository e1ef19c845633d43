import type { UncheckedFargateTask } from "../../task/fargate-task";
import { portMapping } from "../../task/port-mapping";
import type { ServiceConnectService } from "../../task/service-connect";
import { isPending } from "../../values/pending";
import { mayLeadBeyondEndpoints } from "../checks/beyond-endpoints";
import { coversPort } from "../checks/security-group-admits";
import { knownValue } from "../model/fact";
import type { RunningTask } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { SecurityGroupRuleModel } from "../model/security-group";
import { type ConflictRule, conflict, type ResourceIssue } from "./conflict-rule";

/** A service in a namespace of Service Connect. */
interface Member {
  readonly task: RunningTask;
  readonly definition: UncheckedFargateTask;
  readonly namespace: string;
  readonly offers: readonly ServiceConnectService[];
}

/**
 * A port that is offered in a namespace and closed to everybody, and a client that is let out to none of its servers. Who of a
 * namespace calls whom nobody says, so a port that is open to anything is left alone.
 */
export const serviceConnectClosed: ConflictRule = function* (view) {
  const members = view.model.tasks.flatMap(memberOf);
  for (const member of members) {
    const others = members.filter((each) => each !== member && each.namespace === member.namespace);
    yield* closedOffers(view, member, others.length === 0);
    if (member.offers.length === 0 && others.some(({ offers }) => offers.length > 0)) yield* closedClient(view, member);
  }
};

function memberOf(task: RunningTask): Member[] {
  const definition = knownValue(task.reading)?.task;
  if (definition?.serviceConnect === undefined) return [];
  const { namespace, services: offers = [] } = definition.serviceConnect;
  return [{ task, definition, namespace, offers }];
}

/** Where nobody else of the namespace is in sight, nobody may be there to let in yet. */
function* closedOffers(
  view: NetworkView,
  { task, definition, offers }: Member,
  isAlone: boolean,
): Generator<ResourceIssue> {
  const rules = rulesOf(view, task, "ingress");
  if (rules === undefined) return;
  for (const { portName, ingressPortOverride } of offers) {
    const port = ingressPortOverride ?? portNamed(definition, portName);
    if (port === undefined || rules.some((rule) => coversPort(rule, port) !== "no")) continue;
    const path = groupsOf(view, task);
    yield conflict("service-connect-closed", {
      ...(isAlone ? { severity: "warning" } : {}),
      path,
      problem: `${task.address} offers its port "${portName}" by Service Connect, and no ingress rule of ${path} lets TCP ${port} in`,
      fix: `add an ingress rule for TCP ${port} with the security groups of its clients to ${path}`,
    });
  }
}

function* closedClient(view: NetworkView, { task }: Member): Generator<ResourceIssue> {
  const [first] = knownValue(task.subnets) ?? [];
  const vpcId = first === undefined ? undefined : knownValue(view.subnet(first).vpc);
  const rules = rulesOf(view, task, "egress");
  if (vpcId === undefined || rules === undefined) return;
  const from = { view, vpc: view.vpc(vpcId) };
  if (rules.some((rule) => mayLeadBeyondEndpoints(from, rule))) return;
  const path = groupsOf(view, task);
  yield conflict("service-connect-closed", {
    severity: "warning",
    path,
    problem: `${task.address} is a client of a namespace of Service Connect, and the egress rules of ${path} lead to endpoints only`,
    fix: `add an egress rule to ${path} with the port and the security group of each service that it calls`,
  });
}

/** The rules of a task's groups. `undefined` where there may be others, or nobody knows the groups. */
function rulesOf(
  view: NetworkView,
  { securityGroups }: RunningTask,
  direction: SecurityGroupRuleModel["direction"],
): readonly SecurityGroupRuleModel[] | undefined {
  // Without a group it has that of the VPC, which admits itself.
  if (!securityGroups.known || securityGroups.value.length === 0) return undefined;
  const sets = securityGroups.value.map((group) => view.rulesOf(group, direction));
  if (sets.some(({ others }) => others !== undefined)) return undefined;
  return sets.flatMap(({ items, possible }) => [...items, ...possible]);
}

function groupsOf(view: NetworkView, { securityGroups }: RunningTask): string {
  return (knownValue(securityGroups) ?? []).map((id) => view.securityGroup(id)?.address ?? id.text).join(", ");
}

/** The port of the task that has a name. `undefined` where only Terraform knows it. */
function portNamed({ containers }: UncheckedFargateTask, portName: string): number | undefined {
  if (isPending(portName)) return undefined;
  const ports = Object.values(containers).flatMap(({ ports: own = [] }) => own.map(portMapping));
  const port = ports.find(({ name }) => name === portName)?.containerPort;
  return typeof port === "number" && !isPending(port) ? port : undefined;
}
