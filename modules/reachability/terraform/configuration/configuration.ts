import { Budget } from "../expressions/budget";
import { evaluateJson } from "../expressions/evaluate-expression";
import { navigate, type ValueStep } from "../expressions/navigate";
import { blocksAt, isObject, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import { unknownValue, type Value } from "../expressions/value";
import type { OpaqueModule, TerraformResource } from "../resources/terraform-resource";
import { type BlockContext, type InstanceScope, ResourceBlock, type ResourceInstances } from "./resource-block";

/** Finds an output of another configuration that is proved together with this one. */
export type RemoteOutputs = (remoteState: TerraformJson, output: string) => Value | undefined;

/** One Terraform configuration in JSON, for example a `cdk.tf.json`. */
export class Configuration implements BlockContext {
  readonly prefix: string;
  readonly #json: TerraformJson;
  readonly #remoteOutputs: RemoteOutputs;
  readonly #blocks = new Map<string, ResourceBlock>();
  readonly #budget: Budget;
  readonly #known = new Map<string, Value>();

  constructor(json: TerraformJson, prefix: string, remoteOutputs: RemoteOutputs, budget = new Budget()) {
    this.#json = json;
    this.prefix = prefix;
    this.#remoteOutputs = remoteOutputs;
    this.#budget = budget;
    for (const mode of ["managed", "data"] as const) {
      const types = objectAt(json, mode === "managed" ? "resource" : "data");
      for (const type of Object.keys(types)) {
        for (const [name, block] of Object.entries(objectAt(types, type))) {
          const [body] = Array.isArray(block) ? block : [block];
          if (!isObject(body)) continue;
          const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
          this.#blocks.set(address, new ResourceBlock(this, mode, type, address, body));
        }
      }
    }
  }

  /** Every resource and data source, instance by instance. */
  get resources(): readonly TerraformResource[] {
    return [...this.#blocks.values()].flatMap((block) => block.instances.all);
  }

  /** The modules, whose inside is elsewhere. */
  get modules(): readonly OpaqueModule[] {
    return Object.entries(objectAt(this.#json, "module")).map(([name, block]) => ({
      address: `${this.prefix}module.${name}`,
      arguments: this.evaluate(block, {}),
    }));
  }

  /** The value of an output. */
  output(name: string): Value | undefined {
    const output = objectAt(this.#json, "output")[name];
    return isObject(output) ? this.#once(`output.${name}`, () => this.evaluate(output["value"], {})) : undefined;
  }

  regionOf(provider: string): Value {
    const [name = "", alias] = provider.split(".");
    const block = blocksAt(objectAt(this.#json, "provider"), name).find((each) => textAt(each, "alias") === alias);
    const region = block?.["region"];
    if (region !== undefined && region !== null) return this.evaluate(region, {});
    return unknownValue(`the provider "${provider}" does not say its Region`);
  }

  evaluate(json: unknown, scope: InstanceScope): Value {
    return evaluateJson(json, (name, steps) => this.#named(name, steps, scope), this.#budget);
  }

  #named(name: string, steps: readonly ValueStep[], scope: InstanceScope): Value {
    const [first, ...rest] = steps;
    const member = first?.kind === "member" ? first.name : "";
    switch (name) {
      case "local":
        return navigate(this.#local(member), rest);
      case "var":
        return navigate({ kind: "reference", address: `${this.prefix}var.${member}`, attribute: "" }, rest);
      case "module":
        return navigate({ kind: "reference", address: `${this.prefix}module.${member}`, attribute: "" }, rest);
      case "each":
        if (scope.each === undefined) return unknownValue("there is no each here");
        return navigate(member === "key" ? scope.each.key : scope.each.value, rest);
      case "count":
        return scope.count?.index ?? unknownValue("there is no count here");
      case "data":
        return this.#resource(`data.${member}.`, rest);
      case "path":
      case "terraform":
      case "self":
        return unknownValue(`\${${name}.${member}} is known to Terraform only`);
      default:
        return this.#resource(`${name}.`, steps);
    }
  }

  #local(name: string): Value {
    for (const block of blocksAt(this.#json, "locals")) {
      if (Object.hasOwn(block, name)) return this.#once(`local.${name}`, () => this.evaluate(block[name], {}));
    }
    return unknownValue(`there is no local value "${name}"`);
  }

  #resource(start: string, [first, ...rest]: readonly ValueStep[]): Value {
    if (first?.kind !== "member") return unknownValue("a reference names no resource");
    const address = `${start}${first.name}`;
    const block = this.#blocks.get(address);
    if (block === undefined) return unknownValue(`there is no ${address} in the configuration`);
    if (block.type === "terraform_remote_state") return this.#remote(block.body, `${this.prefix}${address}`, rest);
    return attributeOf(block.instances, rest);
  }

  #remote(body: TerraformJson, address: string, [outputs, output, ...rest]: readonly ValueStep[]): Value {
    const name =
      output?.kind === "member"
        ? output.name
        : output?.kind === "index" && output.index.kind === "literal"
          ? output.index.value
          : undefined;
    if (outputs?.kind !== "member" || outputs.name !== "outputs" || typeof name !== "string") {
      return unknownValue(`${address} is the state of another configuration`);
    }
    const found = this.#remoteOutputs(body, name);
    return navigate(found ?? { kind: "reference", address, attribute: `outputs.${name}` }, rest);
  }

  #once(what: string, evaluate: () => Value): Value {
    const known = this.#known.get(what);
    if (known !== undefined) return known;
    // Stands for it while it is evaluated, in case that it refers to itself.
    this.#known.set(what, unknownValue(`${what} refers to itself`));
    const value = evaluate();
    this.#known.set(what, value);
    return value;
  }
}

/** An attribute of the instances of a resource, by the steps that follow its name. */
function attributeOf(instances: ResourceInstances, steps: readonly ValueStep[]): Value {
  const [first, ...rest] = steps;
  if (first === undefined) return unknownValue("a resource as a whole is not read");
  if (instances.unknown !== undefined) return instances.unknown;
  if (instances.only !== undefined) return attributeOfResource(instances.only, steps);
  if (first.kind === "splat") {
    return { kind: "list", items: instances.all.map((resource) => attributeOfResource(resource, rest)) };
  }
  if (first.kind === "index" && first.index.kind === "literal") {
    const resource = instances.byKey.get(first.index.value);
    if (resource !== undefined) return attributeOfResource(resource, rest);
  }
  return unknownValue("which instance of a resource is meant is not known");
}

function attributeOfResource(resource: TerraformResource, [first, ...rest]: readonly ValueStep[]): Value {
  if (first?.kind !== "member") return unknownValue(`${resource.address} as a whole is not read`);
  return navigate(resource.attribute(first.name), rest);
}
