import { type Fact, mapFact, unknown } from "../model/fact";
import { jsonDecode } from "../terraform/expressions/json-functions";
import { isAbsent, literal, type ObjectValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, isEmpty, memberOf, notKnown } from "./facts";

/** The task that a job definition of AWS Batch describes, by either of two arguments. */
export interface JobTask {
  /** What is said of the task as a whole. */
  readonly task: ObjectValue;
  readonly containers: readonly ObjectValue[];
  readonly taskRole: Value;
  readonly platformVersion: Value;
  /** Where the task stands in the resource. */
  readonly path: string;
  /** Where its containers stand. */
  readonly containersPath: string;
}

/**
 * The task of a job: one container by `container_properties`, or several by `ecs_properties`.
 *
 * Sources: https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html and
 * https://docs.aws.amazon.com/batch/latest/APIReference/API_EcsTaskProperties.html
 */
export function taskOfJob(job: TerraformResource): Fact<JobTask> {
  const several = job.argument("ecs_properties");
  if (isEmpty(several)) return mapFact(decoded(job.argument("container_properties")), ofOneContainer);
  const properties = decoded(several);
  if (!properties.known) return properties;
  const tasks = blocksFact(memberOf(properties.value, "taskProperties"));
  if (!tasks.known) return tasks;
  const [task] = tasks.value;
  return task === undefined ? unknown(`${job.address} has no task`) : ofSeveralContainers(task);
}

function decoded(text: Value): Fact<ObjectValue> {
  const value = jsonDecode([text]);
  if (value?.kind === "object") return { known: true, value };
  return notKnown(value?.kind === "unknown" ? value : text);
}

function ofOneContainer(properties: ObjectValue): JobTask {
  const path = "container_properties";
  const fargate = memberOf(properties, "fargatePlatformConfiguration");
  return {
    task: properties,
    // Batch names it so.
    containers: [{ kind: "object", members: { ...properties.members, name: literal("default") } }],
    taskRole: memberOf(properties, "jobRoleArn"),
    platformVersion: fargate.kind === "object" ? memberOf(fargate, "platformVersion") : fargate,
    path,
    containersPath: path,
  };
}

function ofSeveralContainers(task: ObjectValue): Fact<JobTask> {
  const path = "ecs_properties.taskProperties[0]";
  return mapFact(blocksFact(memberOf(task, "containers")), (containers) => ({
    task,
    containers,
    taskRole: memberOf(task, "taskRoleArn"),
    platformVersion: memberOf(task, "platformVersion"),
    path,
    containersPath: `${path}.containers`,
  }));
}

/** Whether a job's task gets a public address. Source: API_NetworkConfiguration, where `DISABLED` is the default. */
export function publicIpOfJob({ task }: JobTask): Value {
  const network = memberOf(task, "networkConfiguration");
  if (network.kind !== "object") return isAbsent(network) ? literal(false) : network;
  const word = memberOf(network, "assignPublicIp");
  if (isAbsent(word)) return literal(false);
  return word.kind === "literal" ? literal(word.value === "ENABLED") : word;
}
