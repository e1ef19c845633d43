import { type EndpointPlanJson, PLAN_JSON_VERSION, planAsJson } from "../planning/plan/plan-as-json";
import type { PlanContent } from "../planning/plan/planned-endpoint";
import { isObject } from "../values/is-object";
import type { Input } from "./read-input";
import { UnusableInputError } from "./unusable-input";

/**
 * The plan to which another is compared: one that `plan --format json` has written, or that of a task definition.
 *
 * @param planOf the plan of an input that is a task definition
 * @throws {UnusableInputError} where the input is neither
 */
export async function readBasePlan(
  input: Input,
  planOf: (input: Input) => Promise<PlanContent>,
): Promise<EndpointPlanJson> {
  return readSavedPlan(input) ?? planAsJson(await planOf(input));
}

/**
 * The plan that `plan --format json` has written. `undefined` where the input is none.
 *
 * @throws {UnusableInputError} where it is one of another version
 */
export function readSavedPlan(input: Input): EndpointPlanJson | undefined {
  const saved = savedPlan(input);
  if (saved === undefined || isPlanJson(saved)) return saved;
  throw new UnusableInputError(
    `${input.name} is not a plan that this version writes; write it anew with private-fargate plan FILE --format json`,
  );
}

/** What looks like a plan: endpoints and no containers. */
function savedPlan({ text }: Input): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && "endpoints" in value && "tasks" in value ? value : undefined;
  } catch {
    // It is a task definition in YAML or as a template, or nothing; who reads it says so.
    return undefined;
  }
}

function isPlanJson(value: unknown): value is EndpointPlanJson {
  if (!isObject(value) || value["version"] !== PLAN_JSON_VERSION) return false;
  return (
    isList(value["endpoints"], (each) => hasTexts(each, "service", "type") && isList(each["reasons"], isReason)) &&
    isList(value["issues"], (each) => hasTexts(each, "code", "severity", "problem"))
  );
}

function isReason(reason: Members): boolean {
  return hasTexts(reason, "rule", "text");
}

type Members = Readonly<Record<string, unknown>>;

function isList(value: unknown, isItem: (item: Members) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isObject(item) && isItem(item));
}

function hasTexts(value: Members, ...names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === "string");
}
