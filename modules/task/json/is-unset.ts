import type { JsonValue } from "../../values/json-value";

/** Whether a value is one with which ECS describes a field that is not set. */
export function isUnset(value: JsonValue | undefined): boolean {
  return value === undefined || value === false || value === 0 || isEmptyJson(value);
}

/** Whether a value says nothing: `null`, an empty text, list or object. */
export function isEmptyJson(value: JsonValue): boolean {
  return value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}
