import { isObject } from "../expressions/terraform-json";
import type { Value } from "../expressions/value";
import type { PlanModule } from "./plan-module";

/**
 * The attribute that an expression is, where it refers to one of a resource without `count` and `for_each` and to nothing else, as most do:
 * `aws_vpc.main.id`, after which a plan lists `aws_vpc.main`.
 *
 * @returns `undefined` where it may be anything else
 */
export function plainReference(module: PlanModule, expression: unknown): Value | undefined {
  if (!isObject(expression) || expression["constant_value"] !== undefined) return undefined;
  const references = expression["references"];
  if (!Array.isArray(references) || references.length !== 2) return undefined;
  const whole: unknown = references[0];
  const name: unknown = references[1];
  if (typeof whole !== "string" || typeof name !== "string" || !whole.startsWith(`${name}.`)) return undefined;
  const attribute = whole.slice(name.length + 1);
  const instances = module.instancesOf(name);
  const instance = instances.length === 1 ? instances[0] : undefined;
  if (instance === undefined || instance.planned.key !== undefined || !/^\w+$/.test(attribute)) return undefined;
  return instance.attribute(attribute);
}
