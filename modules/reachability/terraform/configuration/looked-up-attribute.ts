import type { NetworkSnapshot } from "../../../snapshot/network-snapshot";
import { ownMember } from "../../../values/own-member";
import { matchesPattern } from "../../model/text-match";
import { allOf, type Truth, truthOf } from "../../model/truth";
import { isAbsent, listLike, literal, type Value } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";
import { lookupOf, type ThingToFind } from "./looked-up-thing";

/** One filter of EC2: what a property has to be one of. */
interface Filter {
  readonly name: string;
  /** With `*` for any characters, and `?` for one. */
  readonly patterns: readonly string[];
}

/** What a block has besides arguments that filters stand for. */
const NO_FILTERS: ReadonlySet<string> = new Set(
  "// count depends_on dynamic filter for_each lifecycle provider region tags timeouts".split(" "),
);

/** Filters that no two accounts have in common. */
const IDS = ["vpc-id", "subnet-id", "route-table-id", "group-id"];

/**
 * An attribute of a data source that looks up something of a VPC of which there is a snapshot.
 *
 * What finds one thing finds no second one anywhere, or Terraform refuses it. What finds several has to say in which VPCs, since only
 * of those all is known.
 *
 * @param given the names in its block
 * @returns `undefined` where the snapshots do not tell it
 */
export function lookedUpAttribute(
  resource: TerraformResource,
  given: readonly string[],
  attribute: string,
  networks: readonly NetworkSnapshot[],
): Value | undefined {
  const lookup = resource.mode === "data" && networks.length > 0 ? lookupOf(resource.type) : undefined;
  const filters = lookup === undefined ? undefined : filtersOf(resource, given, lookup.arguments);
  if (lookup === undefined || filters === undefined || filters.length === 0) return undefined;
  // A provider of its own may be of another account.
  if (given.includes("provider") && !filters.some(({ name }) => IDS.includes(name))) return undefined;
  const near = networks.filter(({ region }) => isIn(resource, region));
  const judged = near.flatMap(lookup.thingsOf).map((thing) => ({ thing, truth: passesAll(thing, filters) }));
  if (judged.some(({ truth }) => truth === "unknown")) return undefined;
  const found = judged.filter(({ truth }) => truth === "yes").map(({ thing }) => thing);
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  if (lookup.list === undefined) {
    const value = others.length === 0 ? ownMember(first.attributes, attribute) : undefined;
    return value === undefined ? undefined : literal(value);
  }
  const vpcs = filters.find(({ name }) => name === "vpc-id")?.patterns ?? [];
  const isWhole = vpcs.length > 0 && vpcs.every((id) => near.some(({ vpc }) => vpc.id === id));
  // What it waits for may be more of what it finds.
  if (attribute !== lookup.list || !isWhole || given.includes("depends_on")) return undefined;
  const ids = found.flatMap(({ attributes: { id } }) => (id === undefined ? [] : literal(id)));
  return listLike(ids, [{ kind: "list", items: [], isUnordered: true }]);
}

/** A provider without a Region may be in each. */
function isIn({ region }: TerraformResource, other: string): boolean {
  return region.kind !== "literal" || region.value === other;
}

/** @returns `undefined` where a part of them is not known, or is none that is known here */
function filtersOf(
  { argument }: TerraformResource,
  given: readonly string[],
  byArgument: Readonly<Record<string, string>>,
): readonly Filter[] | undefined {
  const filters: (Filter | undefined)[] = [...ofTags(argument("tags")), ...ofBlocks(argument("filter"))];
  for (const name of given) {
    if (NO_FILTERS.has(name) || isAbsent(argument(name))) continue;
    const filter = ownMember(byArgument, name);
    const text = textOf(argument(name));
    filters.push(filter === undefined || text === undefined ? undefined : { name: filter, patterns: [text] });
  }
  return ifAll(filters);
}

function ofTags(tags: Value): readonly (Filter | undefined)[] {
  if (isAbsent(tags)) return [];
  if (tags.kind !== "object") return [undefined];
  return Object.entries(tags.members).map(([key, value]) => {
    const text = textOf(value);
    return text === undefined ? undefined : { name: `tag:${key}`, patterns: [text] };
  });
}

function ofBlocks(blocks: Value): readonly (Filter | undefined)[] {
  if (isAbsent(blocks)) return [];
  const all = blocks.kind === "list" ? blocks.items : [blocks];
  return all.map((block) => {
    if (block.kind !== "object") return undefined;
    const { name, values } = block.members;
    const text = name === undefined ? undefined : textOf(name);
    const patterns = values?.kind === "list" ? ifAll(values.items.map(textOf)) : undefined;
    return text === undefined || patterns === undefined ? undefined : { name: text, patterns };
  });
}

function textOf(value: Value): string | undefined {
  return value.kind === "literal" && value.value !== null ? String(value.value) : undefined;
}

/** All items, if every one is known. */
function ifAll<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
}

function passesAll(thing: ThingToFind, filters: readonly Filter[]): Truth {
  return allOf(filters.map((filter) => passes(thing, filter)));
}

function passes({ filters }: ThingToFind, { name, patterns }: Filter): Truth {
  const values = ownMember(filters, name);
  if (values === undefined) return "unknown";
  return truthOf(values.some((value) => patterns.some((pattern) => matchesPattern(value, pattern) === "yes")));
}
