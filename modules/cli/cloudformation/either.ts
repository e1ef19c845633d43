import { eitherText } from "./either-text";
import { isPlacedList, isPlacedObject, type PlacedValue } from "./placed-value";
import { unresolvedText } from "./unresolved-text";

/**
 * One of two values, of which a condition or the key of a mapping decides: the parts of both are there, and of two texts what
 * they have in common.
 *
 * @param what what decides, for example `"Fn::If"`
 */
export function eitherValue(
  one: PlacedValue | undefined,
  other: PlacedValue | undefined,
  what: string,
): PlacedValue | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const { at, content: a } = one;
  const { content: b } = other;
  if (isPlacedObject(a) && isPlacedObject(b)) {
    const members = new Map(a);
    for (const [name, member] of b) members.set(name, eitherValue(a.get(name), member, what) ?? member);
    return { at, content: members };
  }
  if (isPlacedList(a) && isPlacedList(b)) return { at, content: eitherList(a, b, what) };
  if (a === b) return one;
  const isText = typeof a === "string" && typeof b === "string";
  return { at, content: isText ? eitherText(a, b, what) : unresolvedText(what) };
}

/** The elements of one of two lists. Two of the same name, or with the same value, are one. */
export function eitherList(
  one: readonly PlacedValue[],
  other: readonly PlacedValue[],
  what: string,
): readonly PlacedValue[] {
  const elements = [...one];
  for (const element of other) {
    const index = elements.findIndex((each) => isSame(each, element));
    const merged = eitherValue(elements[index], element, what);
    if (index < 0) elements.push(element);
    else if (merged !== undefined) elements[index] = merged;
  }
  return elements;
}

function isSame({ content: a }: PlacedValue, { content: b }: PlacedValue): boolean {
  if (!isPlacedObject(a) || !isPlacedObject(b)) return a === b;
  const name = a.get("Name")?.content;
  return name !== undefined && name === b.get("Name")?.content;
}
