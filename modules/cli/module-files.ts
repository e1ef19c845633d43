import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { asTerraformJson } from "./check-json";
import { readCheckText } from "./check-text";
import { parseHcl } from "./hcl-parser";
import { mergeFiles } from "./merge-files";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";

/** Whether a file is one of a configuration: HCL of Terraform or OpenTofu, or JSON. */
export function isConfigurationFile(name: string): boolean {
  return isHcl(name) || name.endsWith(".tf.json") || name.endsWith(".tofu.json");
}

/** Whether a file of a configuration is HCL. */
export function isHcl(name: string): boolean {
  return /\.(?:tf|tofu)$/.test(name);
}

/** The files of a configuration in a folder, those left out that OpenTofu has files of its own for. */
export function configurationFiles(names: readonly string[]): readonly string[] {
  const files = names.filter((name) => isConfigurationFile(name) && !/^\.|~$|^#.*#$/.test(name)).sort();
  return files.filter(
    (name) => !files.includes(name.replace(/\.tf(\.json)?$/, ".tofu$1")) || !/\.tf(?:\.json)?$/.test(name),
  );
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The configuration in a folder, and of how many files it is. */
export interface ModuleFiles {
  readonly json: TerraformJson;
  readonly count: number;
}

/**
 * The configuration in a folder.
 *
 * @returns `undefined` where there is none
 * @throws {UnusableInputError} where a file cannot be read
 */
export async function readModuleFiles(folder: string, terminal: Terminal): Promise<ModuleFiles | undefined> {
  const names = configurationFiles(namesIn(folder));
  if (names.length === 0) return undefined;
  const files: TerraformJson[] = [];
  const overrides: TerraformJson[] = [];
  for (const name of names) {
    const input = await readInput(join(folder, name), terminal);
    const json = isHcl(name)
      ? await parseHcl(input.name, input.text)
      : asTerraformJson(readCheckText(input), input.name);
    (/(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name) ? overrides : files).push(json);
  }
  return { json: mergeFiles(files, overrides), count: names.length };
}
