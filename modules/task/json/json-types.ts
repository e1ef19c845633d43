import type { JsonValue } from "../../values/json-value";
import { isUnresolved } from "../../values/unresolved";

// What Terraform fills in stands for a value of the type that is asked for: nobody can look into it here. A list with an
// expression in it is a list all the same.

/** Whether a value is a text, or Terraform fills one in. */
export function isText(value: JsonValue): value is string {
  return typeof value === "string" || isFilledIn(value);
}

/** Whether a value is a number, or Terraform fills one in. */
export function isNumberOrUnresolved(value: JsonValue): value is number {
  return typeof value === "number" || isFilledIn(value);
}

/** Whether a value is `true` or `false`, or Terraform fills it in. */
export function isTruthOrUnresolved(value: JsonValue): value is boolean {
  return typeof value === "boolean" || isFilledIn(value);
}

/** Whether a value is a list of some type, or Terraform fills one in. */
export function asListOf<Type extends JsonValue>(
  is: (value: JsonValue) => value is Type,
): (value: JsonValue) => value is readonly Type[] {
  return (value): value is readonly Type[] => (Array.isArray(value) ? value.every(is) : isUnresolved(value));
}

/** Whether Terraform fills in the whole of a value. */
function isFilledIn(value: JsonValue): boolean {
  return !Array.isArray(value) && isUnresolved(value);
}

/** Whether a value is one of some words, or Terraform fills one in. */
export function isWord<Word extends string>(value: string | undefined, words: readonly Word[]): value is Word {
  return value !== undefined && (isUnresolved(value) || words.some((word) => word === value));
}

/** A value as messages name it: itself where it is short, else what it is. */
export function describeJson(value: JsonValue): string {
  const text = JSON.stringify(value);
  if (text.length <= 40) return text;
  if (typeof value === "string") return `"${value.slice(0, 36)}…"`;
  return Array.isArray(value) ? "a list" : "an object";
}
