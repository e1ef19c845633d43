import { type Fact, known, knownValue, unknown } from "../model/fact";
import type { Truth } from "../model/truth";
import { isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { type Argument, blocksFact, booleanFact, isEmpty, memberOf, textFact } from "./facts";
import { tasksOfStateMachine } from "./read-state-machines";
import type { ResourceIndex } from "./resource-index";

/** What starts a task, and how. */
export interface TaskLaunch {
  readonly resource: TerraformResource;
  /** Name of the service. @default - it is no service */
  readonly name?: string | undefined;
  /** Whether it says that the task runs on Fargate. Where it does not, the task definition tells. */
  readonly isForFargate: Truth;
  readonly taskDefinition: Value;
  readonly networkConfiguration: Fact<ObjectValue>;
  readonly platformVersion: Fact<string>;
  readonly executeCommand: Fact<boolean>;
  /** The configuration of Service Connect, where it is on. @default - it is off */
  readonly serviceConnect?: Fact<ObjectValue> | undefined;
  readonly cluster: Value;
  /** Whether it may start the task with roles of its own choice. @default false */
  readonly mayNameRoles?: boolean;
}

/** Whatever starts tasks: services of ECS and their task sets, rules of EventBridge, state machines, schedules. */
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
    ...index.managed("aws_scheduler_schedule").flatMap((schedule) => {
      const targets = knownValue(blocksFact(schedule.argument("target"))) ?? [];
      return targets.flatMap((target) =>
        readBlocks(schedule, memberOf(target, "ecs_parameters"), memberOf(target, "arn"), [memberOf(target, "input")]),
      );
    }),
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
  return Object.keys(overrides.members).some((name) => name.endsWith("role_arn"));
}

function readLaunch(
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
