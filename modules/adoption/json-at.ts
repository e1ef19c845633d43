import { isJsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";

/** What stands at a path of keys, `undefined` where it leads nowhere. */
export function jsonAt(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((each, key) => (isJsonObject(each) ? each[key] : undefined), value);
}
