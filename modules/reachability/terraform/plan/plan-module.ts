import { isObject, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import { literal, type Value } from "../expressions/value";
import { PlanConsumption } from "./plan-consumption";
import { attributesOf } from "./plan-instances";
import { PlanKnowledge } from "./plan-knowledge";
import { type PlanReference, readPlanExpression } from "./plan-references";
import type { PlanResource } from "./plan-resource";
import { atIndex, isWanted, named, type Sighting, type Wanted, withoutKey } from "./plan-sightings";

type Steps = PlanReference["steps"];

/** What the modules of a plan have in common. */
export interface PlanSource {
  readonly variables: TerraformJson;
  /** The providers. Terraform has configured them, so that it knows what they are configured with. */
  readonly providers: TerraformJson;
  /** Whether anything in the plan depends on an attribute: `module.vpc.aws_vpc.this`, `id`, without indexes. */
  isRelevant(address: string, attribute: string): boolean;
}

/** Who makes a module. */
interface Call {
  readonly module: PlanModule;
  readonly name: string;
  readonly block: TerraformJson;
  readonly key?: string | number;
}

/** One instance of a module in a plan: its configuration, its resources, and how names in it are followed. */
export class PlanModule {
  /** For example `"module.vpc."`, empty for the root. */
  readonly prefix: string;
  readonly #configuration: TerraformJson;
  readonly #source: PlanSource;
  readonly #call: Call | undefined;
  readonly #children = new Map<string, PlanModule[]>();
  readonly #resources = new Map<string, PlanResource[]>();
  readonly #following = new Set<string>();
  /** Which local values and variables the plan knows. */
  readonly knowledge = new PlanKnowledge(this);
  #blocks: ReadonlyMap<string, TerraformJson> | undefined;

  constructor(prefix: string, configuration: TerraformJson, source: PlanSource, call?: Call) {
    this.prefix = prefix;
    this.#configuration = configuration;
    this.#source = source;
    this.#call = call;
  }

  /** The module that a call in this one makes; created when it is first asked for. */
  child(name: string, key: string | number | undefined): PlanModule {
    const prefix = `${this.prefix}module.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}.`;
    const children = this.#children.get(name) ?? [];
    const found = children.find((child) => child.prefix === prefix);
    if (found !== undefined) return found;
    const block = objectAt(objectAt(this.#configuration, "module_calls"), name);
    const call: Call = { module: this, name, block, ...(key === undefined ? {} : { key }) };
    const child = new PlanModule(prefix, objectAt(block, "module"), this.#source, call);
    this.#children.set(name, [...children, child]);
    return child;
  }

  /** Adds an instance of a resource, so that names lead to it. */
  add(resource: PlanResource): void {
    const instances = this.#resources.get(resource.name);
    if (instances === undefined) this.#resources.set(resource.name, [resource]);
    else instances.push(resource);
  }

  /** The instances of a resource, by its name in the module. */
  instancesOf(name: string): readonly PlanResource[] {
    return this.#resources.get(name) ?? [];
  }

  /** The configuration of every resource, by its name in the module; empty where there is none, as in a state. */
  get blocks(): ReadonlyMap<string, TerraformJson> {
    const { resources } = this.#configuration;
    const list = Array.isArray(resources) ? resources.filter(isObject) : [];
    this.#blocks ??= new Map(list.map((block) => [textAt(block, "address") ?? "", block]));
    return this.#blocks;
  }

  /** Expressions of the providers, where this is the root; those in modules are configured from there. */
  get providers(): TerraformJson {
    return this.#call === undefined ? this.#source.providers : {};
  }

  /** The arguments of every call of a module, with the modules that it makes. */
  get calls(): readonly { readonly expressions: TerraformJson; readonly modules: readonly PlanModule[] }[] {
    const calls = objectAt(this.#configuration, "module_calls");
    return Object.keys(calls).map((name) => ({
      expressions: objectAt(objectAt(calls, name), "expressions"),
      modules: this.#children.get(name) ?? [],
    }));
  }

  /** The expressions of a resource; `undefined` where there is no configuration, as in a state. */
  expressionsOf(name: string): TerraformJson | undefined {
    const block = this.blocks.get(name);
    return block && objectAt(block, "expressions");
  }

  /** Key of the provider of a resource, for example `"aws"` or `"module.a:aws.west"`. */
  providerOf(name: string): string {
    return textAt(this.blocks.get(name) ?? {}, "provider_config_key") ?? "aws";
  }

  /** What an expression can stand for, name by name. */
  sightings(json: unknown, wanted: Wanted): readonly Sighting[] {
    const { constant, references, byInstance } = readPlanExpression(json);
    if (constant !== undefined) return named(constant.kind === "list" ? constant.items : [constant], 1, wanted);
    const { key, ...others } = wanted;
    const own = byInstance && key !== undefined ? wanted : others;
    return references.flatMap((reference) => this.#follow(reference, own));
  }

  /** The value of a variable of the root, where this is the root. */
  rootVariable(name: string): unknown {
    return this.#call === undefined ? objectAt(this.#source.variables, name)["value"] : undefined;
  }

  /** What a local value or a dynamic block can take: whatever of the wanted there is in the module, or comes into it. */
  visible(wanted: Wanted): readonly Sighting[] {
    const { noun, consumer } = wanted;
    return this.#once(`visible ${Object.keys(noun?.types ?? {})[0]}`, () => {
      const inside: Wanted = { ...(noun === undefined ? {} : { noun }), list: false };
      const own = [...this.#resources.keys()]
        .filter((name) => name !== consumer)
        .map((name): Sighting => ({ values: this.#relevant(name, inside), times: 1, by: "name" }));
      const consumption = new PlanConsumption(this);
      const given = Object.entries(this.#arguments()).flatMap(([name, expression]) => {
        const found = this.#call?.module.sightings(expression, { ...inside, ...this.#callKey() }) ?? [];
        return noun !== undefined && consumption.takes(name, noun, found, consumer) ? [] : found;
      });
      const children = [...this.#children.values()].flat();
      const outputs = children.flatMap((child) => child.#anyOutput(inside));
      const found = [...own, ...given, ...outputs].filter(({ values }) => values.length > 0);
      return found.map((sighting): Sighting => ({ ...sighting, by: "local" }));
    });
  }

  #follow({ steps, text, times }: PlanReference, wanted: Wanted): readonly Sighting[] {
    const [first, second] = steps;
    return this.#once(`${text} ${wanted.key ?? ""} ${wanted.trail?.join(".") ?? ""}`, () => {
      if (first === "var") {
        const trail = [...steps.slice(2), ...(wanted.trail ?? [])];
        return this.#variable(String(second), { ...wanted, trail }, times);
      }
      if (first === "local") return this.knowledge.has(text) ? [] : this.visible(wanted);
      if (first === "module") return this.#outputOf(steps, wanted, times);
      const length = first === "data" ? 3 : 2;
      const instances = this.instancesOf(steps.slice(0, length).join("."));
      return named(attributesOf(instances, steps.slice(length), wanted), times, wanted);
    });
  }

  #variable(name: string, wanted: Wanted, times: number): readonly Sighting[] {
    if (this.#call === undefined) {
      const value = this.rootVariable(name);
      return named(
        [value].flat().map((item) => literal(typeof item === "string" ? item : null)),
        times,
        wanted,
      );
    }
    // The default of a variable is a constant, so that the plan has carried it out already.
    const given = { ...withoutKey(wanted), ...this.#callKey() };
    const found = atIndex(this.#call.module.sightings(this.#arguments()[name], given), wanted);
    return times === 1 || found.length > 1 ? found : found.map((sighting) => ({ ...sighting, times }));
  }

  #outputOf([, name, next, ...after]: Steps, wanted: Wanted, times: number): readonly Sighting[] {
    const children = this.#children.get(String(name)) ?? [];
    const isKey = children.some((child) => child.#call?.key !== undefined && child.#call.key === next);
    const path = [...(isKey || next === undefined ? after : [next, ...after]), ...(wanted.trail ?? [])];
    const [output, ...trail] = path;
    // Of `module.network[*].id` a plan has `module.network` only, so that it can be any of the outputs.
    if (output === undefined) return children.flatMap((child) => child.#anyOutput(wanted));
    const key = isKey ? next : wanted.key;
    const keyed = children.filter((child) => key !== undefined && child.#call?.key === key);
    const meant = keyed.length > 0 ? keyed : children;
    const found = meant.flatMap((child) => child.#output(String(output), { ...withoutKey(wanted), trail }));
    const isOne = found.length > 0 && found.every(({ by }) => by === "name");
    const values = found.flatMap((sighting) => sighting.values);
    return atIndex(isOne ? [{ values, times, by: "name" }] : found, wanted);
  }

  #output(name: string, wanted: Wanted): readonly Sighting[] {
    return this.sightings(objectAt(this.#outputs(), name)["expression"], wanted);
  }

  #anyOutput(wanted: Wanted): readonly Sighting[] {
    const found = Object.keys(this.#outputs()).flatMap((name) => this.#output(name, withoutKey(wanted)));
    return found.map((sighting): Sighting => ({ ...sighting, by: "local" }));
  }

  #relevant(name: string, wanted: Wanted): readonly Value[] {
    const { types = {}, others = {} } = wanted.noun ?? {};
    return this.instancesOf(name).flatMap((instance) => {
      const [usual] = types[instance.type] ?? [];
      const attributes = [...(usual === undefined ? [] : [usual]), ...(others[instance.type] ?? [])];
      return attributes
        .filter((attribute) => this.#source.isRelevant(`${this.prefix}${name}`, attribute))
        .map((attribute) => instance.attribute(attribute))
        .filter((value) => isWanted(value, wanted));
    });
  }

  #arguments(): TerraformJson {
    return objectAt(this.#call?.block ?? {}, "expressions");
  }

  #outputs(): TerraformJson {
    return objectAt(this.#configuration, "outputs");
  }

  #callKey(): Pick<Wanted, "key" | "count"> {
    if (this.#call?.key === undefined) return {};
    const { module, name, key } = this.#call;
    return { key, count: module.#children.get(name)?.length ?? 0 };
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
