import { objectAt, type TerraformJson, textAt } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";

/** Address of a resource at the start of a path, behind the name of its stack where there are several. */
const ADDRESS = /^(?:([^/]+)\/)?(data\.)?([a-z0-9_]+)\.([\w-]+)/;

/** Where the constructs are that made the resources of some stacks. */
export class ConstructPaths {
  readonly #stacks: ReadonlyMap<string, TerraformJson>;
  readonly #only: TerraformJson | undefined;

  constructor(stacks: readonly TerraformJson[]) {
    this.#stacks = new Map(stacks.map((json) => [stackName(json), json]));
    this.#only = stacks.length === 1 ? stacks[0] : undefined;
  }

  /** Path of the construct of a resource, for example `"shop/network/vpc"`. @returns `undefined` where no construct made it */
  of(address: string): string | undefined {
    const [, stack, data, type = "", id = ""] = ADDRESS.exec(address) ?? [];
    const json = stack === undefined ? this.#only : this.#stacks.get(stack);
    if (json === undefined) return undefined;
    const block = objectAt(objectAt(json, data === undefined ? "resource" : "data"), type)[id];
    return isObject(block) ? textAt(objectAt(objectAt(block, "//"), "metadata"), "path") : undefined;
  }

  /** Name of the stack in which a resource is. @returns `undefined` where there is no such stack */
  stackOf(address: string): string | undefined {
    const [, stack] = ADDRESS.exec(address) ?? [];
    const json = stack === undefined ? this.#only : this.#stacks.get(stack);
    return json === undefined ? undefined : stackName(json);
  }
}

/** cdktf writes the name of a stack into its JSON. */
function stackName(json: TerraformJson): string {
  return textAt(objectAt(objectAt(json, "//"), "metadata"), "stackName") ?? "";
}
