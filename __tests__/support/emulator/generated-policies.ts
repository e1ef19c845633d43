import type { AppBuilder, EmulatedAccount } from "./emulated-account";
import { unknownDifferences } from "./known-differences";
import type { TerraformDeployment } from "./terraform-deployment";

/** What a stack that stands with AWS's policies came to when its policies were generated. */
export interface GeneratedPolicies {
  /** What had to be made or changed, as `action type`, each once. */
  readonly changes: readonly string[];
  /** How many policies of endpoints were made. */
  readonly policies: number;
  /** What a second plan would still change. */
  readonly left: readonly string[];
  /** The deployment with them, of the same state. */
  readonly deployment: TerraformDeployment;
}

/** Applies a stack whose policies are generated over the one that stands with AWS's. */
export async function generatePolicies(
  account: EmulatedAccount,
  standing: TerraformDeployment,
  build: AppBuilder,
): Promise<GeneratedPolicies> {
  const [deployment] = account.synthesize(build, {}, standing);
  if (deployment === undefined) throw new Error("the app has no stack");
  await deployment.terraform("init", "-input=false");
  const { differences } = await deployment.plan();
  const changed = differences.filter((it) => unknownDifferences([it]).length > 0);
  await deployment.terraform("apply", "-input=false", "e2e.tfplan");
  return {
    changes: [...new Set(changed.map(({ actions, type }) => `${actions.join(" and ")} ${type}`))].sort(),
    policies: changed.filter(({ type }) => type === "aws_vpc_endpoint_policy").length,
    left: unknownDifferences((await deployment.plan()).differences),
    deployment,
  };
}
