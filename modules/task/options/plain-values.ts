import { isJsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { isPending } from "../../values/pending";

// What an option can say is taken from a task definition as an option; anything else stays in the spelling of ECS.

/** Whether a value is a text. */
export function isPlainText(value: JsonValue | undefined): value is string {
  return typeof value === "string";
}

/** Whether a value is a number, or one of Terraform's. */
export function isPlainNumber(value: JsonValue | undefined): value is number {
  return typeof value === "number";
}

/** Whether a value is `true` or `false`. */
export function isPlainTruth(value: JsonValue | undefined): value is boolean {
  return typeof value === "boolean";
}

/** Whether a value is an object with texts for members. */
export function isTexts(value: JsonValue | undefined): value is { readonly [name: string]: string } {
  return isJsonObject(value) && Object.values(value).every(isPlainText);
}

/** A list of which each element is of a type. */
export function listOf<Element extends JsonValue>(
  value: JsonValue | undefined,
  is: (element: JsonValue) => element is Element,
): readonly Element[] | undefined {
  if (!Array.isArray(value) || isPending(value)) return undefined;
  const elements: readonly JsonValue[] = value;
  return elements.every(is) ? elements : undefined;
}

/** The members of an object that has no others than these. */
export function onlyMembers(
  value: JsonValue | undefined,
  names: readonly string[],
): Readonly<Record<string, JsonValue>> | undefined {
  if (!isJsonObject(value)) return undefined;
  const given = Object.entries(value).filter(([, member]) => member !== null);
  return given.every(([name]) => names.includes(name)) ? Object.fromEntries(given) : undefined;
}
