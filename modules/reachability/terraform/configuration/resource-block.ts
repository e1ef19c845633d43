import type { NetworkSnapshot } from "../../../snapshot/network-snapshot";
import { whyOpen } from "../expressions/known-value";
import type { TerraformJson } from "../expressions/terraform-json";
import { ABSENT, isAbsent, unknownValue, type Value } from "../expressions/value";
import {
  readAnnotations,
  saidCallsIn,
  saidGrantsIn,
  saidKeysIn,
  saidLaunchIn,
  saidNetworkIn,
} from "../resources/annotations";
import { derivedAttribute } from "../resources/derived-attributes";
import { hasOwnRegion } from "../resources/own-region";
import { publishedImage } from "../resources/published-image";
import { attributeReference, type TerraformResource } from "../resources/terraform-resource";
import { calledAttribute } from "./called-attribute";
import { blockArgument } from "./dynamic-blocks";
import { instancesOf, type LocalNames, NO_NAMES, valueOfInstances } from "./instances";
import { lookedUpAttribute } from "./looked-up-attribute";
import { type Provider, providerName } from "./providers";

/** What a block needs of the configuration that it stands in. */
export interface BlockContext {
  /** What stands before each address, so that it is unique among the configurations. */
  readonly prefix: string;
  /** A piece of JSON with its expressions carried out, as far as that can be done here. */
  evaluate(json: unknown, names: LocalNames): Value;
  /** A provider, by its name in the configuration: `"aws"`, or `"aws.alias"`. */
  provider(name: string): Provider;
  /** The account of a provider, by the address of that, where it is known. */
  accountOf(provider: string): string | undefined;
  /** VPCs that exist, of which there are snapshots. */
  readonly networks: readonly NetworkSnapshot[];
  /** What is known of an attribute from elsewhere, such as a plan. @default - nothing */
  readonly known?: KnownAttribute | undefined;
}

/** An attribute of a resource, by the address of that, where it is known. */
export type KnownAttribute = (address: string, attribute: string) => Value | undefined;

export interface ResourceInstances {
  readonly all: readonly TerraformResource[];
  /** The resource, or all instances by the index of `count` or the key of `for_each`. */
  readonly value: Value;
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

  /** The instances, with `count` and `for_each` carried out. */
  get instances(): ResourceInstances {
    if (this.#instances !== undefined) return this.#instances;
    // Stands for them while they are made, in case that their number depends on themselves.
    this.#instances = this.#unknown("count", unknownValue("it refers to itself"));
    this.#instances = this.#expand();
    return this.#instances;
  }

  #expand(): ResourceInstances {
    const instances = instancesOf(this.body, (json) => this.#context.evaluate(json, NO_NAMES));
    if (instances.kind === "unknown") return this.#unknown(instances.field, instances.value);
    if (instances.kind === "single") {
      const only = this.#instance("", NO_NAMES);
      return { all: [only], value: whole(only) };
    }
    const all = instances.keys.map(([key, names]) => this.#instance(`[${JSON.stringify(key)}]`, names));
    return { all, value: valueOfInstances(instances, all.map(whole)) };
  }

  /** Nobody knows how many instances there are, so that nothing of them is known but what each would have. */
  #unknown(field: string, value: Value): ResourceInstances {
    const open = whyOpen(value);
    const because = open === undefined ? "" : `: ${open.because}`;
    const nothing = unknownValue(
      `how many there are of ${this.#address} is known to Terraform only (${field})${because}`,
      open?.lack,
    );
    const none = () => nothing;
    const argumentOfEach = (name: string) => this.#instance("", NO_NAMES).argument(name);
    const one = {
      ...this.#common(),
      address: this.#address,
      region: nothing,
      argument: none,
      argumentOfEach,
      attribute: none,
    };
    return { all: [one], value: nothing };
  }

  #instance(key: string, names: LocalNames): TerraformResource {
    const context = this.#context;
    const { body, type } = this;
    const address = `${this.#address}${key}`;
    const values = new Map<string, Value>();
    const argument = (name: string): Value => {
      const known = values.get(name);
      if (known !== undefined) return known;
      // Stands for the argument while it is evaluated, in case that it refers to itself.
      values.set(name, unknownValue(`${address} refers to itself`));
      const value = blockArgument(body, name, names, (json, inner) => context.evaluate(json, inner), address);
      values.set(name, value);
      return value;
    };
    const ownRegion = () => (hasOwnRegion({ mode: this.#mode, type }) ? argument("region") : ABSENT);
    const resource: TerraformResource = {
      ...this.#common(),
      address,
      get region() {
        const own = ownRegion();
        return isAbsent(own) ? context.provider(providerName(body["provider"])).region : own;
      },
      get said() {
        const network = saidNetworkIn(body);
        return network === undefined ? undefined : context.evaluate(network, NO_NAMES);
      },
      get saidLaunch() {
        const launch = saidLaunchIn(body);
        return launch === undefined ? undefined : context.evaluate(launch, names);
      },
      get saidGrants() {
        const grants = saidGrantsIn(body);
        return grants === undefined ? undefined : context.evaluate(grants, names);
      },
      get saidKeys() {
        const keys = saidKeysIn(body);
        return keys === undefined ? undefined : context.evaluate(keys, names);
      },
      get saidCalls() {
        const calls = saidCallsIn(body);
        return calls === undefined ? undefined : context.evaluate(calls, names);
      },
      argument,
      attribute: (name) => {
        const known = context.known?.(address, name);
        if (known !== undefined) return known;
        const value = argument(name);
        if (!isAbsent(value)) return value;
        const called = calledAttribute(resource, name, (json, inner) => context.evaluate(json, inner));
        const found = lookedUpAttribute(resource, Object.keys(body), name, context.networks);
        const derived = called ?? found ?? publishedImage(resource, name) ?? derivedAttribute(resource, name);
        return derived ?? attributeReference(resource, name);
      },
    };
    return resource;
  }

  #common() {
    const { address: provider, credentials } = this.#context.provider(providerName(this.body["provider"]));
    const annotations = Object.hasOwn(this.body, "//") ? readAnnotations(this.body) : {};
    const account = this.#context.accountOf(provider);
    const own = account === undefined ? { credentials } : { credentials, account };
    return { mode: this.#mode, type: this.type, provider, annotations, ...own };
  }
}

function whole({ address, attribute }: TerraformResource): Value {
  return { kind: "whole", address, isResource: true, attribute };
}
