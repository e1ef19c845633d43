import type { JsonValue } from "./json-value";
import { isUnresolved } from "./unresolved";

/** Whether JSON can hold a value. One that Terraform fills in may be an object of any kind; it stands for a value. */
export function isJsonValue(value: unknown): value is JsonValue {
  if (value === null || isUnresolved(value)) return true;
  if (Array.isArray(value)) return value.every(isJsonValue);
  if (typeof value === "object")
    return Object.values(value).every((member) => member === undefined || isJsonValue(member));
  return ["string", "number", "boolean"].includes(typeof value);
}

/** An object of JSON, as opposed to a list. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** Whether a value is an object of JSON that Terraform leaves as it is. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnresolved(value);
}
