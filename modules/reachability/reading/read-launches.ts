import { type Fact, known, knownValue, unknown } from "../model/fact";
import { ABSENT, isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, memberOf, textFact } from "./facts";
import type { ResourceIndex } from "./resource-index";

/** What starts a task, and how. */
export interface TaskLaunch {
  readonly resource: TerraformResource;
  /** Name of the service. @default - it is no service */
  readonly name?: string;
  /** Whether it says that the task runs on Fargate. Else the task definition tells. */
  readonly saysFargate: boolean;
  readonly taskDefinition: Value;
  readonly networkConfiguration: Fact<ObjectValue>;
  readonly platformVersion: Fact<string>;
  readonly executeCommand: Fact<boolean>;
  /** The configuration of Service Connect, where it is on. @default - it is off */
  readonly serviceConnect?: ObjectValue;
  readonly cluster: Value;
}

/** Whatever starts Fargate tasks: services of ECS and their task sets, rules of EventBridge, schedules. */
export function readLaunches(index: ResourceIndex): readonly TaskLaunch[] {
  return [
    ...index.managed("aws_ecs_service", "aws_ecs_task_set").flatMap(readService),
    ...index
      .managed("aws_cloudwatch_event_target")
      .flatMap((target) => readBlocks(target, target.argument("ecs_target"), target.argument("arn"))),
    ...index.managed("aws_scheduler_schedule").flatMap((schedule) => {
      const targets = blocksFact(schedule.argument("target"));
      if (!targets.known) return [];
      return targets.value.flatMap((target) =>
        readBlocks(schedule, memberOf(target, "ecs_parameters"), memberOf(target, "arn")),
      );
    }),
  ];
}

function readService(service: TerraformResource): TaskLaunch[] {
  const argument = (name: string) => service.argument(name);
  const taskDefinition = argument("task_definition");
  if (!mayBeFargate(argument("launch_type"), argument("capacity_provider_strategy")) || isAbsent(taskDefinition))
    return [];
  const connect = knownValue(blocksFact(argument("service_connect_configuration")))?.find(
    (block) => knownValue(booleanFact(memberOf(block, "enabled"), false)) !== false,
  );
  const name = knownValue(textFact(argument("name")));
  return [
    {
      resource: service,
      ...(name === undefined ? {} : { name }),
      saysFargate: saysFargate(argument("launch_type"), argument("capacity_provider_strategy")),
      taskDefinition,
      networkConfiguration: single(argument("network_configuration"), service),
      platformVersion: ownVersion(argument("platform_version"), service),
      executeCommand: booleanFact(argument("enable_execute_command"), false),
      ...(connect === undefined ? {} : { serviceConnect: connect }),
      cluster: argument("cluster"),
    },
  ];
}

function readBlocks(resource: TerraformResource, blocks: Value, cluster: Value): TaskLaunch[] {
  const targets = blocksFact(blocks);
  if (!targets.known) return [];
  return targets.value.flatMap((target): TaskLaunch[] => {
    const argument = (name: string) => memberOf(target, name);
    if (!mayBeFargate(argument("launch_type"), argument("capacity_provider_strategy"))) return [];
    return [
      {
        resource,
        saysFargate: saysFargate(argument("launch_type"), argument("capacity_provider_strategy")),
        taskDefinition: argument("task_definition_arn"),
        networkConfiguration: single(argument("network_configuration"), resource),
        platformVersion: textFact(argument("platform_version"), ""),
        executeCommand: booleanFact(argument("enable_execute_command"), false),
        cluster,
      },
    ];
  });
}

function saysFargate(launchType: Value, strategy: Value): boolean {
  if (knownValue(textFact(launchType, "")) === "FARGATE") return true;
  const providers = knownValue(blocksFact(strategy)) ?? [];
  return providers.some((provider) => {
    return knownValue(textFact(memberOf(provider, "capacity_provider")))?.startsWith("FARGATE") === true;
  });
}

/** Without a launch type or a strategy the cluster's default decides; an awsvpc task of Fargate is what it may be. */
function mayBeFargate(launchType: Value, strategy: Value): boolean {
  const type = knownValue(textFact(launchType, ""));
  if (type === "EC2" || type === "EXTERNAL") return false;
  const providers = knownValue(blocksFact(strategy)) ?? [];
  if (providers.length === 0) return true;
  return providers.some((provider) => {
    const name = knownValue(textFact(memberOf(provider, "capacity_provider")));
    return name === undefined || name.startsWith("FARGATE");
  });
}

/** Known after the apply although nobody gave it: the newest, which is what ECS takes. */
function ownVersion(value: Value, service: TerraformResource): Fact<string> {
  const isOwn = value.kind === "reference" && value.address === service.address;
  return isOwn ? known("") : textFact(isOwn ? ABSENT : value, "");
}

function single(value: Value, resource: TerraformResource): Fact<ObjectValue> {
  const blocks = blocksFact(value);
  if (!blocks.known) return blocks;
  const [block] = blocks.value;
  return block === undefined ? unknown(`${resource.address} has no network configuration`) : known(block);
}
