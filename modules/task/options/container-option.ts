import type { Issue } from "../../issues/issue";
import type { JsonValue } from "../../values/json-value";

/** Everything that has to be known of an option of a container, which has the name of its field in ECS. */
export interface ContainerOption<Value> {
  /** The value of the field as an option; `undefined` where an option cannot say it, so that it stays as it is. */
  read(field: JsonValue): Value | undefined;
  write(value: Value): JsonValue;
  /** What ECS refuses on Fargate, as far as literals show. */
  check(value: Value, path: string): Iterable<Issue>;
}

/** An option that ECS takes as it is written here. */
export function plainOption<Value extends JsonValue>(
  is: (field: JsonValue) => field is Value,
  check: ContainerOption<Value>["check"] = () => [],
): ContainerOption<Value> {
  return { read: (field) => (is(field) ? field : undefined), write: (value) => value, check };
}
