import { familyInName } from "../../aws/task-definition-name";
import { knownValue, unknown } from "../model/fact";
import { UNKNOWN_TEXT } from "../model/symbol";
import type { Truth } from "../model/truth";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { ABSENT, isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { listFact, memberOf, textFact } from "./facts";
import { identityFact, namesOf } from "./identities";
import { jobNamed } from "./job-submissions";
import { readLaunch, readLaunches } from "./read-launches";
import type { ResourceIndex } from "./resource-index";
import type { TaskLaunch } from "./task-launch";

/** The task definition that a service runs, by any of the names that ECS takes, or by a data source that looks it up; or the job definition of AWS Batch. */
export function definitionOf(value: Value, index: ResourceIndex): TerraformResource | undefined {
  const seen = new Set<string>();
  for (let name = value; ; ) {
    const lookup = lookupIn(name, index);
    if (lookup === undefined) return definitionNamed(name, index);
    if (seen.has(lookup.address)) return undefined;
    seen.add(lookup.address);
    name = lookup.argument("task_definition");
  }
}

function definitionNamed(value: Value, index: ResourceIndex): TerraformResource | undefined {
  const definitions = index.byIdentity("aws_ecs_task_definition", (definition) =>
    namesOf(definition, index, ["arn", "arn_without_revision", "family"]).filter(
      (name) => !name.includes(UNKNOWN_TEXT),
    ),
  );
  const id = knownValue(identityFact(value, index));
  const found = (id && definitions.get(id.text)) ?? definitions.get(familyInName(symbolicText(value)));
  return found ?? jobNamed(value, index);
}

/** The data source to which a name refers, as a whole or for its family: `${data.….family}:${…}`. */
function lookupIn(name: Value, index: ResourceIndex): TerraformResource | undefined {
  const [first, next] = name.kind === "text" ? name.parts : [name];
  const isWhole = next === undefined || symbolicText(next).startsWith(":");
  const resource = first?.kind === "reference" && isWhole ? index.at(first.address) : undefined;
  return resource?.mode === "data" && resource.type === "aws_ecs_task_definition" ? resource : undefined;
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

/**
 * The task definitions for Fargate that nothing here starts: by hand, or by another configuration. Where one runs, its comment
 * may say.
 */
export function launchesElsewhere(index: ResourceIndex): readonly TaskLaunch[] {
  const launches = readLaunches(index);
  // Any of them may be what is started where that is not known.
  if (launches.some(({ taskDefinition }) => taskDefinition.kind === "unknown")) return [];
  const started = new Set(launches.map(({ taskDefinition }) => definitionOf(taskDefinition, index)?.address));
  return index
    .managed("aws_ecs_task_definition")
    .filter((definition) => definesFargate(definition) === "yes" && !started.has(definition.address))
    .map(launchElsewhere);
}

function launchElsewhere(definition: TerraformResource): TaskLaunch {
  const said = definition.saidLaunch;
  const argument = (name: string) => (said?.kind === "object" ? memberOf(said, name) : ABSENT);
  const launch = readLaunch(definition, argument, "task_definition", argument("cluster"));
  return {
    ...launch,
    isForFargate: "yes",
    taskDefinition: definition.attribute("arn"),
    ...(isAbsent(argument("network_configuration"))
      ? { networkConfiguration: unknown(`nothing here says where ${definition.address} runs`) }
      : {}),
  };
}
