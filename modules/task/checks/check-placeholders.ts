import { type Issue, issue } from "../../issues/issue";
import { hasPlaceholder } from "../../values/placeholder";
import { isUnresolved } from "../../values/unresolved";
import type { UncheckedFargateTask } from "../fargate-task";
import { imageName } from "../images/container-image";
import { secretValueFrom } from "../secrets/secret-source";

/**
 * The placeholders in a task from which a service is built. In a file a pipeline fills them in; in what Terraform deploys
 * nobody does.
 */
export function* checkPlaceholders(task: UncheckedFargateTask): Generator<Issue> {
  if (task.verbatim !== undefined) return;
  for (const [path, text] of textsOf(task)) {
    if (typeof text !== "string" || isUnresolved(text) || !hasPlaceholder(text)) continue;
    yield issue("placeholder-left", {
      path,
      problem: `"${text}" has a placeholder`,
      fix: "write the value, or fill it in before the task definition is read",
    });
  }
}

/** Options of log drivers that are patterns, in which brackets, dollars and percent signs have a meaning of their own. */
const PATTERNS: ReadonlySet<string> = new Set(["datetimeFormat", "multilinePattern"]);

/** The texts that ECS takes as names, addresses and numbers. Commands, variables and patterns may hold whatever they like. */
function* textsOf(task: UncheckedFargateTask): Generator<readonly [path: string, value: unknown]> {
  const { family, cpu, memory, ephemeralStorage } = task;
  yield* Object.entries({ family, cpu, memory, ephemeralStorage });
  for (const name of Object.keys(task.volumes ?? {})) yield [`volumes.${name}`, name];
  for (const [name, container] of Object.entries(task.containers)) {
    const path = `containers.${name}`;
    yield [path, name];
    yield [`${path}.image`, imageName(container.image)];
    for (const [variable, secret] of Object.entries(container.secrets ?? {})) {
      yield [`${path}.secrets.${variable}`, secretValueFrom(secret)];
    }
    for (const [option, value] of Object.entries(container.logDriver ?? {})) {
      if (!PATTERNS.has(option)) yield [`${path}.logDriver.${option}`, value];
    }
    for (const [index, port] of (container.ports ?? []).entries()) yield [`${path}.ports[${index}]`, port];
  }
}
