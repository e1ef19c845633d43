import { type PlanReference, readPlanExpression } from "./plan-references";
import type { PlanResource } from "./plan-resource";
import { isObject, objectAt, type TerraformJson, textAt } from "./terraform-json";
import { unknownValue, type Value } from "./value";

/** What an argument wants of what it refers to. */
export interface Wanted {
  /** The attribute, where the plan does not tell it, as for `aws_subnet.private[*].id`. */
  readonly attribute: string;
  /** Whether the argument takes a list. */
  readonly list: boolean;
  /** Key of the instance whose argument it is. @default - it has none */
  readonly key?: string | number;
}

/** One instance of a module in a plan: its configuration, its resources, and how names in it are followed. */
export class PlanModule {
  /** For example `"module.vpc."`, empty for the root. */
  readonly prefix: string;
  readonly #configuration: TerraformJson;
  readonly #parent: PlanModule | undefined;
  readonly #call: TerraformJson;
  readonly #variables: TerraformJson;
  readonly #key: string | number | undefined;
  readonly #children = new Map<string, PlanModule[]>();
  readonly #resources = new Map<string, PlanResource[]>();
  #blocks: ReadonlyMap<string, TerraformJson> | undefined;
  readonly #following = new Set<string>();

  constructor(
    prefix: string,
    configuration: TerraformJson,
    variables: TerraformJson,
    parent?: { readonly module: PlanModule; readonly call: TerraformJson; readonly key?: string | number },
  ) {
    this.prefix = prefix;
    this.#configuration = configuration;
    this.#variables = variables;
    this.#parent = parent?.module;
    this.#call = parent?.call ?? {};
    this.#key = parent?.key;
  }

  /** The module that a call in this one makes; created when it is first asked for. */
  child(name: string, key: string | number | undefined): PlanModule {
    const prefix = `${this.prefix}module.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}.`;
    const children = this.#children.get(name) ?? [];
    const found = children.find((child) => child.prefix === prefix);
    if (found !== undefined) return found;
    const call = objectAt(objectAt(this.#configuration, "module_calls"), name);
    const parent = { module: this, call, ...(key === undefined ? {} : { key }) };
    const child = new PlanModule(prefix, objectAt(call, "module"), {}, parent);
    this.#children.set(name, [...children, child]);
    return child;
  }

  /** Adds an instance of a resource, so that names lead to it. */
  add(resource: PlanResource): void {
    const instances = this.#resources.get(resource.name);
    if (instances === undefined) this.#resources.set(resource.name, [resource]);
    else instances.push(resource);
  }

  /** The expressions of a resource, by its name in the module; `undefined` where there is no configuration, as in a state. */
  expressionsOf(name: string): TerraformJson | undefined {
    const block = this.#resourceBlocks().get(name);
    return block && objectAt(block, "expressions");
  }

  /** Key of the provider of a resource, for example `"aws"` or `"module.a:aws.west"`. */
  providerOf(name: string): string {
    return textAt(this.#resourceBlocks().get(name) ?? {}, "provider_config_key") ?? "aws";
  }

  #resourceBlocks(): ReadonlyMap<string, TerraformJson> {
    const { resources } = this.#configuration;
    const list = Array.isArray(resources) ? resources.filter(isObject) : [];
    this.#blocks ??= new Map(list.map((block) => [textAt(block, "address") ?? "", block]));
    return this.#blocks;
  }

  /** The value of an expression, as far as a plan tells: a constant, or what it refers to and nothing else. */
  evaluate(json: unknown, wanted: Wanted): Value {
    const { constant, references, byInstance } = readPlanExpression(json);
    if (constant !== undefined) return constant;
    const own: Wanted = byInstance ? wanted : { attribute: wanted.attribute, list: wanted.list };
    const values = references.map((reference) => this.#follow(reference, own));
    if (wanted.list)
      return { kind: "list", items: values.flatMap((value) => (value.kind === "list" ? value.items : [value])) };
    const [first, ...others] = values.flatMap((value) => (value.kind === "list" ? value.items : [value]));
    if (first !== undefined && others.length === 0) return first;
    return unknownValue(
      first === undefined
        ? "the plan does not tell what it is made of"
        : `the plan does not tell which of ${references.map(({ text }) => text).join(", ")} it is`,
    );
  }

  #follow({ steps, text }: PlanReference, wanted: Wanted): Value {
    const path = `${text} ${wanted.key ?? ""}`;
    if (this.#following.has(path)) return unknownValue(`${text} refers to itself`);
    this.#following.add(path);
    try {
      const [first, second] = steps;
      if (first === "var") return this.#variable(String(second), wanted);
      if (first === "local") return { kind: "reference", address: `${this.prefix}local.${second}`, attribute: "" };
      if (first === "module") return this.#output(steps, wanted);
      return this.#attribute(steps, wanted);
    } finally {
      this.#following.delete(path);
    }
  }

  #variable(name: string, wanted: Wanted): Value {
    if (this.#parent === undefined) {
      const variable = objectAt(this.#variables, name);
      if (Object.hasOwn(variable, "value"))
        return readPlanExpression({ constant_value: variable["value"] }).constant ?? unknownValue("");
      return { kind: "reference", address: `var.${name}`, attribute: "" };
    }
    const expression = objectAt(this.#call, "expressions")[name];
    // The default of a variable is a constant, which the plan has carried out already.
    if (expression === undefined) return unknownValue(`${this.prefix}var.${name} has its default`);
    const key = this.#key === undefined ? {} : { key: this.#key };
    return this.#parent.evaluate(expression, { attribute: wanted.attribute, list: wanted.list, ...key });
  }

  #output([, name, next, after]: PlanReference["steps"], wanted: Wanted): Value {
    const children = this.#children.get(String(name)) ?? [];
    const isKey =
      typeof next === "number" || children.some(({ prefix }) => prefix.endsWith(`[${JSON.stringify(next)}].`));
    const output = String(isKey ? after : next);
    const key = isKey ? next : children.some((child) => child.#key === wanted.key) ? wanted.key : undefined;
    const meant = key === undefined ? children : children.filter((child) => child.#key === key);
    const values = meant.map((child) => child.#outputValue(output, wanted));
    const [only, ...others] = values;
    if (only !== undefined && others.length === 0) return only;
    return { kind: "list", items: values };
  }

  #outputValue(name: string, wanted: Wanted): Value {
    const output = objectAt(objectAt(this.#configuration, "outputs"), name);
    return this.evaluate(output["expression"], { attribute: wanted.attribute, list: wanted.list });
  }

  #attribute(steps: PlanReference["steps"], wanted: Wanted): Value {
    const length = steps[0] === "data" ? 3 : 2;
    const name = steps.slice(0, length).join(".");
    const instances = this.#resources.get(name) ?? [];
    const [next, after] = steps.slice(length);
    const byKey = instances.find(({ key }) => key !== undefined && key === next);
    const attribute = String((byKey === undefined ? next : after) ?? wanted.attribute);
    if (byKey !== undefined) return byKey.attribute(attribute);
    const sameKey = instances.find(({ key }) => key !== undefined && key === wanted.key);
    if (sameKey !== undefined) return sameKey.attribute(attribute);
    return { kind: "list", items: instances.map((instance) => instance.attribute(attribute)) };
  }
}
