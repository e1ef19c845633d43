import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { record } from "../modules/cli/recorded-terminal";
import type { TerraformDeployment } from "../support/emulator/terraform-deployment";

/** Runs `adopt` on a plan of a deployment, and writes the blocks beside its configuration, as the command says it. */
export async function adopt(deployment: TerraformDeployment, ...options: readonly string[]): Promise<string> {
  await deployment.terraform("plan", "-input=false", "-out=adopt.tfplan");
  const plan = join(deployment.directory, "plan.json");
  writeFileSync(plan, await deployment.terraform("show", "-json", "adopt.tfplan"));
  const { exitCode, answer, error } = await record(["adopt", plan, ...options]);
  if (exitCode !== 0 || error !== "") throw new Error(`adopt ended with ${exitCode}: ${error}`);
  writeFileSync(join(deployment.directory, "adoption.tf"), answer);
  return answer;
}
