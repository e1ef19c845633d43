import { groupedBy } from "../../values/grouped-by";
import type { Fact } from "../model/fact";
import { Grouped } from "../model/grouped";
import type { Identity } from "../model/identity";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAdopter } from "../terraform/resources/adopter";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import type { TerraformReading } from "../terraform/terraform-reading";
import type { NetworkTypeName } from "./network-types";

/** Resources that take over one another. Nobody writes more than two. */
const LONGEST_CHAIN = 100;

/** What identifies a resource of which nothing else is known. */
export function ownIdentity(resource: TerraformResource): Identity {
  const { mode, address } = resource;
  return mode === "managed"
    ? { kind: isAdopter(resource) ? "adopted" : "created", text: address }
    : { kind: "symbol", text: symbolicText({ kind: "reference", address, attribute: "id" }) };
}

/** The resources and data sources that were read, by address and by type. */
export class ResourceIndex {
  readonly #byAddress: ReadonlyMap<string, TerraformResource>;
  readonly #byType: ReadonlyMap<string, readonly TerraformResource[]>;
  readonly #identities = new Map<string, Identity>();
  readonly #identifying = new Set<string>();
  readonly #maps = new Map<string, ReadonlyMap<string, TerraformResource>>();
  readonly #groups = new Map<string, ReadonlyMap<string | undefined, readonly TerraformResource[]>>();
  readonly #referring = new Map<string, Grouped<TerraformResource>>();

  /** All that was read. */
  readonly all: readonly TerraformResource[];
  /** Modules whose inside is not part of the JSON. */
  readonly modules: TerraformReading["modules"];

  constructor({ resources, modules }: Pick<TerraformReading, "resources" | "modules">) {
    this.all = resources;
    this.modules = modules;
    this.#byAddress = new Map(resources.map((resource) => [resource.address, resource]));
    this.#byType = groupedBy(resources, ({ mode, type }) => `${mode} ${type}`);
  }

  /** The identity of a resource, worked out once. One that leads to itself, or on and on, is its own. */
  identity(
    resource: TerraformResource,
    identify: (resource: TerraformResource, index: ResourceIndex) => Identity,
  ): Identity {
    const known = this.#identities.get(resource.address);
    if (known !== undefined) return known;
    if (this.#identifying.has(resource.address) || this.#identifying.size >= LONGEST_CHAIN)
      return ownIdentity(resource);
    this.#identifying.add(resource.address);
    const identity = identify(resource, this);
    this.#identifying.delete(resource.address);
    this.#identities.set(resource.address, identity);
    return identity;
  }

  /** The resource or data source with an address. */
  at(address: string): TerraformResource | undefined {
    return this.#byAddress.get(address);
  }

  /** The resources of some types. */
  managed(...types: readonly NetworkTypeName[]): readonly TerraformResource[] {
    return types.flatMap((type) => this.#byType.get(`managed ${type}`) ?? []);
  }

  /** The data sources of some types. */
  data(...types: readonly string[]): readonly TerraformResource[] {
    return types.flatMap((type) => this.#byType.get(`data ${type}`) ?? []);
  }

  /** The data sources of a type that have been read, so that all is there that they look up. */
  found(type: string): readonly TerraformResource[] {
    return this.data(type).filter(({ isRead }) => isRead === true);
  }

  /** The first data source of a type that has the provider of a resource. */
  dataOf(type: string, { provider }: TerraformResource): TerraformResource | undefined {
    const byProvider = once(this.#maps, `provider ${type}`, () => {
      return new Map([...this.data(type)].reverse().map((data) => [data.provider, data] as const));
    });
    return byProvider.get(provider);
  }

  /** Resources of a type by what identifies them, worked out once. */
  byIdentity(
    type: NetworkTypeName,
    identify: (resource: TerraformResource) => readonly string[],
  ): ReadonlyMap<string, TerraformResource> {
    return once(this.#maps, `identity ${type}`, () => {
      const entries = this.managed(type).flatMap((resource) =>
        identify(resource).map((key) => [key, resource] as const),
      );
      return new Map(entries.reverse());
    });
  }

  /** Resources of a type by a key, worked out once; those without one are left out. */
  groupedBy(
    type: NetworkTypeName,
    keyOf: (resource: TerraformResource) => string | undefined,
  ): ReadonlyMap<string | undefined, readonly TerraformResource[]> {
    return once(this.#groups, type, () => groupedBy(this.managed(type), keyOf));
  }

  /** Resources of a type by what one of their arguments refers to, worked out once. */
  referring(
    type: NetworkTypeName,
    argument: string,
    identify: (resource: TerraformResource) => Fact<Identity>,
  ): Grouped<TerraformResource> {
    return once(this.#referring, `${type} ${argument}`, () => new Grouped(this.managed(type), identify));
  }
}

function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  made.set(key, value);
  return value;
}
