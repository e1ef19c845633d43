import { objectAt } from "../expressions/terraform-json";
import { type Noun, nounOf } from "./plan-arguments";
import { readPlanExpression } from "./plan-expression";
import type { PlanModule } from "./plan-module";
import type { Sighting } from "./plan-sightings";
import { isUnknown } from "./planned-resource";

/**
 * Consumption: whether a variable of a module is used up by a resource other than the consumer: a map of objects, such as the rules of a
 * security group, goes into the `for_each` of that resource. Where the resource takes as many ids out of `each.value` as the
 * map has, no local value has them as well.
 *
 * @param given what the variable can stand for
 */
export function isUsedUp(
  module: PlanModule,
  variable: string,
  noun: Noun,
  given: readonly Sighting[],
  consumer: string | undefined,
): boolean {
  const times = given.reduce((sum, sighting) => sum + sighting.times, 0);
  if (times === 0) return false;
  return [...module.blocks].some(([name, block]) => {
    const over = readPlanExpression(block["for_each_expression"]).references;
    if (name === consumer || !over.some(({ steps: [kind, of] }) => kind === "var" && of === variable)) return false;
    return Object.entries(objectAt(block, "expressions")).some(([argument, expression]) => {
      const instances = module.instancesOf(name);
      const isMeant = instances.some(({ type }) => nounOf(type, argument) === noun);
      if (!isMeant || readPlanExpression(expression).eachValue === undefined) return false;
      return instances.filter(({ planned }) => isUnknown(planned, argument)).length === times;
    });
  });
}
