import { objectAt, objectsAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import type { Value } from "../expressions/value";
import type { InstanceKey } from "./plan-sightings";
import type { PlanInstance } from "./planned-resource";

/** What the modules of a plan have in common. */
export interface PlanSource {
  readonly variables: TerraformJson;
  /** The providers. Terraform has configured them, so that it knows what they are configured with. */
  readonly providers: TerraformJson;
  /** Whether anything in the plan depends on an attribute: `module.vpc.aws_vpc.this`, `id`, without indexes. */
  isRelevant(address: string, attribute: string): boolean;
}

/** Who makes a module. */
export interface ModuleCall {
  readonly module: PlanModule;
  readonly name: string;
  readonly key: string | number | undefined;
}

/** One instance of a module in a plan: its configuration, its resources, and the modules in it. */
export class PlanModule {
  /** For example `"module.vpc."`, empty for the root. */
  readonly prefix: string;
  /** @default - it is the root */
  readonly call: ModuleCall | undefined;
  readonly #configuration: TerraformJson;
  readonly #source: PlanSource;
  readonly #children = new Map<string, PlanModule[]>();
  readonly #resources = new Map<string, PlanInstance[]>();
  readonly #sameForAll = new Map<string, Value>();
  #blocks: ReadonlyMap<string, TerraformJson> | undefined;

  constructor(prefix: string, configuration: TerraformJson, source: PlanSource, call?: ModuleCall) {
    this.prefix = prefix;
    this.call = call;
    this.#configuration = configuration;
    this.#source = source;
  }

  /** The module that a call in this one makes; created when it is first asked for. */
  child(name: string, key: string | number | undefined): PlanModule {
    const prefix = `${this.prefix}module.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}.`;
    const children = this.childrenOf(name);
    const found = children.find((child) => child.prefix === prefix);
    if (found !== undefined) return found;
    const configuration = objectAt(this.#callOf(name), "module");
    const child = new PlanModule(prefix, configuration, this.#source, { module: this, name, key });
    this.#children.set(name, [...children, child]);
    return child;
  }

  /** Adds an instance of a resource, so that names lead to it. */
  add(instance: PlanInstance): void {
    const { name } = instance.planned;
    const instances = this.#resources.get(name);
    if (instances === undefined) this.#resources.set(name, [instance]);
    else instances.push(instance);
  }

  /** The resources by their names in the module, instance by instance. */
  get resources(): ReadonlyMap<string, readonly PlanInstance[]> {
    return this.#resources;
  }

  /** The instances of a resource, by its name in the module. */
  instancesOf(name: string): readonly PlanInstance[] {
    return this.#resources.get(name) ?? [];
  }

  /**
   * What is the same for all instances of a resource, looked for once.
   *
   * @param what for example `"aws_vpc_endpoint.interface subnet_ids"`
   */
  sameForAll(what: string, find: () => Value): Value {
    const value = this.#sameForAll.get(what) ?? find();
    this.#sameForAll.set(what, value);
    return value;
  }

  /** The modules in this one. */
  get children(): readonly PlanModule[] {
    return [...this.#children.values()].flat();
  }

  /** The modules that a call makes. */
  childrenOf(name: string): readonly PlanModule[] {
    return this.#children.get(name) ?? [];
  }

  /** The expressions of every call of a module, with the modules that it makes. */
  get calls(): readonly { readonly expressions: TerraformJson; readonly modules: readonly PlanModule[] }[] {
    return Object.keys(objectAt(this.#configuration, "module_calls")).map((name) => ({
      expressions: objectAt(this.#callOf(name), "expressions"),
      modules: this.childrenOf(name),
    }));
  }

  /** The expressions that the module is given for its variables. */
  get arguments(): TerraformJson {
    return this.call === undefined ? {} : objectAt(this.call.module.#callOf(this.call.name), "expressions");
  }

  /** Which of the modules that its call makes this one is. */
  get instance(): InstanceKey | undefined {
    if (this.call?.key === undefined) return undefined;
    const { module, name, key } = this.call;
    return { key, count: module.childrenOf(name).length };
  }

  /** The configuration of every resource, by its name in the module; empty where there is none, as in a state. */
  get blocks(): ReadonlyMap<string, TerraformJson> {
    this.#blocks ??= new Map(
      objectsAt(this.#configuration, "resources").map((block) => [textAt(block, "address") ?? "", block]),
    );
    return this.#blocks;
  }

  /** The expressions of a resource; `undefined` where there is no configuration, as in a state. */
  expressionsOf(name: string): TerraformJson | undefined {
    const block = this.blocks.get(name);
    return block && objectAt(block, "expressions");
  }

  /** The outputs, by name. */
  get outputs(): TerraformJson {
    return objectAt(this.#configuration, "outputs");
  }

  /** Expressions of the providers, where this is the root; those in modules are configured from there. */
  get providers(): TerraformJson {
    return this.call === undefined ? this.#source.providers : {};
  }

  /** Key of the provider of a resource, for example `"aws"` or `"module.a:aws.west"`. */
  providerOf(name: string): string {
    return textAt(this.blocks.get(name) ?? {}, "provider_config_key") ?? "aws";
  }

  /** The value of a variable of the root, where this is the root. */
  rootVariable(name: string): unknown {
    return this.call === undefined ? objectAt(this.#source.variables, name)["value"] : undefined;
  }

  /** Whether anything in the plan depends on an attribute of a resource. */
  isRelevant(name: string, attribute: string): boolean {
    return this.#source.isRelevant(`${this.prefix}${name}`, attribute);
  }

  #callOf(name: string): TerraformJson {
    return objectAt(objectAt(this.#configuration, "module_calls"), name);
  }
}
