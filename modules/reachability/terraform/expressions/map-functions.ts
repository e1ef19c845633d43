import { isSymbolicKey, keyValue, membersOf, textOf } from "./known-value";
import { navigate } from "./navigate";
import type { TerraformFunction } from "./terraform-function";
import { errorValue, literal, type Value } from "./value";

/** Functions of maps and objects. Source: https://developer.hashicorp.com/terraform/language/functions */
export const MAP_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  keys: ([map]) => listOf(membersOf(map)?.map(([key]) => keyValue(key))),
  lookup,
  merge,
  tomap: ([map]) => map,
  transpose,
  values: ([map]) => listOf(membersOf(map)?.map(([, value]) => value)),
  zipmap,
};

function listOf(items: readonly Value[] | undefined): Value | undefined {
  return items && { kind: "list", items };
}

function lookup([map, key, absent]: readonly Value[]): Value | undefined {
  const name = textOf(key);
  if (name !== undefined && (map?.kind === "whole" || (map?.kind === "reference" && absent === undefined))) {
    const found = navigate(map, [{ kind: "member", name }]);
    return found.kind === "unknown" && found.isError === true ? (absent ?? found) : found;
  }
  if (map?.kind !== "object" || name === undefined) return undefined;
  if (Object.hasOwn(map.members, name)) return map.members[name];
  if (Object.keys(map.members).some(isSymbolicKey)) return undefined;
  return absent ?? errorValue(`there is no ${name} in it`);
}

/** What is null counts as empty. */
function merge(maps: readonly Value[]): Value | undefined {
  const members: (readonly [string, Value])[] = [];
  for (const map of maps) {
    if (map.kind === "literal" && map.value === null) continue;
    if (map.kind !== "object") return undefined;
    for (const member of Object.entries(map.members)) members.push(member);
  }
  return { kind: "object", members: Object.fromEntries(members) };
}

function zipmap([keys, values]: readonly Value[]): Value | undefined {
  if (keys?.kind !== "list" || values?.kind !== "list") return undefined;
  if (keys.isUnordered === true || values.isUnordered === true) return undefined;
  const members: (readonly [string, Value])[] = [];
  for (const [index, item] of keys.items.entries()) {
    const [name, value] = [textOf(item), values.items[index]];
    if (name === undefined || value === undefined) return undefined;
    members.push([name, value]);
  }
  return { kind: "object", members: Object.fromEntries(members) };
}

/** Keys and values change places. Terraform sorts the keys in each list. */
function transpose([map]: readonly Value[]): Value | undefined {
  const lists = new Map<string, Value[]>();
  for (const [key, list] of membersOf(map) ?? []) {
    if (list.kind !== "list" || isSymbolicKey(key)) return undefined;
    for (const item of list.items) {
      const name = textOf(item);
      if (name === undefined) return undefined;
      lists.set(name, [...(lists.get(name) ?? []), literal(key)]);
    }
  }
  if (map?.kind !== "object") return undefined;
  const members = Array.from(lists, ([name, items]): readonly [string, Value] => [name, { kind: "list", items }]);
  return { kind: "object", members: Object.fromEntries(members) };
}
