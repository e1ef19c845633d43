import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { textAt } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";
import { configurationFiles, isHcl } from "./module-files";
import { UnusableInputError } from "./unusable-input";

/** A file to read, or a folder whose files are one configuration. */
export interface CheckSource {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * What there is in a folder: all stacks of a `cdktf.out`, the `cdk.tf.json` of one stack, or the files of a configuration.
 *
 * @throws {UnusableInputError} where there is none, with what there is instead
 */
export function sourcesIn(folder: string): readonly CheckSource[] {
  const names = readdirSync(folder);
  const stacks = names.includes("manifest.json") ? stacksOf(folder) : undefined;
  if (stacks !== undefined) return stacks;
  const files = configurationFiles(names);
  if (names.includes("cdk.tf.json") && !files.some(isHcl)) {
    return [{ path: join(folder, "cdk.tf.json"), isFolder: false }];
  }
  if (files.length > 0) return [{ path: folder, isFolder: true }];
  throw new UnusableInputError(`${folder} ${describe(names)}`);
}

/** The stacks that the manifest of cdktf names. */
function stacksOf(folder: string): readonly CheckSource[] | undefined {
  const manifest = parsed(readFileSync(join(folder, "manifest.json"), "utf8"));
  if (!isObject(manifest) || !isObject(manifest["stacks"])) return undefined;
  const stacks = Object.values(manifest["stacks"]).filter(isObject);
  const files = stacks.flatMap((stack) => textAt(stack, "synthesizedStackPath") ?? []);
  if (files.length > 0) return files.map((file) => ({ path: join(folder, file), isFolder: false }));
  throw new UnusableInputError(`${folder} has a manifest.json that names no stack; write cdktf synth again`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(names: readonly string[]): string {
  if (names.length === 0) return "is an empty folder; name a cdktf.out, a cdk.tf.json or a plan.json";
  if (names.includes("cdktf.json")) {
    return "is a project of cdktf; write cdktf synth there, and check its folder cdktf.out";
  }
  return "has neither the manifest.json of a cdktf.out nor a .tf.json; name a cdktf.out, a cdk.tf.json or a plan.json";
}
