import { isJsonObject, type JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";
import { jsonAt } from "./json-at";

/** The one attribute of another resource that gives an attribute, for example `vpc_id` by `aws_vpc.main` and `id`. */
export interface AttributeReference {
  readonly address: string;
  readonly attribute: string;
}

/** A module of a configuration as one of its instances: `module.net["a"].`, empty for the root. */
interface ModuleInstance {
  readonly prefix: string;
  readonly configuration: JsonValue | undefined;
  /** Who gives its variables. @default - it is the root */
  readonly caller?: { readonly module: ModuleInstance; readonly expressions: JsonValue | undefined };
}

const KEY = String.raw`\[(?:\d+|"(?:[^"\\]|\\.)*")\]`;
const MODULE_STEP = new RegExp(String.raw`^module\.([^.[]+)(${KEY})?\.`);
const RESOURCE_ATTRIBUTE = new RegExp(String.raw`^(aws_\w+\.[^.[]+(?:${KEY})?)\.([a-z0-9_]+)$`);
const LAST_KEY = new RegExp(`${KEY}$`);
/** An attribute that takes the id of another thing. Of any other the plan does not tell what is made of a reference. */
const NAMES_ANOTHER = /_id$|_arn$|^(?:role|cluster|cluster_name|service_name)$/;
/** No configuration that Terraform takes leads from name to name for longer. */
const LONGEST_WAY = 100;

/** What the configuration in a plan says of a resource. */
export interface ConfiguredResource {
  /** What gives its attributes, through variables and outputs of modules. */
  readonly references: ReadonlyMap<string, AttributeReference>;
  /** The attributes and blocks that the configuration says. @default - the configuration does not have the resource */
  readonly configured?: ReadonlySet<string>;
  /** Key of its provider. @default - the configuration does not have the resource */
  readonly provider: JsonValue | undefined;
}

/** What the configuration in a plan says of the resource at an address. */
export function configuredResource(plan: JsonObject, address: string): ConfiguredResource {
  let module: ModuleInstance = { prefix: "", configuration: jsonAt(plan, "configuration", "root_module") };
  let rest = address;
  for (let step = MODULE_STEP.exec(rest); step !== null; step = MODULE_STEP.exec(rest)) {
    const [text, name = "", key = ""] = step;
    module = moduleIn(module, name, key);
    rest = rest.slice(text.length);
  }
  const name = rest.replace(LAST_KEY, "");
  const resources = jsonAt(module.configuration, "resources");
  const resource = (Array.isArray(resources) ? resources : []).find((each) => jsonAt(each, "address") === name);
  const expressions = jsonAt(resource, "expressions");
  const references = new Map(
    Object.entries(isJsonObject(expressions) ? expressions : {}).flatMap(([attribute, expression]) => {
      const found = NAMES_ANOTHER.test(attribute) ? referenceOf(expression, module) : undefined;
      return found === undefined ? [] : [[attribute, found]];
    }),
  );
  const configured = Object.entries(isJsonObject(expressions) ? expressions : {}).flatMap(([attribute, expression]) =>
    saysNothing(jsonAt(expression, "constant_value")) ? [] : [attribute],
  );
  return {
    references,
    ...(resource === undefined ? {} : { configured: new Set(configured) }),
    provider: jsonAt(resource, "provider_config_key"),
  };
}

/** The provider takes null and an empty list as if they were left out. */
function saysNothing(constant: JsonValue | undefined): boolean {
  return constant === null || (Array.isArray(constant) && constant.length === 0);
}

/** An address as a block has it that says nothing of instances: `module.net.aws_vpc.main` of `module.net["a"].aws_vpc.main[0]`. */
export function withoutKeys(address: string): string {
  return address.replace(new RegExp(KEY, "g"), "");
}

function moduleIn(module: ModuleInstance, name: string, key: string): ModuleInstance {
  const call = jsonAt(module.configuration, "module_calls", name);
  return {
    prefix: `${module.prefix}module.${name}${key}.`,
    configuration: jsonAt(call, "module"),
    caller: { module, expressions: jsonAt(call, "expressions") },
  };
}

function referenceOf(
  expression: JsonValue | undefined,
  module: ModuleInstance,
  length = 0,
): AttributeReference | undefined {
  const text = onlyReference(jsonAt(expression, "references"));
  if (text === undefined || length > LONGEST_WAY) return undefined;
  const [, variable] = /^var\.([^.[]+)$/.exec(text) ?? [];
  if (variable !== undefined) {
    const { caller } = module;
    return caller && referenceOf(jsonAt(caller.expressions, variable), caller.module, length + 1);
  }
  const [step, name = "", key = ""] = MODULE_STEP.exec(text) ?? [];
  if (step !== undefined) {
    const child = moduleIn(module, name, key);
    const output = jsonAt(child.configuration, "outputs", text.slice(step.length), "expression");
    return referenceOf(output, child, length + 1);
  }
  const [, address, attribute] = RESOURCE_ATTRIBUTE.exec(text) ?? [];
  return address === undefined || attribute === undefined
    ? undefined
    : { address: `${module.prefix}${address}`, attribute };
}

/** Terraform lists `aws_vpc.main[0].id`, and then what it is part of: `aws_vpc.main[0]`, `aws_vpc.main`. */
function onlyReference(listed: JsonValue | undefined): string | undefined {
  const texts = Array.isArray(listed) ? listed.map(String) : [];
  const isOne = texts
    .slice(1)
    .every((text, index) => [".", "["].some((mark) => texts[index]?.startsWith(`${text}${mark}`)));
  return isOne ? texts[0] : undefined;
}
