import { interpretTaskDefinition, type TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import { type Fact, known, knownValue, unknown } from "../model/fact";
import type { RunningTask } from "../model/network-model";
import { UNKNOWN_TEXT } from "../model/symbol";
import { isSymbolic, symbolicJson, symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { asLaunched } from "./as-launched";
import { booleanFact, memberOf, notKnown, textFact } from "./facts";
import { accountText, identitiesFact } from "./identities";
import { sessionLogging } from "./read-clusters";
import { definesFargate, definitionOf, launchesElsewhere } from "./read-definitions";
import { readLaunches, type TaskLaunch } from "./read-launches";
import { readRoleStatements } from "./read-task-role";
import type { ResourceIndex } from "./resource-index";

/**
 * The Fargate tasks, and where each runs: those of services, and those that rules and schedules start. Of a task definition
 * for Fargate that nothing here starts, nobody knows where it runs.
 */
export function readTasks(index: ResourceIndex): readonly RunningTask[] {
  const launches = readLaunches(index).filter(({ isForFargate, taskDefinition }) => {
    const definition = isForFargate === "unknown" ? definitionOf(taskDefinition, index) : undefined;
    return (definition === undefined ? isForFargate : definesFargate(definition)) !== "no";
  });
  return [...launches, ...launchesElsewhere(index)].map((launch) => readTask(launch, index));
}

function readTask(launch: TaskLaunch, index: ResourceIndex): RunningTask {
  const { resource, networkConfiguration } = launch;
  const definition = definitionOf(launch.taskDefinition, index);
  const argument = (name: string): Value =>
    networkConfiguration.known
      ? memberOf(networkConfiguration.value, name)
      : { kind: "unknown", because: networkConfiguration.because };
  const reading = readDefinition(definition, launch, index);
  const role = (name: string) => symbolicText(definition?.argument(name) ?? { kind: "unknown", because: "" });
  return {
    address: resource.address,
    definition: definition?.address ?? symbolicText(launch.taskDefinition),
    name: nameOf(launch, reading),
    reading,
    region: textFact(resource.region),
    account: accountText(resource, index),
    subnets: identitiesFact(argument("subnets"), index),
    securityGroups: identitiesFact(argument("security_groups"), index),
    publicIp: booleanFact(argument("assign_public_ip"), false),
    executionRole: role("execution_role_arn"),
    taskRole: role("task_role_arn"),
    ...(definition?.annotations?.ports === undefined ? {} : { ports: definition.annotations.ports }),
    ...(resource.created === undefined ? {} : { created: resource.created }),
  };
}

function readDefinition(
  definition: TerraformResource | undefined,
  launch: TaskLaunch,
  index: ResourceIndex,
): Fact<TaskDefinitionReading> {
  if (definition === undefined) {
    const { taskDefinition } = launch;
    return isSymbolic(taskDefinition)
      ? unknown(`the task definition ${symbolicText(taskDefinition)} is elsewhere`)
      : notKnown(taskDefinition);
  }
  const containers = definition.argument("container_definitions");
  if (containers.kind === "unknown" || containers.kind === "reference") return notKnown(containers);
  const reading = interpretTaskDefinition(attributesOf(definition));
  if (reading.task === undefined) {
    const [issue] = reading.issues;
    return unknown(
      `the task definition ${definition.address} cannot be read${issue === undefined ? "" : `: ${issue.problem}`}`,
    );
  }
  const statements = readRoleStatements(definition.argument("task_role_arn"), index);
  const { ports: _ports, executeCommand: said, ...calls } = definition.annotations ?? {};
  const task = {
    ...reading.task,
    ...calls,
    ...(statements.length === 0 ? {} : { taskRoleStatements: statements }),
  };
  return known(asLaunched({ ...reading, task }, launch, sessionLogging(launch.cluster, index, said)));
}

/** The arguments that say what a task is. */
const ATTRIBUTES = [
  "container_definitions",
  "cpu",
  "ephemeral_storage",
  "execution_role_arn",
  "family",
  "memory",
  "network_mode",
  "requires_compatibilities",
  "runtime_platform",
  "task_role_arn",
  "volume",
] as const;

function attributesOf(definition: TerraformResource): Readonly<Record<string, unknown>> {
  const attributes: Record<string, unknown> = {};
  for (const name of ATTRIBUTES) {
    const value = definition.argument(name);
    if (!isAbsent(value)) attributes[name] = symbolicJson(value);
  }
  return attributes;
}

function nameOf(launch: TaskLaunch, reading: Fact<TaskDefinitionReading>): string {
  const family = knownValue(reading)?.task?.family;
  return launch.name ?? (family?.includes(UNKNOWN_TEXT) === true ? undefined : family) ?? launch.resource.address;
}
