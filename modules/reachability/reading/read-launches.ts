import { type Fact, known, knownValue, unknown } from "../model/fact";
import type { Truth } from "../model/truth";
import { ABSENT, isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { type Argument, blocksFact, booleanFact, isEmpty, memberOf, textFact } from "./facts";
import { launchesOfJobs } from "./read-jobs";
import { tasksOfStateMachine, withPublicIpFlag } from "./read-state-machines";
import type { ResourceIndex } from "./resource-index";
import type { TaskLaunch } from "./task-launch";

/** Whatever starts tasks: services of ECS and their task sets, rules of EventBridge, state machines, pipes, schedules, AWS Batch. */
export function readLaunches(index: ResourceIndex): readonly TaskLaunch[] {
  return [
    ...index.managed("aws_ecs_service", "aws_ecs_task_set").flatMap(readService),
    ...index.managed("aws_cloudwatch_event_target").flatMap((target) => {
      const given = ["input", "input_path", "input_transformer"].map((name) => target.argument(name));
      return readBlocks(target, target.argument("ecs_target"), target.argument("arn"), given);
    }),
    ...index
      .managed("aws_sfn_state_machine")
      .flatMap((machine) => tasksOfStateMachine(machine).map(readStarted(machine))),
    ...index.managed("aws_pipes_pipe").flatMap(readPipe),
    ...index.managed("aws_scheduler_schedule").flatMap((schedule) => {
      const targets = knownValue(blocksFact(schedule.argument("target"))) ?? [];
      return targets.flatMap((target) =>
        readBlocks(schedule, memberOf(target, "ecs_parameters"), memberOf(target, "arn"), [memberOf(target, "input")]),
      );
    }),
    ...launchesOfJobs(index),
  ];
}

function readService(service: TerraformResource): TaskLaunch[] {
  const argument = (name: string) => service.argument(name);
  if (isAbsent(argument("task_definition"))) return [];
  return [
    {
      ...readLaunch(service, argument, "task_definition", argument("cluster")),
      name: knownValue(textFact(argument("name"))),
      serviceConnect: serviceConnectOf(argument("service_connect_configuration")),
    },
  ];
}

function readStarted(machine: TerraformResource): (task: ObjectValue) => TaskLaunch {
  return (task) => ({
    ...readLaunch(machine, (name) => memberOf(task, name), "task_definition", memberOf(task, "cluster")),
    ...(containsRole(memberOf(task, "overrides")) ? { mayNameRoles: true } : {}),
  });
}

/** Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/pipes_pipe */
function readPipe(pipe: TerraformResource): TaskLaunch[] {
  const parameters = knownValue(blocksFact(pipe.argument("target_parameters"))) ?? [];
  const tasks = parameters.flatMap((each) => knownValue(blocksFact(memberOf(each, "ecs_task_parameters"))) ?? []);
  return tasks.map((task) => {
    const network = firstBlock(memberOf(task, "network_configuration"));
    const vpc = network.kind === "object" ? firstBlock(memberOf(network, "aws_vpc_configuration")) : network;
    const argument = (name: string) =>
      name === "network_configuration" ? withPublicIpFlag(vpc) : memberOf(task, name);
    const overrides = firstBlock(memberOf(task, "overrides"));
    return {
      ...readLaunch(pipe, argument, "task_definition_arn", pipe.argument("target")),
      ...(!isEmpty(overrides) && containsRole(overrides) ? { mayNameRoles: true } : {}),
    };
  });
}

function firstBlock(blocks: Value): Value {
  return blocks.kind === "list" ? (blocks.items[0] ?? ABSENT) : blocks;
}

/** @returns `undefined` where it is off */
function serviceConnectOf(value: Value): Fact<ObjectValue> | undefined {
  const blocks = blocksFact(value);
  if (!blocks.known) return blocks;
  const on = blocks.value.find((block) => knownValue(booleanFact(memberOf(block, "enabled"), false)) !== false);
  return on && known(on);
}

/** @param overrides what the target hands over to the task, in which roles may be named in place of those of the definition */
function readBlocks(
  resource: TerraformResource,
  blocks: Value,
  cluster: Value,
  overrides: readonly Value[],
): TaskLaunch[] {
  const mayNameRoles = overrides.some(mayNameRole);
  return (knownValue(blocksFact(blocks)) ?? []).map((block) => ({
    ...readLaunch(resource, (name) => memberOf(block, name), "task_definition_arn", cluster),
    ...(mayNameRoles ? { mayNameRoles } : {}),
  }));
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html (`executionRoleArn`, `taskRoleArn`) */
function mayNameRole(override: Value): boolean {
  if (isEmpty(override)) return false;
  return override.kind !== "literal" || String(override.value).includes("RoleArn");
}

/** The same, of overrides that are not in one text. */
function containsRole(overrides: Value): boolean {
  if (overrides.kind !== "object") return mayNameRole(overrides);
  return Object.entries(overrides.members).some(([name, value]) => name.endsWith("role_arn") && !isEmpty(value));
}

export function readLaunch(
  resource: TerraformResource,
  argument: Argument,
  taskDefinition: "task_definition" | "task_definition_arn",
  cluster: Value,
): TaskLaunch {
  return {
    resource,
    isForFargate: saysFargate(argument("launch_type"), argument("capacity_provider_strategy")),
    taskDefinition: argument(taskDefinition),
    networkConfiguration: single(argument("network_configuration"), resource),
    // Without one ECS takes the newest.
    platformVersion: textFact(argument("platform_version"), ""),
    executeCommand: booleanFact(argument("enable_execute_command"), false),
    cluster,
  };
}

/** Without a launch type or a strategy the cluster's default decides; an awsvpc task of Fargate is what it may be. */
function saysFargate(launchType: Value, strategy: Value): Truth {
  const type = knownValue(textFact(launchType, ""));
  if (type === "EC2" || type === "EXTERNAL") return "no";
  const providers = (knownValue(blocksFact(strategy)) ?? []).map((provider) =>
    knownValue(textFact(memberOf(provider, "capacity_provider"))),
  );
  const isNamed = providers.some((name) => name?.startsWith("FARGATE"));
  if (providers.length > 0 && !isNamed && !providers.includes(undefined)) return "no";
  return isNamed || type === "FARGATE" ? "yes" : "unknown";
}

function single(value: Value, resource: TerraformResource): Fact<ObjectValue> {
  const blocks = blocksFact(value);
  if (!blocks.known) return blocks;
  const [block] = blocks.value;
  return block === undefined ? unknown(`${resource.address} has no network configuration`) : known(block);
}
