import { isObject } from "../expressions/terraform-json";
import type { PlanModule } from "./plan-module";
import { readPlanExpression } from "./plan-references";

/**
 * Which local values and variables of a module a plan knows, although it does not have them: those that make an argument of
 * which the plan knows the value. Nothing that only the apply knows can be behind them.
 */
export class PlanKnowledge {
  readonly #module: PlanModule;
  readonly #known = new Map<string, boolean>();

  constructor(module: PlanModule) {
    this.#module = module;
  }

  /** @param name for example `"local.tags"` */
  has(name: string): boolean {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, false);
    const found = this.#isConfigured(name) || this.#makesArgument(name) || this.#isGiven(name);
    this.#known.set(name, found);
    return found;
  }

  #isConfigured(name: string): boolean {
    return Object.values(this.#module.providers).some((provider) => {
      return !(isObject(provider) && "module_address" in provider) && refersTo(provider, name);
    });
  }

  #makesArgument(name: string): boolean {
    return [...this.#module.blocks.keys()].some((block) => {
      const instances = this.#module.instancesOf(block);
      if (instances.length === 0) return false;
      return Object.entries(this.#module.expressionsOf(block) ?? {}).some(
        ([argument, expression]) =>
          refersTo(expression, name) && instances.every((instance) => instance.isText(argument)),
      );
    });
  }

  #isGiven(name: string): boolean {
    return this.#module.calls.some(({ expressions, modules }) => {
      return Object.entries(expressions).some(
        ([variable, expression]) =>
          refersTo(expression, name) && modules.some(({ knowledge }) => knowledge.has(`var.${variable}`)),
      );
    });
  }
}

/** Whether an expression, or one in a block, has a name as a whole. */
function refersTo(json: unknown, name: string): boolean {
  if (Array.isArray(json)) return json.some((item) => refersTo(item, name));
  if (!isObject(json)) return false;
  if (readPlanExpression(json).references.some(({ text }) => text === name)) return true;
  return Object.values(json).some((member) =>
    isObject(member) || Array.isArray(member) ? refersTo(member, name) : false,
  );
}
