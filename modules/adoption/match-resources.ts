import type { JsonValue } from "../values/json-value";
import { IDENTITIES } from "./identities";
import { isElsewhere } from "./resource-place";
import type { ResourceOfPlan, ResourcesOfPlan } from "./resources-of-plan";

/** By address of what is to be: the resource that it is in the state. */
export type Counterparts = ReadonlyMap<string, ResourceOfPlan>;

/**
 * Finds for what would be created the resource that would be destroyed and is the same. Both have to be the only ones that
 * fit; what is not known fits nothing. What a block `removed` lets go is taken over only where somebody says so.
 *
 * @param said addresses in the state by the address that they get, which come first
 */
export function matchResources(
  { leaving, forgotten, arriving, staying }: ResourcesOfPlan,
  said: ReadonlyMap<string, string>,
): Counterparts {
  const found = new Map(staying.map((each) => [each.address, each]));
  for (const [to, from] of said) {
    const resource = [...leaving, ...forgotten].find(({ address }) => address === from);
    if (resource !== undefined) found.set(to, resource);
  }
  // Subnets are found by their VPC, endpoints by their subnets: each round knows more.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    const taken = new Set(Array.from(found.values(), ({ address }) => address));
    const left = leaving.filter(({ address }) => !taken.has(address));
    for (const to of arriving.filter(({ address }) => !found.has(address))) {
      const [from, ...others] = narrowed(
        to,
        left.filter((each) => isSame(each, to, found)),
      );
      if (from === undefined || others.length > 0) continue;
      const rivals = arriving.filter((each) => !found.has(each.address) && isSame(from, each, found));
      const [only, ...rest] = narrowed(from, rivals);
      if (only === to && rest.length === 0) found.set(to.address, from);
    }
  }
  return found;
}

/** What an attribute will be, `undefined` where that is not known. */
export function valueToBe(
  resource: ResourceOfPlan,
  attribute: string,
  counterparts: Counterparts,
): JsonValue | undefined {
  if (!resource.unknown.has(attribute)) return resource.values[attribute] ?? null;
  const reference = resource.references.get(attribute);
  if (reference === undefined) return undefined;
  return counterparts.get(reference.address)?.values[reference.attribute];
}

function isSame(from: ResourceOfPlan, to: ResourceOfPlan, counterparts: Counterparts): boolean {
  const identity = IDENTITIES.get(to.type);
  if (identity === undefined || from.type !== to.type || isElsewhere(from.values, to.values, to.provider)) return false;
  return identity.every((attribute) => isEqual(from, to, attribute, counterparts));
}

function isEqual(from: ResourceOfPlan, to: ResourceOfPlan, attribute: string, counterparts: Counterparts): boolean {
  const value = valueToBe(to, attribute, counterparts);
  if (value === undefined) return false;
  return plain(value) === plain(from.values[attribute]);
}

/** The provider writes what is not set as null or as nothing. */
function plain(value: JsonValue | undefined): string {
  return value === undefined || value === null || value === "" ? "" : String(value);
}

function narrowed(one: ResourceOfPlan, many: readonly ResourceOfPlan[]): readonly ResourceOfPlan[] {
  return many.length < 2 ? many : many.filter((each) => nameTag(each) === nameTag(one));
}

/** The tag Name, by which people tell things apart. */
export function nameTag({ values: { tags } }: ResourceOfPlan): JsonValue | undefined {
  return typeof tags === "object" && tags !== null && "Name" in tags ? tags["Name"] : undefined;
}
