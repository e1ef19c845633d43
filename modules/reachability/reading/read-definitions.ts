import { known, knownValue, unknown } from "../model/fact";
import type { Truth } from "../model/truth";
import { ABSENT, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { listFact, textFact } from "./facts";
import { identityFact, namesOf } from "./identities";
import { readLaunches, type TaskLaunch } from "./read-launches";
import type { ResourceIndex } from "./resource-index";

/** The task definition that a service runs, by any of the names that ECS takes. */
export function definitionOf(value: Value, index: ResourceIndex): TerraformResource | undefined {
  const id = identityFact(value, index);
  if (!id.known) return undefined;
  const definitions = index.byIdentity("aws_ecs_task_definition", (definition) =>
    namesOf(definition, index, ["arn", "arn_without_revision", "family"]),
  );
  const { text } = id.value;
  return definitions.get(text) ?? definitions.get(text.split(":")[0] ?? "");
}

/** Whether a task definition is for Fargate: it says so, or may be since it says nothing and has the network mode for it. */
export function definesFargate(definition: TerraformResource): Truth {
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
  const started = new Set(
    readLaunches(index).map(({ taskDefinition }) => definitionOf(taskDefinition, index)?.address),
  );
  return index
    .managed("aws_ecs_task_definition")
    .filter((definition) => definesFargate(definition) === "yes" && !started.has(definition.address))
    .map((definition) => ({
      resource: definition,
      isForFargate: "yes",
      taskDefinition: definition.attribute("arn"),
      networkConfiguration: unknown(`nothing here says where ${definition.address} runs`),
      platformVersion: known(""),
      executeCommand: known(false),
      cluster: ABSENT,
    }));
}
