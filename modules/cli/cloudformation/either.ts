import { isPlacedList, isPlacedObject, type PlacedValue } from "./placed-value";
import { unresolvedText } from "./unresolved-text";

/**
 * One of two values, of which a condition decides: the parts of both are there. Of two texts what they have in common at
 * their ends is known.
 */
export function eitherValue(one: PlacedValue | undefined, other: PlacedValue | undefined): PlacedValue | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const { at, content: a } = one;
  const { content: b } = other;
  if (isPlacedObject(a) && isPlacedObject(b)) {
    const members = new Map(a);
    for (const [name, member] of b) members.set(name, eitherValue(a.get(name), member) ?? member);
    return { at, content: members };
  }
  if (isPlacedList(a) && isPlacedList(b)) return { at, content: eitherList(a, b) };
  if (a === b) return one;
  return { at, content: typeof a === "string" && typeof b === "string" ? commonEnds(a, b) : UNKNOWN };
}

/** The elements of one of two lists. Two of the same name, or with the same value, are one. */
export function eitherList(one: readonly PlacedValue[], other: readonly PlacedValue[]): readonly PlacedValue[] {
  const elements = [...one];
  for (const element of other) {
    const index = elements.findIndex((each) => isSame(each, element));
    const merged = eitherValue(elements[index], element);
    if (index < 0) elements.push(element);
    else if (merged !== undefined) elements[index] = merged;
  }
  return elements;
}

const UNKNOWN = unresolvedText("Fn::If");

function isSame({ content: a }: PlacedValue, { content: b }: PlacedValue): boolean {
  if (!isPlacedObject(a) || !isPlacedObject(b)) return a === b;
  const name = a.get("Name")?.content;
  return name !== undefined && name === b.get("Name")?.content;
}

/** What two texts start and end with, and what is not known between. */
function commonEnds(a: string, b: string): string {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  // An expression is not cut.
  const opened = a.lastIndexOf("${", start);
  if (opened >= 0 && a.indexOf("}", opened) >= start) start = opened;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const cut = /^[^{]*\}/.exec(a.slice(a.length - end))?.[0].length ?? 0;
  return `${a.slice(0, start)}${UNKNOWN}${a.slice(a.length - end + cut)}`;
}
