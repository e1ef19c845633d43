import { basename, resolve } from "node:path";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { objectAt, textAt } from "../reachability/terraform/expressions/terraform-json";
import { isPlan } from "../reachability/terraform/plan/read-plan";
import type { Sources } from "../reachability/terraform/read-terraform";
import { type CheckSource, sourcesIn } from "./check-folder";
import type { CheckInput } from "./check-input";
import { asTerraformJson } from "./check-json";
import { readCheckText } from "./check-text";
import type { InputFiles, ReadFolder } from "./input-files";
import { isFolder } from "./is-folder";
import { withPlanSource } from "./plan-source";
import { readConfigurationFolder } from "./read-folder";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

/** The option of the commands that read plans. */
export const SOURCE_OPTION = {
  value: "DIR",
  summary: "folder of the configuration of a plan; it tells what the plan leaves unknown",
} as const;

/** Configurations and plans, and the folders of those that were read from one. */
export interface CheckInputs {
  readonly inputs: readonly TerraformJson[];
  readonly sources: Sources;
  /** The folders among the paths. */
  readonly folders: readonly ReadFolder[];
  readonly files: readonly InputFiles[];
}

/**
 * The configurations and plans at some paths, each once, with names by which addresses tell them apart.
 *
 * @param paths files, folders, or `-` for standard input
 * @param sourceFolder the folder of the configuration of the plan among them
 * @throws {UnusableInputError} with every path that cannot be used
 */
export async function readCheckInputs(
  paths: readonly string[],
  terminal: Terminal,
  sourceFolder?: string,
): Promise<CheckInputs> {
  const found = (await eachUsable(paths, sourcesAt)).flat();
  const distinct = new Map(found.map((each) => [each.path === "-" ? each.path : resolve(each.path), each]));
  const read = await eachUsable([...distinct.values()], (each) => readSource(each, terminal));
  const all = sourceFolder === undefined ? read : await withPlanSource(read, sourceFolder, terminal);
  const inputs = all.length === 1 ? all : withNames(all);
  return {
    inputs: inputs.map(({ json }) => json),
    folders: read.flatMap(({ source }) => (source === undefined ? [] : [{ folder: source.path, files: source.files }])),
    files: inputs.map(({ path, json }) => filesOf(path, json, sourceFolder)),
    sources: new Map(inputs.flatMap(({ json, source }) => (source === undefined ? [] : [[json, source] as const]))),
  };
}

function filesOf(path: string, json: TerraformJson, sourceFolder: string | undefined): InputFiles {
  const paths = [
    ...(path === "-" ? [] : [path]),
    ...(isPlan(json) && sourceFolder !== undefined ? [sourceFolder] : []),
  ];
  return { name: stackName(json), paths };
}

async function sourcesAt(path: string): Promise<readonly CheckSource[]> {
  return path !== "-" && isFolder(path) ? sourcesIn(path) : [{ path, isFolder: false }];
}

async function readSource({ path, isFolder }: CheckSource, terminal: Terminal): Promise<CheckInput> {
  if (isFolder) {
    const source = await readConfigurationFolder(path, terminal);
    return { path, json: source.root.json, source };
  }
  const input = await readInput(path, terminal);
  return { path, json: asTerraformJson(readCheckText(input), input.name) };
}

function withNames(inputs: readonly CheckInput[]): readonly CheckInput[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  const base = (path: string) => basename(resolve(path));
  for (const name of inputs.map(({ path }) => base(path))) (seen.has(name) ? shared : seen).add(name);
  return inputs.map((input) => {
    // Addresses have one slash, behind the name.
    const name = shared.has(base(input.path)) ? input.path.replaceAll(/[/\\]/g, ":") : base(input.path);
    return { ...input, json: named(input.json, input.path === "-" ? "standard-input" : name) };
  });
}

/** cdktf writes the name of a stack into its JSON. What has none is named like its file. */
function named(json: TerraformJson, name: string): TerraformJson {
  if (stackName(json) !== undefined) return json;
  const comment = objectAt(json, "//");
  const metadata = objectAt(comment, "metadata");
  return { ...json, "//": { ...comment, metadata: { ...metadata, stackName: name } } };
}

function stackName(json: TerraformJson): string | undefined {
  return textAt(objectAt(objectAt(json, "//"), "metadata"), "stackName");
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
