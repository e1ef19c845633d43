import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { objectAt, textAt } from "../reachability/terraform/expressions/terraform-json";
import { configurationsIn } from "./check-folder";
import { asTerraformJson } from "./check-json";
import { readCheckText } from "./check-text";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/**
 * The configurations and plans at some paths, each once, with names by which addresses tell them apart.
 *
 * @param paths files, folders, or `-` for standard input
 * @throws {UnusableInputError} with every path that cannot be used
 */
export async function readCheckInputs(paths: readonly string[], terminal: Terminal): Promise<readonly TerraformJson[]> {
  const files = await eachUsable(paths, filesAt);
  const distinct = new Map(files.flat().map((file) => [file === "-" ? file : resolve(file), file]));
  const inputs = await eachUsable([...distinct.values()], async (file) => {
    const input = await readInput(file, terminal);
    return { file, json: asTerraformJson(readCheckText(input), input.name) };
  });
  if (inputs.length === 1) return inputs.map(({ json }) => json);
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const name of inputs.map(({ file }) => basename(file))) (seen.has(name) ? shared : seen).add(name);
  return inputs.map(({ file, json }) => {
    // Addresses have one slash, behind the name.
    const name = shared.has(basename(file)) ? file.replaceAll(/[/\\]/g, ":") : basename(file);
    return named(json, file === "-" ? "standard-input" : name);
  });
}

async function filesAt(path: string): Promise<readonly string[]> {
  if (path === "-") return [path];
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? configurationsIn(path) : [path];
}

/** cdktf writes the name of a stack into its JSON. What has none is named like its file. */
function named(json: TerraformJson, name: string): TerraformJson {
  const comment = objectAt(json, "//");
  const metadata = objectAt(comment, "metadata");
  if (textAt(metadata, "stackName") !== undefined) return json;
  return { ...json, "//": { ...comment, metadata: { ...metadata, stackName: name } } };
}

/** What is done with each, or every reason why not. */
async function eachUsable<In, Out>(items: readonly In[], use: (item: In) => Promise<Out>): Promise<Out[]> {
  const used: Out[] = [];
  const refusals: string[] = [];
  for (const item of items) {
    try {
      used.push(await use(item));
    } catch (error) {
      if (!(error instanceof UnusableInputError)) throw error;
      refusals.push(error.message);
    }
  }
  if (refusals.length > 0) throw new UnusableInputError(refusals.join("\n"));
  return used;
}
