import { isObject } from "../../../values/is-object";
import { readPlanExpression } from "./plan-expression";
import type { PlanModule } from "./plan-module";
import { hasKnownText } from "./planned-resource";

/**
 * Knowledge: which local values and variables a plan knows, although it does not have them: those that make an argument of which the plan
 * knows the value. Nothing that only the apply knows can be behind them.
 */
export class PlanKnowledge {
  readonly #known = new Map<string, boolean>();

  /** @param name in the module, for example `"local.tags"` */
  has(module: PlanModule, name: string): boolean {
    const address = `${module.prefix}${name}`;
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    this.#known.set(address, false);
    const found = isConfigured(module, name) || makesArgument(module, name) || this.#isGiven(module, name);
    this.#known.set(address, found);
    return found;
  }

  #isGiven(module: PlanModule, name: string): boolean {
    return module.calls.some(({ expressions, modules }) =>
      Object.entries(expressions).some(
        ([variable, expression]) =>
          refersTo(expression, name) && modules.some((child) => this.has(child, `var.${variable}`)),
      ),
    );
  }
}

function isConfigured({ providers }: PlanModule, name: string): boolean {
  return Object.values(providers).some(
    (provider) => !(isObject(provider) && "module_address" in provider) && refersTo(provider, name),
  );
}

function makesArgument(module: PlanModule, name: string): boolean {
  return [...module.resources].some(([resource, instances]) =>
    Object.entries(module.expressionsOf(resource) ?? {}).some(
      ([argument, expression]) =>
        refersTo(expression, name) && instances.every(({ planned }) => hasKnownText(planned, argument)),
    ),
  );
}

/** Whether an expression, or one in a block, has a name as a whole. */
function refersTo(json: unknown, name: string): boolean {
  if (Array.isArray(json)) return json.some((item) => refersTo(item, name));
  if (!isObject(json)) return false;
  const { references } = readPlanExpression(json);
  return references.some(({ text }) => text === name) || Object.values(json).some((member) => refersTo(member, name));
}
