import { isSymbolicKey } from "../expressions/known-value";
import type { TerraformJson } from "../expressions/terraform-json";
import { literal, type Value } from "../expressions/value";

/** Names that stand for something in one instance or block only: `each`, `count`, the iterator of a dynamic block. */
export type LocalNames = ReadonlyMap<string, Value>;

export const NO_NAMES: LocalNames = new Map();

/** What `count` and `for_each` make of a block. */
export type Instances =
  | { readonly kind: "single" }
  | { readonly kind: "counted"; readonly keys: readonly (readonly [key: number, names: LocalNames])[] }
  | { readonly kind: "keyed"; readonly keys: readonly (readonly [key: string, names: LocalNames])[] }
  | { readonly kind: "unknown"; readonly field: "count" | "for_each" };

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
    if (number.kind !== "literal" || !isCount(number.value)) return { kind: "unknown", field: "count" };
    const keys = Array.from({ length: Number(number.value) }, (_, index) => [index, countNames(index)] as const);
    return { kind: "counted", keys };
  }
  if (forEach === undefined || forEach === null) return { kind: "single" };
  const members = eachOf(evaluate(forEach));
  if (members === undefined) return { kind: "unknown", field: "for_each" };
  return { kind: "keyed", keys: members.map(([key, value]) => [key, iteratorNames("each", literal(key), value)]) };
}

function isCount(value: unknown): boolean {
  return /^\d+$/.test(String(value)) && Number(value) <= MOST_INSTANCES;
}

function countNames(index: number): LocalNames {
  return new Map([["count", { kind: "object", members: { index: literal(index) } }]]);
}

/** What an iterator stands for: its `key` and its `value`. */
export function iteratorNames(name: string, key: Value, value: Value): LocalNames {
  return new Map([[name, { kind: "object", members: { key, value } }]]);
}

/** The members of a map, or the texts of a set; nothing where a key is not known. */
function eachOf(over: Value): readonly (readonly [string, Value])[] | undefined {
  if (over.kind === "object") {
    return Object.keys(over.members).some(isSymbolicKey) ? undefined : Object.entries(over.members);
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
