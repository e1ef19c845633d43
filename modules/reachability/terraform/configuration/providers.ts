import { blocksAt, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import { unknownValue, type Value } from "../expressions/value";

/** A provider with its configuration. */
export interface Provider {
  /** What tells it from others, for example `"aws"` or `"aws.west"`. */
  readonly address: string;
  readonly region: Value;
}

/** The name of a provider as a block refers to it: `"aws.west"` in JSON, `"${aws.west}"` in HCL. */
export function providerName(given: unknown): string {
  return typeof given === "string" ? given.replace(/^\$\{\s*([\w.-]+)\s*\}$/, "$1") : "aws";
}

/**
 * The provider of a name as a module configures it.
 *
 * @param evaluate evaluates what the module says
 * @returns `undefined` where the module has none of that name
 */
export function providerIn(
  json: TerraformJson,
  name: string,
  prefix: string,
  evaluate: (json: unknown) => Value,
): Provider | undefined {
  const [type = "", alias] = name.split(".");
  const block = blocksAt(objectAt(json, "provider"), type).find((each) => textAt(each, "alias") === alias);
  if (block === undefined) return undefined;
  const { region } = block;
  if (region === undefined || region === null) return withoutRegion(name, prefix);
  return {
    address: `${prefix}${name}`,
    get region() {
      return evaluate(region);
    },
  };
}

/** A provider that takes its Region from where it runs. */
export function withoutRegion(name: string, prefix: string): Provider {
  return {
    address: `${prefix}${name}`,
    region: unknownValue(`the provider "${name}" does not say its Region`),
  };
}

/** The provider by which a module is to know another one of its caller. @returns `undefined` where it is not given one */
export function givenProvider(
  call: TerraformJson,
  name: string,
  ofCaller: (name: string) => Provider,
): Provider | undefined {
  const given = objectAt(call, "providers");
  if (Object.hasOwn(given, name)) return ofCaller(providerName(given[name]));
  return name.includes(".") ? undefined : ofCaller(name);
}
