import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type App, TerraformStack } from "cdktf";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import { isObject } from "../values/is-object";

/** The Terraform JSON of an app that `app.synth()` has just written, as it is in the files. */
export function writtenTerraform(app: App): readonly TerraformJson[] {
  // With SYNTH_HCL_OUTPUT the files are HCL.
  if (app.manifest.hclOutput) return resolvedTerraform(app);
  return Object.values(app.manifest.stacks).map(({ synthesizedStackPath }) => {
    const json: unknown = JSON.parse(readFileSync(join(app.outdir, synthesizedStackPath), "utf8"));
    return isObject(json) ? json : {};
  });
}

/** The Terraform JSON of an app that is not written yet, as it would be. Aspects have to be invoked before. */
export function resolvedTerraform(app: App): readonly TerraformJson[] {
  const stacks = app.node.findAll().filter(TerraformStack.isStack);
  // References between stacks become outputs and data sources of their own.
  for (const stack of stacks) stack.prepareStack();
  return stacks.map((stack) => {
    const json: unknown = stack.toTerraform();
    return isObject(json) ? json : {};
  });
}
