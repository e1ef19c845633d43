import { booleanOf, hasUnknown, isEqual, isSurelySet, membersOf, numberOf, textOf } from "./known-value";
import { navigate } from "./navigate";
import { elementsOfOpenList, lengthOfOpenList, openListElement } from "./open-list";
import type { TerraformFunction } from "./terraform-function";
import { ABSENT, errorValue, isAbsent, listLike, literal, type ReferenceValue, type Value } from "./value";

/** Functions of lists and sets. Source: https://developer.hashicorp.com/terraform/language/functions */
export const LIST_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  alltrue: ([list]) => every(list, (item) => booleanOf(item)),
  anytrue: ([list]) => some(list, (item) => booleanOf(item)),
  chunklist: ([list, size]) => {
    const length = numberOf(size);
    if (list?.kind !== "list" || list.isUnordered === true || length === undefined || length < 0) return undefined;
    if (length === 0) return listOf([list]);
    const starts = list.items.flatMap((_, index) => (index % length === 0 ? [index] : []));
    return listOf(starts.map((start) => listOf(list.items.slice(start, start + length))));
  },
  coalescelist: (lists) => lists.find((list) => !isAbsent(list)) ?? errorValue("none of them has an element"),
  compact: ([list]) => kept(list, (item) => (isListed(item) ? true : item.kind === "literal" ? false : undefined)),
  concat,
  contains: ([list, value]) => value && some(list, (item) => isEqual(item, value)),
  distinct: ([list]) => (list?.kind === "list" ? listLike(distinctItems(list.items), [list]) : undefined),
  element,
  flatten: ([list]) => {
    const items = list?.kind === "list" ? flattened(list.items) : undefined;
    return list?.kind === "list" && items !== undefined ? listLike(items, [list, ...list.items]) : undefined;
  },
  index: ([list, value]) => {
    if (list?.kind === "reference" && value !== undefined) return placeIn(list, value);
    if (list?.kind !== "list" || list.isUnordered === true || value === undefined) return undefined;
    const at = list.items.findIndex((item) => isEqual(item, value) !== false);
    const item = list.items[at];
    if (item === undefined) return errorValue("it is not in the list");
    return isEqual(item, value) === true ? literal(at) : undefined;
  },
  length,
  matchkeys: ([list, keys, wanted]) =>
    kept(list, (_, index) => {
      const isOrdered = list?.kind === "list" && list.isUnordered !== true;
      const key = isOrdered && keys?.kind === "list" && keys.isUnordered !== true ? keys.items[index] : undefined;
      return key && booleanOf(some(wanted, (each) => isEqual(each, key)) ?? ABSENT);
    }),
  one: ([list]) => {
    if (list?.kind !== "list") return undefined;
    return list.items.length > 1 ? errorValue("it has more than one element") : (list.items[0] ?? ABSENT);
  },
  range,
  reverse: ([list]) => (list?.kind === "list" ? listLike([...list.items].reverse(), [list]) : undefined),
  setintersection: ([first, ...others]) =>
    toSet([others.reduce<Value | undefined>((kept, other) => selected(kept, other, true), first) ?? ABSENT]),
  setproduct,
  setsubtract: ([list, other]) => toSet([selected(list, other, false) ?? ABSENT]),
  setunion: (lists) => toSet([concat(lists) ?? ABSENT]),
  slice,
  sort,
  tolist: ([list]) => (list?.kind === "list" ? listLike(list.items, [list]) : list),
  toset: toSet,
};

function listOf(items: readonly Value[]): Value {
  return { kind: "list", items };
}

function isText(value: Value): boolean {
  return value.kind === "literal" && typeof value.value === "string";
}

/** The order of ids and ARNs is known to Terraform only. */
function sort([list]: readonly Value[]): Value | undefined {
  if (list?.kind !== "list") return undefined;
  if (list.items.every(isText)) return listOf(sorted(list.items));
  const isKnown = list.items.every((item) => item.kind === "text" || isText(item) || isOneElement(item));
  return isKnown ? listLike(list.items, [{ ...list, isUnordered: true }]) : undefined;
}

function sorted(items: readonly Value[]): readonly Value[] {
  const keyed = items.map((item) => [textOf(item) ?? "", item] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

/** What is not known is taken to be something else than anything else. */
function distinctItems(items: readonly Value[]): readonly Value[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = item.kind === "literal" ? JSON.stringify(item.value) : keyOf(item);
    const isNew = key === undefined || !seen.has(key);
    if (key !== undefined) seen.add(key);
    return isNew;
  });
}

function keyOf(item: Value): string | undefined {
  if (item.kind === "whole") return item.address;
  return hasUnknown(item) ? undefined : JSON.stringify(item);
}

/** Which place an element has in a list that only Terraform knows. */
function placeIn(list: ReferenceValue, value: Value): Value | undefined {
  const element = openListElement(value);
  return elementsOfOpenList(list) !== undefined && element?.address === list.address
    ? literal(element.index)
    : undefined;
}

/** A set of texts is in their order. The blocks of a prefix list differ. */
function toSet([list]: readonly Value[]): Value | undefined {
  if (elementsOfOpenList(list) !== undefined) return list;
  if (list?.kind !== "list") return undefined;
  const items = distinctItems(list.items);
  if (items.every(isText)) return { kind: "list", items: sorted(items), isSet: true };
  return { kind: "list", items, isSet: true, ...(items.length > 1 ? { isUnordered: true } : {}) };
}

function concat(lists: readonly Value[]): Value | undefined {
  const items: Value[] = [];
  for (const list of lists) {
    if (list.kind !== "list") return undefined;
    for (const item of list.items) items.push(item);
  }
  return listLike(items, lists);
}

/**
 * The same place of the same list is the same, whatever it is. Behind the end of a list `element` starts again, and no Region has
 * fewer than two zones.
 */
function placeOf(list: ReferenceValue, at: number): Value {
  const name = list.attribute.slice(list.attribute.lastIndexOf(".") + 1);
  return { ...list, attribute: `${list.attribute}[${at < 2 ? at : `${at} % length(${name})`}]` };
}

function element([list, index]: readonly Value[]): Value | undefined {
  const at = numberOf(index);
  if (at === undefined) return undefined;
  if (list?.kind === "reference" && at >= 0) return placeOf(list, at);
  if (list?.kind !== "list" || list.isUnordered === true) return undefined;
  const count = list.items.length;
  return count === 0 ? errorValue("the list is empty") : list.items[((at % count) + count) % count];
}

/** A part that may be a list itself leaves open how long the result is. */
function flattened(items: readonly Value[]): readonly Value[] | undefined {
  const flat: Value[] = [];
  for (const item of items) {
    const inner = item.kind === "list" ? flattened(item.items) : isOneElement(item) ? [item] : undefined;
    if (inner === undefined) return undefined;
    for (const each of inner) flat.push(each);
  }
  return flat;
}

function isOneElement(item: Value): boolean {
  if (item.kind !== "reference") return item.kind !== "unknown";
  return item.type !== undefined && /(?:^|[._])(?:id|arn|name|url|block)$/.test(item.attribute);
}

function length([value]: readonly Value[]): Value | undefined {
  if (value?.kind === "list") return literal(value.items.length);
  const count = membersOf(value)?.length ?? (value && isText(value) ? textOf(value)?.length : undefined);
  return count === undefined ? lengthOfOpenList(value) : literal(count);
}

const MOST_ELEMENTS = 10_000;

function range(given: readonly Value[]): Value | undefined {
  const numbers = given.map(numberOf);
  const [first, second, third] = numbers;
  if (first === undefined || numbers.includes(undefined)) return undefined;
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (start <= limit ? 1 : -1);
  const count = Math.max(0, Math.ceil((limit - start) / step));
  if (!(count <= MOST_ELEMENTS)) return undefined;
  return listOf(Array.from({ length: count }, (_, index) => literal(start + index * step)));
}

function setproduct(lists: readonly Value[]): Value | undefined {
  let rows: readonly (readonly Value[])[] = [[]];
  for (const list of lists) {
    if (list.kind !== "list" || rows.length * list.items.length > MOST_ELEMENTS) return undefined;
    rows = rows.flatMap((row) => list.items.map((item) => [...row, item]));
  }
  return listOf(rows.map(listOf));
}

/** Terraform reports an error where there are fewer elements, so that a list of which nothing is known has them. */
function slice([list, start, end]: readonly Value[]): Value | undefined {
  const [from, to] = [numberOf(start), numberOf(end)];
  if (list === undefined || from === undefined || to === undefined || !(to - from <= MOST_ELEMENTS)) return undefined;
  if (list.kind === "list") {
    if (list.isUnordered === true && to - from < list.items.length) return undefined;
    const isInside = 0 <= from && from <= to && to <= list.items.length;
    return isInside ? listOf(list.items.slice(from, to)) : errorValue(`the list has ${list.items.length} elements`);
  }
  if (list.kind !== "reference") return undefined;
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, index) => literal(from + index));
  return listOf(indexes.map((index) => navigate(list, [{ kind: "index", index }])));
}

/** The elements of a list that are in another one, or are not. */
function selected(list: Value | undefined, other: Value | undefined, wanted: boolean): Value | undefined {
  return kept(list, (item) => {
    const found = other && booleanOf(some(other, (each) => isEqual(each, item)) ?? ABSENT);
    return found === undefined ? undefined : found === wanted;
  });
}

/** Whether a list without what is empty has an item. Nobody lists the prefix list of an interface endpoint, which has none. */
function isListed(item: Value): boolean {
  return isSurelySet(item) || (item.kind === "reference" && item.attribute === "prefix_list_id");
}

function kept(list: Value | undefined, isKept: (item: Value, index: number) => boolean | undefined): Value | undefined {
  if (list?.kind !== "list") return undefined;
  const answers = list.items.map(isKept);
  if (answers.includes(undefined)) return undefined;
  return listLike(
    list.items.filter((_, index) => answers[index]),
    [list],
  );
}

function some(list: Value | undefined, holds: (item: Value) => boolean | undefined): Value | undefined {
  if (list?.kind !== "list") return undefined;
  const answers = list.items.map(holds);
  if (answers.includes(true)) return literal(true);
  return answers.includes(undefined) ? undefined : literal(false);
}

function every(list: Value | undefined, holds: (item: Value) => boolean | undefined): Value | undefined {
  if (list?.kind !== "list") return undefined;
  const answers = list.items.map(holds);
  if (answers.includes(false)) return literal(false);
  return answers.includes(undefined) ? undefined : literal(true);
}
