import { App, TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { resolvedTerraform } from "../validation/emitted-terraform";
import { isObject } from "../values/is-object";

/**
 * The Terraform JSON of what a test holds: of all stacks of the app of a construct, of a text, or of a list of these. Unlike
 * `Testing.synth` it keeps the comments.
 *
 * @example
 * expect(terraformOf(stack)[0]).toHaveProperty("resource.aws_ecs_service");
 * @throws {TypeError} for anything else
 */
export function terraformOf(received: unknown): readonly TerraformJson[] {
  if (Array.isArray(received)) return received.flatMap(terraformOf);
  if (Construct.isConstruct(received)) return ofApp(received);
  if (typeof received === "string") {
    const json: unknown = JSON.parse(received);
    return terraformOf(json);
  }
  if (isObject(received)) return [received];
  throw new TypeError(`a construct, or Terraform JSON as a text or an object, is expected, not ${String(received)}`);
}

function ofApp(construct: Construct): readonly TerraformJson[] {
  const { root } = construct.node;
  if (!App.isApp(root)) throw new TypeError(`the construct "${construct.node.path}" is not in an App`);
  // Aspects may change resources, and only a synthesis invokes them.
  for (const stack of root.node.findAll().filter(TerraformStack.isStack)) Testing.synth(stack);
  return resolvedTerraform(root);
}
