import { familyInName } from "../../../aws/task-definition-name";
import type { PlanInstance } from "./planned-resource";

/**
 * The task definition of a plan that a data source looks up, once it is there: by what its argument refers to, or by the
 * family that it names.
 */
export function definitionLookedUp(
  lookup: PlanInstance,
  resources: ReadonlyMap<string, PlanInstance>,
): PlanInstance | undefined {
  const name = lookup.argument("task_definition");
  if (name.kind === "reference") return resources.get(name.address);
  if (name.kind !== "literal") return undefined;
  const family = familyInName(String(name.value));
  const [only, ...others] = [...resources.values()].filter((resource) => {
    if (resource.mode !== "managed" || resource.type !== lookup.type) return false;
    const own = resource.argument("family");
    return own.kind === "literal" && own.value === family;
  });
  return others.length === 0 ? only : undefined;
}
