import type { JsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";

/** Arguments of a resource; those that are `undefined` are not given. */
type Arguments = Readonly<Record<string, JsonValue | undefined>>;

/** A resource of a state. */
export type SnapshotResource = ReturnType<typeof resource>;

/** A resource with an address that messages name. */
export function resource(type: string, address: string, values: Arguments, mode: "managed" | "data" = "managed") {
  return { address, mode, type, name: address, values };
}

/** The arguments that are given. */
export function givenArguments(values: Arguments): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
