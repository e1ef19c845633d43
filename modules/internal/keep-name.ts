import type { TerraformResource } from "cdktf";

/**
 * A name that is made of another one, for example of a task's family, stays what it was when the resource was made: AWS changes
 * none of them, so that whoever renames a family would replace what carries its traffic. A name that is given is not kept.
 */
export function keepName(resource: TerraformResource, attribute: "name" | "name_prefix"): void {
  const { ignoreChanges = [] } = resource.lifecycle ?? {};
  if (ignoreChanges === "all") return;
  resource.lifecycle = { ...resource.lifecycle, ignoreChanges: [...ignoreChanges, attribute] };
}

/** The new one stands before the old one goes: where its name has to be the one that is made, because others know it by that. */
export function createBeforeDestroy(resource: TerraformResource): void {
  resource.lifecycle = { ...resource.lifecycle, createBeforeDestroy: true };
}
