import { isEmptyText } from "../expressions/known-value";
import { blocksAt, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import { unknownValue, type Value } from "../expressions/value";

/** A provider with its configuration. */
export interface Provider {
  /** What tells it from others, for example `"aws"` or `"aws.west"`. */
  readonly address: string;
  /** What tells the accounts of providers apart: those that take the credentials of the environment have the same. */
  readonly credentials: string;
  readonly region: Value;
}

/** Settings by which a provider has an account of its own. Source: the provider's documentation, "Authentication and Configuration". */
const CREDENTIALS = [
  "access_key",
  "assume_role",
  "assume_role_with_web_identity",
  "profile",
  "secret_key",
  "shared_config_files",
  "shared_credentials_files",
  "token",
] as const;

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
  const blocks = blocksAt(objectAt(json, "provider"), type);
  const block = blocks.find((each) => textAt(each, "alias") === alias);
  if (block === undefined) return undefined;
  const { region } = block;
  const address = `${prefix}${name}`;
  const settings = credentialsOf(block);
  const first = settings && blocks.find((each) => credentialsOf(each) === settings);
  const named = first && [type, textAt(first, "alias")].filter((part) => part !== undefined).join(".");
  const credentials = named === undefined ? type : `${prefix}${named}`;
  if (region === undefined || region === null) return { ...withoutRegion(name, prefix), credentials };
  return {
    address,
    credentials,
    // The provider takes an empty text for none, as a variable without a value of its own often has.
    get region() {
      const said = evaluate(region);
      return isEmptyText(said) ? withoutRegion(name, prefix).region : said;
    },
  };
}

/** How a provider gets the credentials that it does not take from the environment. Providers that write the same have the same. */
function credentialsOf(block: TerraformJson): string | undefined {
  const own = CREDENTIALS.filter((setting) => block[setting] !== undefined && block[setting] !== null);
  return own.length === 0 ? undefined : JSON.stringify(own.map((setting) => [setting, block[setting]]));
}

/** A provider that takes its Region from where it runs. */
export function withoutRegion(name: string, prefix: string): Provider {
  return {
    address: `${prefix}${name}`,
    credentials: name.replace(/\..*$/, ""),
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
