import { isObject, type TerraformJson, textAt } from "../expressions/terraform-json";
import { ABSENT, isAbsent, literal, type UnknownValue, unknownValue, type Value } from "../expressions/value";
import { readAnnotations } from "../resources/annotations";
import { derivedAttribute } from "../resources/derived-attributes";
import { attributeReference, type TerraformResource } from "../resources/terraform-resource";

/** What `each` and `count` stand for in one instance of a resource. */
export interface InstanceScope {
  readonly each?: { readonly key: Value; readonly value: Value };
  readonly count?: { readonly index: Value };
}

/** What a block needs of the configuration that it stands in. */
export interface BlockContext {
  /** What stands before each address, so that it is unique among the configurations. */
  readonly prefix: string;
  /** A piece of JSON with its expressions carried out, as far as that can be done here. */
  evaluate(json: unknown, scope: InstanceScope): Value;
  /** The Region of a provider, by its address in the configuration: `"aws"`, or `"aws.alias"`. */
  regionOf(provider: string): Value;
}

export interface ResourceInstances {
  readonly all: readonly TerraformResource[];
  /** By the index of `count` or the key of `for_each`. */
  readonly byKey: ReadonlyMap<string | number | boolean | null, TerraformResource>;
  /** Why it is not known how many there are. @default - it is known */
  readonly unknown?: UnknownValue;
  /** The resource itself, where it has neither `count` nor `for_each`. @default - it has one of them */
  readonly only?: TerraformResource;
}

/** A resource or data source as it is written: the block, and its instances. */
export class ResourceBlock {
  readonly type: string;
  readonly body: TerraformJson;
  readonly #context: BlockContext;
  readonly #mode: "managed" | "data";
  readonly #address: string;
  #instances: ResourceInstances | undefined;

  constructor(context: BlockContext, mode: "managed" | "data", type: string, address: string, body: TerraformJson) {
    this.#context = context;
    this.#mode = mode;
    this.#address = `${context.prefix}${address}`;
    this.type = type;
    this.body = body;
  }

  /** The instances, with literal `count` and `for_each` carried out. */
  get instances(): ResourceInstances {
    if (this.#instances !== undefined) return this.#instances;
    // Stands for them while they are counted, in case that their number refers to themselves.
    this.#instances = this.#unknown("count", unknownValue("it refers to itself"));
    this.#instances = this.#expand();
    return this.#instances;
  }

  #expand(): ResourceInstances {
    const { count, for_each: forEach } = this.body;
    if (count !== undefined && count !== null) {
      const number = this.#context.evaluate(count, {});
      if (number.kind !== "literal" || !isCount(number.value)) return this.#unknown("count", number);
      const indexes = [...Array(Number(number.value)).keys()];
      return this.#keyed(indexes.map((index) => [index, { count: { index: literal(index) } }]));
    }
    if (forEach !== undefined && forEach !== null) {
      const over = this.#context.evaluate(forEach, {});
      const scopes = scopesOf(over);
      return scopes === undefined ? this.#unknown("for_each", over) : this.#keyed(scopes);
    }
    const only = this.#instance("", {});
    return { all: [only], byKey: new Map(), only };
  }

  #keyed(scopes: readonly (readonly [key: string | number, scope: InstanceScope])[]): ResourceInstances {
    const byKey = new Map(
      scopes.map(([key, scope]) => [key, this.#instance(`[${JSON.stringify(key)}]`, scope)] as const),
    );
    return { all: [...byKey.values()], byKey };
  }

  /** Nobody knows how many instances there are, so that nothing of them is known. */
  #unknown(field: string, value: Value): ResourceInstances {
    const because = value.kind === "unknown" ? `: ${value.because}` : "";
    const nothing = unknownValue(
      `how many there are of ${this.#address} is known to Terraform only (${field})${because}`,
    );
    const none = () => nothing;
    const one = { ...this.#common(), address: this.#address, region: nothing, argument: none, attribute: none };
    return { all: [one], byKey: new Map(), unknown: nothing };
  }

  #instance(key: string, scope: InstanceScope): TerraformResource {
    const context = this.#context;
    const { body, type } = this;
    const address = `${this.#address}${key}`;
    const values = new Map<string, Value>();
    const argument = (name: string): Value => {
      const known = values.get(name);
      if (known !== undefined) return known;
      // Stands for the argument while it is evaluated, in case that it refers to itself.
      values.set(name, unknownValue(`${address} refers to itself`));
      const dynamic = body["dynamic"];
      const isDynamic = isObject(dynamic) && Object.hasOwn(dynamic, name);
      const value = isDynamic
        ? unknownValue(`${address} makes its blocks "${name}" dynamically`)
        : Object.hasOwn(body, name)
          ? context.evaluate(body[name], scope)
          : ABSENT;
      values.set(name, value);
      return value;
    };
    const ownRegion = () => (type.startsWith("aws_") && this.#mode === "managed" ? argument("region") : ABSENT);
    const resource: TerraformResource = {
      ...this.#common(),
      address,
      get region() {
        const own = ownRegion();
        return isAbsent(own) ? context.regionOf(textAt(body, "provider") ?? "aws") : own;
      },
      argument,
      attribute: (name) => {
        const value = argument(name);
        if (!isAbsent(value)) return value;
        return derivedAttribute(resource, name) ?? attributeReference(resource, name);
      },
    };
    return resource;
  }

  #common() {
    const provider = textAt(this.body, "provider") ?? "aws";
    const annotations = Object.hasOwn(this.body, "//") ? readAnnotations(this.body) : {};
    return { mode: this.#mode, type: this.type, provider: `${this.#context.prefix}${provider}`, annotations };
  }
}

function isCount(value: unknown): boolean {
  return /^\d+$/.test(String(value)) && Number(value) <= MOST_INSTANCES;
}

/** A count beyond every quota of AWS is a mistake, and not carried out. */
const MOST_INSTANCES = 10_000;

function scopesOf(over: Value): readonly (readonly [string, InstanceScope])[] | undefined {
  if (over.kind === "object" && Object.keys(over.members).length <= MOST_INSTANCES) {
    return Object.entries(over.members).map(([key, value]) => [key, { each: { key: literal(key), value } }]);
  }
  if (over.kind !== "list" || over.items.length > MOST_INSTANCES) return undefined;
  const scopes: [string, InstanceScope][] = [];
  for (const item of over.items) {
    if (item.kind !== "literal" || typeof item.value !== "string") return undefined;
    scopes.push([item.value, { each: { key: item, value: item } }]);
  }
  return scopes;
}
