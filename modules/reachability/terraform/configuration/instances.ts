import { UNKNOWN_TEXT } from "../../model/symbol";
import { keyValue } from "../expressions/known-value";
import { elementsOfLength, elementsOfOpenList } from "../expressions/open-list";
import type { TerraformJson } from "../expressions/terraform-json";
import { literal, type ReferenceValue, type Value } from "../expressions/value";

/** Names that stand for something in one instance or block only: `each`, `count`, the iterator of a dynamic block. */
export type LocalNames = ReadonlyMap<string, Value>;

export const NO_NAMES: LocalNames = new Map();

/** What `count` and `for_each` make of a block. */
export type Instances =
  | { readonly kind: "single" }
  | { readonly kind: "counted"; readonly keys: readonly (readonly [key: number, names: LocalNames])[] }
  | { readonly kind: "keyed"; readonly keys: readonly (readonly [key: string, names: LocalNames])[] }
  | { readonly kind: "unknown"; readonly field: "count" | "for_each"; readonly value: Value };

type KeyedInstances = Extract<Instances, { readonly keys: unknown }>;

/** A count beyond every quota of AWS is a mistake, and not carried out. */
const MOST_INSTANCES = 10_000;

/** The instances of a block. */
export function instancesOf(
  { count, for_each: forEach }: TerraformJson,
  evaluate: (json: unknown) => Value,
): Instances {
  if (count !== undefined && count !== null) {
    const number = evaluate(count);
    const length = elementsOfLength(number)?.length ?? lengthOf(number);
    if (length === undefined) return { kind: "unknown", field: "count", value: number };
    return { kind: "counted", keys: Array.from({ length }, (_, index) => [index, countNames(index)] as const) };
  }
  if (forEach === undefined || forEach === null) return { kind: "single" };
  const over = evaluate(forEach);
  const open = elementsOfOpenList(over);
  if (open !== undefined) return { kind: "keyed", keys: open.map(elementOfSet) };
  const members = eachOf(over);
  if (members === undefined || members.length > MOST_INSTANCES) {
    return { kind: "unknown", field: "for_each", value: over };
  }
  return { kind: "keyed", keys: members.map(([key, value]) => [key, iteratorNames("each", keyValue(key), value)]) };
}

function lengthOf(count: Value): number | undefined {
  const isCount =
    count.kind === "literal" && /^\d+$/.test(String(count.value)) && Number(count.value) <= MOST_INSTANCES;
  return isCount ? Number(count.value) : undefined;
}

/** An element of a set is its own key. */
function elementOfSet(element: ReferenceValue): readonly [key: string, names: LocalNames] {
  return [element.attribute, iteratorNames("each", element, element)];
}

function countNames(index: number): LocalNames {
  return new Map([["count", { kind: "object", members: { index: literal(index) } }]]);
}

/** What an iterator stands for: its `key` and its `value`. */
export function iteratorNames(name: string, key: Value, value: Value): LocalNames {
  return new Map([[name, { kind: "object", members: { key, value } }]]);
}

/**
 * The members of a map, or the texts of a set. The keys of a map differ, also where only their names are known, such as those
 * of zones that are looked up; of a key of which nothing is known that is not sure.
 */
function eachOf(over: Value): readonly (readonly [string, Value])[] | undefined {
  if (over.kind === "object") {
    const isOpen = Object.keys(over.members).some((key) => key.includes(UNKNOWN_TEXT));
    return isOpen ? undefined : Object.entries(over.members);
  }
  if (over.kind !== "list") return undefined;
  const members: [string, Value][] = [];
  for (const item of over.items) {
    if (item.kind !== "literal" || typeof item.value !== "string") return undefined;
    members.push([item.value, item]);
  }
  return members;
}

/** The instances as a list, or as an object by their keys. */
export function valueOfInstances({ kind, keys }: KeyedInstances, values: readonly Value[]): Value {
  if (kind === "counted") return { kind: "list", items: values };
  const members = keys.flatMap(([key], index) => {
    const value = values[index];
    return value === undefined ? [] : [[key, value] as const];
  });
  return { kind: "object", members: Object.fromEntries(members) };
}
