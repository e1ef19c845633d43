import { objectAt } from "../expressions/terraform-json";
import { type Noun, nounOf } from "./plan-arguments";
import type { PlanModule } from "./plan-module";
import { readPlanExpression } from "./plan-references";
import type { Sighting } from "./plan-sightings";

/**
 * Which variables of a module are used up: a map of objects, such as the rules of a security group, goes into the `for_each` of
 * a resource. Where the resource takes as many ids out of `each.value` as the map has, no local value has them as well.
 */
export class PlanConsumption {
  readonly #module: PlanModule;

  constructor(module: PlanModule) {
    this.#module = module;
  }

  /** Whether a resource other than the consumer takes all that a variable has. */
  takes(variable: string, noun: Noun, given: readonly Sighting[], consumer: string | undefined): boolean {
    const times = given.reduce((sum, sighting) => sum + sighting.times, 0);
    if (times === 0) return false;
    return [...this.#module.blocks].some(([name, block]) => {
      const over = readPlanExpression(block["for_each_expression"]).references;
      if (name === consumer || !over.some(({ steps: [kind, of] }) => kind === "var" && of === variable)) return false;
      return Object.entries(objectAt(block, "expressions")).some(([argument, expression]) => {
        const instances = this.#module.instancesOf(name);
        const isMeant = instances.some(({ type }) => nounOf(type, argument) === noun);
        if (!isMeant || readPlanExpression(expression).eachValue === undefined) return false;
        return instances.filter((instance) => instance.isUnknown(argument)).length === times;
      });
    });
  }
}
