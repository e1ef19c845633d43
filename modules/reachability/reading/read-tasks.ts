import { interpretTaskDefinition, type TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { withKeys } from "../../task/task-keys";
import { type Fact, known, knownValue, unknown } from "../model/fact";
import type { RunningTask } from "../model/network-model";
import type { TaskRoles } from "../model/role";
import { UNKNOWN_TEXT } from "../model/symbol";
import { isSymbolic, symbolicText } from "../terraform/expressions/symbolic-text";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { asLaunched } from "./as-launched";
import { booleanFact, memberOf, notKnown, textFact } from "./facts";
import { accountText, identitiesFact } from "./identities";
import { oneTaskEach } from "./one-task-each";
import { callsOfGroups, readCalls } from "./read-calls";
import { sessionLogging } from "./read-clusters";
import { definesFargate, definitionOf, launchesElsewhere } from "./read-definitions";
import { documentOf } from "./read-documents";
import { readGrants } from "./read-grants";
import { internetBlock } from "./read-internet-block";
import { readLaunches } from "./read-launches";
import { withPullThroughCaches } from "./read-pull-through-caches";
import { readRole } from "./read-roles";
import { readTaskKeys } from "./read-task-keys";
import { statementsOfRole } from "./read-task-role";
import type { ResourceIndex } from "./resource-index";
import type { TaskDocument } from "./task-document";
import type { TaskLaunch } from "./task-launch";

/**
 * The Fargate tasks, each once, and where it runs: those of services, and those that rules and schedules start. Of a task definition
 * for Fargate that nothing here starts, nobody knows where it runs.
 */
export function readTasks(index: ResourceIndex): readonly RunningTask[] {
  const launches = readLaunches(index).filter(({ isForFargate, taskDefinition }) => {
    const definition = isForFargate === "unknown" ? definitionOf(taskDefinition, index) : undefined;
    return (definition === undefined ? isForFargate : definesFargate(definition)) !== "no";
  });
  return oneTaskEach(
    [...launches, ...launchesElsewhere(index)].map((launch) => ({
      task: readTask(launch, index),
      isNamed: launch.name !== undefined,
    })),
  );
}

function readTask(launch: TaskLaunch, index: ResourceIndex): RunningTask {
  const { resource, networkConfiguration } = launch;
  const definition = definitionOf(launch.taskDefinition, index);
  const argument = (name: string): Value =>
    networkConfiguration.known
      ? memberOf(networkConfiguration.value, name)
      : { kind: "unknown", because: networkConfiguration.because };
  const document = definition && documentOf(definition);
  const roles = rolesOf(document, launch, index);
  const reading = readDefinition(definition, document, launch, roles, index);
  const securityGroups = identitiesFact(argument("security_groups"), index);
  const role = (name: "executionRole" | "taskRole") =>
    launch.mayNameRoles === true ? UNKNOWN_TEXT : symbolicText(document?.[name] ?? ELSEWHERE);
  return {
    address: resource.address,
    definition: definition?.address ?? symbolicText(launch.taskDefinition),
    name: nameOf(launch, reading),
    reading,
    region: textFact(resource.region),
    account: accountText(resource, index),
    subnets: identitiesFact(argument("subnets"), index),
    securityGroups,
    publicIp: publicIpFact(argument("assign_public_ip"), index),
    executionRole: role("executionRole"),
    taskRole: role("taskRole"),
    roles,
    ...callsOf(definition, securityGroups, index),
    ...(definition?.annotations?.ports === undefined ? {} : { ports: definition.annotations.ports }),
    ...(resource.created === undefined ? {} : { created: resource.created }),
  };
}

/** An address is of no use where internet gateways let nothing but what NAT gateways open. */
function publicIpFact(value: Value, index: ResourceIndex): Fact<boolean> {
  const own = booleanFact(value, false);
  const block = internetBlock(index, "block-ingress");
  return block === undefined || knownValue(own) === false ? own : unknown(block);
}

function readDefinition(
  definition: TerraformResource | undefined,
  document: TaskDocument | undefined,
  launch: TaskLaunch,
  roles: TaskRoles,
  index: ResourceIndex,
): Fact<TaskDefinitionReading> {
  if (definition === undefined || document === undefined) {
    const { taskDefinition } = launch;
    return isSymbolic(taskDefinition)
      ? unknown(`the task definition ${symbolicText(taskDefinition)} is elsewhere`)
      : notKnown(taskDefinition);
  }
  if (!document.json.known) return document.json;
  const reading = inResource(interpretTaskDefinition(document.json.value), document);
  if (reading.task === undefined) {
    const [issue] = reading.issues;
    return unknown(
      `the task definition ${definition.address} cannot be read${issue === undefined ? "" : `: ${issue.problem}`}`,
    );
  }
  const statements = statementsOfRole(roles["task-role"]);
  const { ports: _ports, pullThroughCaches, executeCommand: said, ...calls } = definition.annotations ?? {};
  const task = {
    ...withKeys(withPullThroughCaches(reading.task, index, pullThroughCaches), readTaskKeys(definition.saidKeys)),
    ...calls,
    ...grantsOf(definition),
    ...(statements.length === 0 ? {} : { taskRoleStatements: statements }),
  };
  return known(asLaunched({ ...reading, task }, launch, sessionLogging(launch.cluster, index, said)));
}

function callsOf(
  definition: TerraformResource | undefined,
  groups: RunningTask["securityGroups"],
  index: ResourceIndex,
): Pick<RunningTask, "calls"> {
  const calls = [...readCalls(definition?.saidCalls, index), ...callsOfGroups(knownValue(groups) ?? [], index)];
  return calls.length === 0 ? {} : { calls };
}

function grantsOf({ saidGrants }: TerraformResource): Pick<UncheckedFargateTask, "grants"> {
  const grants = saidGrants === undefined ? [] : readGrants(saidGrants);
  return grants.length === 0 ? {} : { grants };
}

/** A reading with the paths of the resource in place of those of the document. */
function inResource(reading: TaskDefinitionReading, { pathInResource }: TaskDocument): TaskDefinitionReading {
  if (pathInResource === undefined) return reading;
  const issues = reading.issues.map((issue) =>
    issue.path === undefined ? issue : { ...issue, path: pathInResource(issue.path) },
  );
  return { ...reading, issues, paths: reading.paths.renamed(pathInResource) };
}

function rolesOf(document: TaskDocument | undefined, launch: TaskLaunch, index: ResourceIndex): TaskRoles {
  if (launch.mayNameRoles === true) {
    const own = unknown(`${launch.resource.address} may start the task with roles of its own choice`);
    return { "execution-role": own, "task-role": own };
  }
  const execution = readRole(document?.executionRole ?? ELSEWHERE, index);
  const task = readRole(document?.taskRole ?? ELSEWHERE, index);
  return {
    ...(execution === undefined ? {} : { "execution-role": execution }),
    ...(task === undefined ? {} : { "task-role": task }),
  };
}

/** An argument of a task definition that is not here. */
const ELSEWHERE: Value = { kind: "unknown", because: "the task definition is elsewhere" };

function nameOf(launch: TaskLaunch, reading: Fact<TaskDefinitionReading>): string {
  const family = knownValue(reading)?.task?.family;
  return launch.name ?? (family?.includes(UNKNOWN_TEXT) === true ? undefined : family) ?? launch.resource.address;
}
