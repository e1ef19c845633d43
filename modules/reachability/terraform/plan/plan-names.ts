import { ownMember } from "../../../values/own-member";
import { objectAt } from "../expressions/terraform-json";
import { literal, type Value } from "../expressions/value";
import { attributesOf } from "./plan-attributes";
import { isUsedUp } from "./plan-consumption";
import { type PlanReference, readPlanExpression } from "./plan-expression";
import { PlanKnowledge } from "./plan-knowledge";
import type { PlanModule } from "./plan-module";
import { atIndex, isWanted, named, type Sighting, type Wanted } from "./plan-sightings";

/**
 * Follows the names in the expressions of a plan to what they can stand for: a variable to the argument of the call, an output
 * into its module, and a local value, of which a plan has nothing, to whatever can be in it.
 */
export class PlanNames {
  readonly #knowledge = new PlanKnowledge();
  readonly #following = new Set<string>();

  /** What an expression can stand for, name by name. */
  sightings(module: PlanModule, json: unknown, wanted: Wanted): readonly Sighting[] {
    const { constant, references, byInstance } = readPlanExpression(json);
    if (constant !== undefined) return named(constant.kind === "list" ? constant.items : [constant], 1, wanted);
    const own = byInstance ? wanted : { ...wanted, instance: undefined };
    return references.flatMap((reference) => this.#follow(module, reference, own));
  }

  /** What a local value or a dynamic block can take: whatever of the wanted there is in the module, or comes into it. */
  visible(module: PlanModule, { noun, consumer }: Wanted): readonly Sighting[] {
    return this.#once(`${module.prefix}visible ${Object.keys(noun?.types ?? {})[0]}`, () => {
      const inside: Wanted = { noun, list: false };
      const own = [...module.resources.keys()]
        .filter((name) => name !== consumer)
        .map((name): Sighting => ({ values: relevantOf(module, name, inside), times: 1, by: "name" }));
      const given = Object.entries(module.arguments).flatMap(([variable, expression]) => {
        const found = this.#given(module, expression, inside);
        return noun !== undefined && isUsedUp(module, variable, noun, found, consumer) ? [] : found;
      });
      const outputs = module.children.flatMap((child) => this.#anyOutput(child, inside));
      return asLocal([...own, ...given, ...outputs].filter(({ values }) => values.length > 0));
    });
  }

  #follow(module: PlanModule, reference: PlanReference, wanted: Wanted): readonly Sighting[] {
    const { steps, text, times } = reference;
    const [first, second] = steps;
    if (first !== "var" && first !== "local" && first !== "module") return ofResource(module, reference, wanted);
    const { instance, trail = [] } = wanted;
    return this.#once(`${module.prefix}${text} ${instance?.key ?? ""} ${trail.join(".")}`, () => {
      if (first === "local") return this.#knowledge.has(module, text) ? [] : this.visible(module, wanted);
      if (first === "module") return this.#outputOf(module, steps, wanted, times);
      return this.#variable(module, String(second), { ...wanted, trail: [...steps.slice(2), ...trail] }, times);
    });
  }

  #variable(module: PlanModule, name: string, wanted: Wanted, times: number): readonly Sighting[] {
    if (module.call === undefined) {
      const items = [module.rootVariable(name)].flat();
      return named(
        items.map((item) => literal(typeof item === "string" ? item : null)),
        times,
        wanted,
      );
    }
    // The default of a variable is a constant, so that the plan has carried it out already.
    const found = atIndex(this.#given(module, module.arguments[name], wanted), wanted);
    return times === 1 || found.length > 1 ? found : found.map((sighting) => ({ ...sighting, times }));
  }

  /** What a module is given by an expression of its call. */
  #given({ call, instance }: PlanModule, expression: unknown, wanted: Wanted): readonly Sighting[] {
    return call === undefined ? [] : this.sightings(call.module, expression, { ...wanted, instance });
  }

  #outputOf(
    module: PlanModule,
    [, name, next, ...after]: PlanReference["steps"],
    wanted: Wanted,
    times: number,
  ): readonly Sighting[] {
    const children = module.childrenOf(String(name));
    const isKey = next !== undefined && children.some(({ call }) => call?.key === next);
    const path = [...(isKey || next === undefined ? after : [next, ...after]), ...(wanted.trail ?? [])];
    const [output, ...trail] = path;
    // Of `module.network[*].id` a plan has `module.network` only, so that it can be any of the outputs.
    if (output === undefined) return children.flatMap((child) => this.#anyOutput(child, wanted));
    const key = isKey ? next : wanted.instance?.key;
    const keyed = children.filter(({ call }) => key !== undefined && call?.key === key);
    const meant = keyed.length > 0 ? keyed : children;
    const found = meant.flatMap((child) => this.#output(child, String(output), { ...wanted, trail }));
    const isOne = found.length > 0 && found.every(({ by }) => by === "name");
    const values = found.flatMap((sighting) => sighting.values);
    return atIndex(isOne ? [{ values, times, by: "name" }] : found, wanted);
  }

  /** The key of an instance counts in its own expressions only. */
  #output(module: PlanModule, name: string, wanted: Wanted): readonly Sighting[] {
    const { expression } = objectAt(module.outputs, name);
    return this.sightings(module, expression, { ...wanted, instance: undefined });
  }

  #anyOutput(module: PlanModule, wanted: Wanted): readonly Sighting[] {
    return asLocal(Object.keys(module.outputs).flatMap((name) => this.#output(module, name, wanted)));
  }

  /** A name that leads to itself stands for nothing. */
  #once(what: string, look: () => readonly Sighting[]): readonly Sighting[] {
    if (this.#following.has(what)) return [];
    this.#following.add(what);
    try {
      return look();
    } finally {
      this.#following.delete(what);
    }
  }
}

/** What a reference to a resource stands for. */
function ofResource(module: PlanModule, { steps, times }: PlanReference, wanted: Wanted): readonly Sighting[] {
  const length = steps[0] === "data" ? 3 : 2;
  const instances = module.instancesOf(steps.slice(0, length).join("."));
  return named(attributesOf(instances, steps.slice(length), wanted), times, wanted);
}

/** What of a resource is wanted, and taken anywhere in the plan. */
function relevantOf(module: PlanModule, name: string, wanted: Wanted): readonly Value[] {
  const { types = {}, others = {} } = wanted.noun ?? {};
  return module.instancesOf(name).flatMap((instance) => {
    const usual = ownMember(types, instance.type)?.slice(0, 1) ?? [];
    return [...usual, ...(ownMember(others, instance.type) ?? [])]
      .filter((attribute) => module.isRelevant(name, attribute))
      .map((attribute) => instance.attribute(attribute))
      .filter((value) => isWanted(value, wanted));
  });
}

function asLocal(found: readonly Sighting[]): readonly Sighting[] {
  return found.map((sighting) => ({ ...sighting, by: "local" }));
}
