import { isObject, type TerraformJson, textAt } from "../expressions/terraform-json";
import { ABSENT, isAbsent, literal, unknownValue, type Value } from "../expressions/value";
import { readAnnotations } from "../resources/annotations";
import { derivedAttribute } from "../resources/derived-attributes";
import type { TerraformResource } from "../resources/terraform-resource";
import type { Configuration, InstanceScope } from "./configuration";

/** The instances of a resource. */
export interface ResourceInstances {
  readonly all: readonly TerraformResource[];
  /** By the index of `count` or the key of `for_each`. */
  readonly byKey: ReadonlyMap<string | number | boolean | null, TerraformResource>;
  /** The resource itself, where it has neither `count` nor `for_each`. @default - it has one of them */
  readonly only?: TerraformResource;
}

/** A resource or data source as it is written: the block, and its instances. */
export class ResourceBlock {
  readonly type: string;
  readonly body: TerraformJson;
  readonly #configuration: Configuration;
  readonly #mode: "managed" | "data";
  readonly #address: string;
  #instances: ResourceInstances | undefined;

  constructor(
    configuration: Configuration,
    mode: "managed" | "data",
    type: string,
    address: string,
    body: TerraformJson,
  ) {
    this.#configuration = configuration;
    this.#mode = mode;
    this.#address = `${configuration.prefix}${address}`;
    this.type = type;
    this.body = body;
  }

  /** The instances, with literal `count` and `for_each` carried out. */
  get instances(): ResourceInstances {
    this.#instances ??= this.#expand();
    return this.#instances;
  }

  #expand(): ResourceInstances {
    const { count, for_each: forEach } = this.body;
    if (count !== undefined && count !== null) {
      const number = this.#configuration.evaluate(count, {});
      if (number.kind !== "literal" || !isCount(number.value)) return this.#unknown("count");
      return this.#keyed(
        Array.from(
          { length: Number(number.value) },
          (_, index) => [index, { count: { index: literal(index) } }] as const,
        ),
      );
    }
    if (forEach !== undefined && forEach !== null) {
      const over = this.#configuration.evaluate(forEach, {});
      const scopes = scopesOf(over);
      return scopes === undefined ? this.#unknown("for_each") : this.#keyed(scopes);
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
  #unknown(field: string): ResourceInstances {
    const because = `how many there are of ${this.#address} is known to Terraform only (${field})`;
    const none = () => unknownValue(because);
    const region = unknownValue(because);
    const one = { ...this.#common(), address: this.#address, region, argument: none, attribute: none };
    return { all: [one], byKey: new Map() };
  }

  #instance(key: string, scope: InstanceScope): TerraformResource {
    const configuration = this.#configuration;
    const { body } = this;
    const address = `${this.#address}${key}`;
    const { type } = this;
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
          ? configuration.evaluate(body[name], scope)
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
        return isAbsent(own) ? configuration.regionOf(textAt(body, "provider") ?? "aws") : own;
      },
      argument,
      attribute: (name) => {
        const value = argument(name);
        if (!isAbsent(value)) return value;
        return derivedAttribute(resource, name) ?? { kind: "reference", address, type, attribute: name };
      },
    };
    return resource;
  }

  #common() {
    const provider = textAt(this.body, "provider") ?? "aws";
    const annotations = Object.hasOwn(this.body, "//") ? readAnnotations(this.body) : {};
    return { mode: this.#mode, type: this.type, provider: `${this.#configuration.prefix}${provider}`, annotations };
  }
}

function isCount(value: unknown): boolean {
  return /^\d+$/.test(String(value)) && Number(value) <= MOST_INSTANCES;
}

/** A count beyond every quota of AWS is a mistake, and not carried out. */
const MOST_INSTANCES = 10_000;

function scopesOf(over: Value): readonly (readonly [string, InstanceScope])[] | undefined {
  if (over.kind === "object") {
    return Object.entries(over.members).map(([key, value]) => [key, { each: { key: literal(key), value } }]);
  }
  if (over.kind !== "list") return undefined;
  const scopes: [string, InstanceScope][] = [];
  for (const item of over.items) {
    if (item.kind !== "literal" || typeof item.value !== "string") return undefined;
    scopes.push([item.value, { each: { key: item, value: item } }]);
  }
  return scopes;
}
