import type { JsonValue } from "../../values/json-value";

/** Whether a value is one with which ECS describes a field that is not set. */
export function isUnset(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === "" || value === 0) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
