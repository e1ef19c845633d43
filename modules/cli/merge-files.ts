import { withoutLabelLists } from "../reachability/terraform/configuration/label-lists";
import { blocksAt, objectAt, type TerraformJson } from "../reachability/terraform/expressions/terraform-json";

/** Blocks that have a name, and those that have a type and a name. */
const LABELLED = { module: 1, output: 1, variable: 1, resource: 2, data: 2 } as const;
/** Blocks of which a configuration can have several of the same name. */
const REPEATED = ["locals", "provider", "terraform"] as const;

/**
 * The files of a folder as the one configuration that Terraform makes of them.
 *
 * @param changes files such as `override.tf`, whose arguments replace those of the same block
 */
export function mergeFiles(given: readonly TerraformJson[], changes: readonly TerraformJson[]): TerraformJson {
  const files = given.map(withoutLabelLists);
  const overrides = changes.map(withoutLabelLists);
  const merged: Record<string, unknown> = {};
  for (const file of files) if ("//" in file) merged["//"] = file["//"];
  for (const [kind, labels] of Object.entries(LABELLED)) {
    const blocks = files.map((file) => objectAt(file, kind));
    const replacing = overrides.map((file) => objectAt(file, kind));
    merged[kind] = labels === 1 ? named(blocks, replacing) : typed(blocks, replacing);
  }
  for (const kind of REPEATED)
    merged[kind] = kind === "provider" ? providers([...files, ...overrides]) : repeated(kind, files, overrides);
  return merged;
}

function typed(files: readonly TerraformJson[], overrides: readonly TerraformJson[]): TerraformJson {
  const types = new Set([...files, ...overrides].flatMap(Object.keys));
  const of = (all: readonly TerraformJson[], type: string) => all.map((each) => objectAt(each, type));
  return Object.fromEntries([...types].map((type) => [type, named(of(files, type), of(overrides, type))]));
}

/** An override replaces single arguments, and blocks of a name all together. */
function named(files: readonly TerraformJson[], overrides: readonly TerraformJson[]): TerraformJson {
  const merged: Record<string, unknown> = Object.assign({}, ...files);
  for (const [name, block] of overrides.flatMap(Object.entries)) {
    const [body] = blocksAt({ block }, "block");
    const [former] = blocksAt(merged, name);
    if (body !== undefined) merged[name] = { ...former, ...body };
  }
  return merged;
}

function repeated(
  kind: string,
  files: readonly TerraformJson[],
  overrides: readonly TerraformJson[],
): readonly TerraformJson[] {
  // The first one counts that has a name.
  return [...overrides, ...files].flatMap((file) => blocksAt(file, kind));
}

function providers(files: readonly TerraformJson[]): TerraformJson {
  const types = new Set(files.flatMap((file) => Object.keys(objectAt(file, "provider"))));
  return Object.fromEntries(
    [...types].map((type) => [type, files.flatMap((file) => blocksAt(objectAt(file, "provider"), type))]),
  );
}
