import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";
import { readCheckText } from "./check-text";
import { parseHcl } from "./hcl-parser";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/** Values of variables by name, and of how many files they are. */
export interface VariableFiles {
  readonly variables: TerraformJson;
  readonly count: number;
}

/**
 * The values of variables that Terraform reads without being told to. What comes last counts.
 *
 * Source: https://developer.hashicorp.com/terraform/language/values/variables
 */
export async function readVariableFiles(folder: string, terminal: Terminal): Promise<VariableFiles> {
  const names = readdirSync(folder);
  const automatic = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)).sort();
  const all = [...["terraform.tfvars", "terraform.tfvars.json"].filter((name) => names.includes(name)), ...automatic];
  let variables: TerraformJson = {};
  for (const name of all) variables = { ...variables, ...(await readVariableFile(join(folder, name), terminal)) };
  return { variables, count: all.length };
}

async function readVariableFile(file: string, terminal: Terminal): Promise<TerraformJson> {
  const input = await readInput(file, terminal);
  const json = file.endsWith(".json") ? readCheckText(input) : await parseHcl(input.name, input.text);
  if (isObject(json)) return json;
  throw new UnusableInputError(`${file} has no values of variables`);
}
