import type { TaskKeys } from "../../task/task-keys";
import { isObject } from "../../values/is-object";
import { symbolicJson } from "../terraform/expressions/symbolic-text";
import type { Value } from "../terraform/expressions/value";

/** The keys that the comment of a task definition says. What is none is left out. */
export function readTaskKeys(said: Value | undefined): TaskKeys {
  const given = said === undefined ? undefined : symbolicJson(said);
  if (!isObject(given)) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([place, key]) => (typeof key === "string" ? [[place, key] as const] : [])),
  );
}
