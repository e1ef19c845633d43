import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isObject, textAt } from "../reachability/terraform/expressions/terraform-json";
import { UnusableInputError } from "./unusable-input";

/** How to get JSON of what is not read as it is. */
export const PLAN_AS_JSON = "terraform plan -out=plan.tfplan, then terraform show -json plan.tfplan > plan.json";

/**
 * The configurations in a folder: all stacks of a `cdktf.out`, the `cdk.tf.json` of one stack, or the only `.tf.json`.
 *
 * @throws {UnusableInputError} where there is none, with what there is instead
 */
export async function configurationsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  const stacks = names.includes("manifest.json") ? await stacksOf(folder) : undefined;
  if (stacks !== undefined) return stacks;
  if (names.includes("cdk.tf.json")) return [join(folder, "cdk.tf.json")];
  const [first, ...others] = names.filter((name) => name.endsWith(".tf.json"));
  const hasHcl = names.some((name) => /\.(?:tf|tofu)$/.test(name));
  if (first !== undefined && others.length === 0 && !hasHcl) return [join(folder, first)];
  throw new UnusableInputError(`${folder} ${describe(names, hasHcl, first !== undefined)}`);
}

/** The stacks that the manifest of cdktf names. */
async function stacksOf(folder: string): Promise<readonly string[] | undefined> {
  const manifest = parsed(await readFile(join(folder, "manifest.json"), "utf8"));
  if (!isObject(manifest) || !isObject(manifest["stacks"])) return undefined;
  const stacks = Object.values(manifest["stacks"]).filter(isObject);
  const files = stacks.flatMap((stack) => textAt(stack, "synthesizedStackPath") ?? []);
  if (files.length > 0) return files.map((file) => join(folder, file));
  throw new UnusableInputError(`${folder} has a manifest.json that names no stack; write cdktf synth again`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(names: readonly string[], hasHcl: boolean, hasJson: boolean): string {
  if (names.length === 0) return "is an empty folder; name a cdktf.out, a cdk.tf.json or a plan.json";
  if (names.includes("cdktf.json")) {
    return "is a project of cdktf; write cdktf synth there, and check its folder cdktf.out";
  }
  if (hasHcl) return `is a folder of HCL, which is not read; check a plan of it: ${PLAN_AS_JSON}`;
  if (hasJson) {
    return `holds more than one .tf.json, of which Terraform makes one configuration; check a plan of it: ${PLAN_AS_JSON}`;
  }
  return "has neither the manifest.json of a cdktf.out nor a .tf.json; name a cdktf.out, a cdk.tf.json or a plan.json";
}
