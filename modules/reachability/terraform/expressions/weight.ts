import type { Value } from "./value";

/** The weights of large values that have parts; a part may be in many values. */
const KNOWN = new WeakMap<Value, number>();

/** Up to here it takes less to weigh a value again than to keep its weight. */
const LIGHT = 100;

/** How large a value is when it is written out, in parts and characters. */
export function weightOf(value: Value): number {
  switch (value.kind) {
    case "literal":
      return typeof value.value === "string" ? 1 + value.value.length : 1;
    case "reference":
      return 1 + value.address.length + value.attribute.length;
    case "unknown":
    case "whole":
      return 1;
    default:
      return weightOfParts(value);
  }
}

function weightOfParts(value: Extract<Value, { readonly kind: "list" | "object" | "text" }>): number {
  const known = KNOWN.get(value);
  if (known !== undefined) return known;
  const parts =
    value.kind === "list" ? value.items : value.kind === "text" ? value.parts : Object.values(value.members);
  let weight = 1;
  for (const part of parts) weight += weightOf(part);
  if (weight > LIGHT) KNOWN.set(value, weight);
  return weight;
}
