import { formatJsonPath, type JsonPath } from "../../task/json/json-path";
import type { JsonValue } from "../../values/json-value";

/** A value that is no list and no object. */
export type Scalar = string | number | boolean | null;

/** A value that came out of a template, and where in the template it stands. */
export interface PlacedValue {
  readonly at: JsonPath;
  readonly content: Scalar | readonly PlacedValue[] | ReadonlyMap<string, PlacedValue>;
}

/** Whether a value has members by name. */
export function isPlacedObject(content: PlacedValue["content"]): content is ReadonlyMap<string, PlacedValue> {
  return content instanceof Map;
}

/** Whether a value is a list. */
export function isPlacedList(content: PlacedValue["content"]): content is readonly PlacedValue[] {
  return Array.isArray(content);
}

/** The text that a value is in a longer text; `undefined` of a list or an object. */
export function placedText(value: PlacedValue | undefined): string | undefined {
  if (value === undefined || isPlacedList(value.content) || isPlacedObject(value.content)) return undefined;
  return String(value.content ?? "");
}

/**
 * The value without its places.
 *
 * @param places where the place of each part is noted, by the path of the part
 */
export function asJson(
  { at, content }: PlacedValue,
  places: { set(path: string, place: string): void },
  path: JsonPath = [],
): JsonValue {
  places.set(formatJsonPath(path), formatJsonPath(at));
  if (isPlacedList(content)) return content.map((each, index) => asJson(each, places, [...path, index]));
  if (!isPlacedObject(content)) return content;
  return Object.fromEntries(Array.from(content, ([name, each]) => [name, asJson(each, places, [...path, name])]));
}
