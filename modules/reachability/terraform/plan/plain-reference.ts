import { isObject } from "../../../values/is-object";
import type { Value } from "../expressions/value";
import type { PlanModule } from "./plan-module";
import type { PlanInstance, PlannedResource } from "./planned-resource";

/**
 * The attribute that an expression of a resource is, where it refers to one of one instance and to nothing else, as most do:
 * `aws_vpc.main.id` of a resource without `count` and `for_each`, and `each.value.id` where `for_each` is a resource.
 *
 * @returns `undefined` where it may be anything else
 */
export function plainReference(module: PlanModule, expression: unknown, of: PlannedResource): Value | undefined {
  const [whole, name, ...others] = referencesOf(expression);
  // After an attribute a plan lists what it is one of.
  if (whole === undefined || name === undefined || others.length > 0 || !whole.startsWith(`${name}.`)) return undefined;
  const attribute = whole.slice(name.length + 1);
  if (!/^\w+$/.test(attribute)) return undefined;
  if (name !== "each.value") return withoutKey(module.instancesOf(name))?.attribute(attribute);
  const meant = sameKey(module, of);
  const value = meant?.attribute(attribute);
  // What is known of it is no name of it any more.
  return value?.kind === "reference" && value.address === meant?.address ? value : undefined;
}

function withoutKey([first, ...others]: readonly PlanInstance[]): PlanInstance | undefined {
  return others.length === 0 && first?.planned.key === undefined ? first : undefined;
}

/** The instance with the key of a resource, of the resource that is its `for_each`. */
function sameKey(module: PlanModule, { name, key }: PlannedResource): PlanInstance | undefined {
  const [over, ...others] = referencesOf(module.blocks.get(name)?.["for_each_expression"]);
  if (key === undefined || over === undefined || others.length > 0) return undefined;
  return module.instancesOf(over).find(({ planned }) => planned.key === key);
}

function referencesOf(expression: unknown): readonly string[] {
  if (!isObject(expression) || expression["constant_value"] !== undefined) return [];
  const references = expression["references"];
  return Array.isArray(references) ? references.map(String) : [];
}
