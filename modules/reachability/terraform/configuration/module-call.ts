import type { TerraformJson } from "../expressions/terraform-json";
import { errorValue, type Value } from "../expressions/value";
import { instancesOf, type LocalNames, NO_NAMES, valueOfInstances } from "./instances";

/** One instance of a module, as its caller sees it. */
export interface CalledModule {
  readonly address: string;
  output(name: string): Value | undefined;
}

/** The modules that a call makes. */
export interface ModuleInstances<Module extends CalledModule> {
  readonly all: readonly Module[];
  /** The module, or all instances by the index of `count` or the key of `for_each`. */
  readonly value: Value;
}

/**
 * The modules that a call makes.
 *
 * @param create makes the instance with a key such as `["a"]`
 * @returns `undefined` where nobody knows how many there are
 */
export function callModule<Module extends CalledModule>(
  body: TerraformJson,
  evaluate: (json: unknown, names: LocalNames) => Value,
  create: (key: string, names: LocalNames) => Module,
): ModuleInstances<Module> | undefined {
  const instances = instancesOf(body, (json) => evaluate(json, NO_NAMES));
  if (instances.kind === "unknown") return undefined;
  if (instances.kind === "single") {
    const only = create("", NO_NAMES);
    return { all: [only], value: whole(only) };
  }
  const all = instances.keys.map(([key, names]) => create(`[${JSON.stringify(key)}]`, names));
  return { all, value: valueOfInstances(instances, all.map(whole)) };
}

function whole(module: CalledModule): Value {
  const { address } = module;
  const attribute = (name: string) => module.output(name) ?? errorValue(`${address} has no output "${name}"`);
  return { kind: "whole", address, isResource: false, attribute };
}
