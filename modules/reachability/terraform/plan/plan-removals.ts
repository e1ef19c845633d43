import { objectAt, objectsAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import type { ManagedThing } from "../resources/existing-resources";

/** What a plan removes or replaces, as it is before. */
export function planRemovals(json: TerraformJson): readonly ManagedThing[] {
  return objectsAt(json, "resource_changes").flatMap((entry) => {
    const change = objectAt(entry, "change");
    const actions = Array.isArray(change["actions"]) ? change["actions"] : [];
    if (!actions.includes("delete") || entry["mode"] === "data") return [];
    const before = objectAt(change, "before");
    return [{ type: textAt(entry, "type") ?? "", text: (name: string) => known(before[name]) }];
  });
}

function known(value: unknown): string | undefined {
  const isKnown = typeof value === "string" ? value !== "" : typeof value === "number" || typeof value === "boolean";
  return isKnown ? String(value) : undefined;
}
