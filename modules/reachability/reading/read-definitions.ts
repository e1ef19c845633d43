import { known, knownValue, unknown } from "../model/fact";
import type { Truth } from "../model/truth";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { ABSENT, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, listFact, memberOf, textFact } from "./facts";
import { identityFact, identityOf } from "./identities";
import type { TaskLaunch } from "./read-launches";
import type { ResourceIndex } from "./resource-index";

/** The task definition that a service runs, by any of the names that ECS takes. */
export function definitionOf(value: Value, index: ResourceIndex): TerraformResource | undefined {
  const id = identityFact(value, index);
  if (!id.known) return undefined;
  const definitions = index.byIdentity("aws_ecs_task_definition", (definition) => {
    const names = ["arn", "arn_without_revision", "family"].map((name) => symbolicText(definition.attribute(name)));
    return [identityOf(definition, index).text, ...names];
  });
  const { text } = id.value;
  return definitions.get(text) ?? definitions.get(text.split(":")[0] ?? "");
}

/** Whether a task definition is for Fargate: it says so, or may be since it says nothing and has the network mode for it. */
export function isForFargate(definition: TerraformResource): Truth {
  const given = listFact(definition.argument("requires_compatibilities"));
  if (!given.known) return "unknown";
  const named = given.value.map((value) => knownValue(textFact(value)));
  if (named.includes("FARGATE")) return "yes";
  if (named.includes(undefined)) return "unknown";
  const mode = textFact(definition.argument("network_mode"), "bridge");
  return named.length > 0 || (mode.known && mode.value !== "awsvpc") ? "no" : "unknown";
}

/** The task definitions for Fargate that nothing here starts: by hand, by Step Functions, or by another configuration. */
export function launchesElsewhere(index: ResourceIndex): readonly TaskLaunch[] {
  const started = new Set(startedDefinitions(index).map((value) => definitionOf(value, index)?.address));
  return index
    .managed("aws_ecs_task_definition")
    .filter((definition) => isForFargate(definition) === "yes" && !started.has(definition.address))
    .map((definition) => ({
      resource: definition,
      saysFargate: true,
      taskDefinition: definition.attribute("arn"),
      networkConfiguration: unknown(`nothing here says where ${definition.address} runs`),
      platformVersion: known(""),
      executeCommand: known(false),
      cluster: ABSENT,
    }));
}

function startedDefinitions(index: ResourceIndex): readonly Value[] {
  const blocks = (value: Value) => knownValue(blocksFact(value)) ?? [];
  return [
    ...index.managed("aws_ecs_service", "aws_ecs_task_set").map((service) => service.argument("task_definition")),
    ...index
      .managed("aws_cloudwatch_event_target")
      .flatMap((target) => blocks(target.argument("ecs_target")))
      .map((target) => memberOf(target, "task_definition_arn")),
    ...index
      .managed("aws_scheduler_schedule")
      .flatMap((schedule) => blocks(schedule.argument("target")))
      .flatMap((target) => blocks(memberOf(target, "ecs_parameters")))
      .map((parameters) => memberOf(parameters, "task_definition_arn")),
  ];
}
