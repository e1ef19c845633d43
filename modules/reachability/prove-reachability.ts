import { findConflicts } from "./conflicts/find-conflicts";
import { NetworkView } from "./model/network-view";
import type { Proof } from "./model/proof";
import { proveTask } from "./proof/prove-task";
import { readNetworkModel } from "./reading/read-network-model";
import type { TerraformJson } from "./terraform/expressions/terraform-json";
import { readTerraform } from "./terraform/read-terraform";
import type { Acceptance } from "./terraform/resources/annotations";
import type { TerraformReading } from "./terraform/resources/terraform-resource";
import { Acceptances, withVerdicts } from "./ways/accept-findings";

/** How to prove. */
export interface ProofOptions {
  /**
   * Findings that are accepted knowingly, besides those that configurations accept in a comment. They stay in the proof with
   * their reason, and do not count.
   *
   * @default - none
   */
  readonly accepted?: readonly Acceptance[];
}

/**
 * Proves for every Fargate task that the AWS services which it calls can be reached, or names the first broken hop.
 *
 * @param inputs configurations that belong together, each a `cdk.tf.json` or the JSON of `terraform show -json PLAN`
 * @example
 * const proof = proveReachability([JSON.parse(readFileSync("cdktf.out/stacks/orders/cdk.tf.json", "utf8"))]);
 * console.log(explainProof(proof));
 */
export function proveReachability(inputs: readonly TerraformJson[], options: ProofOptions = {}): Proof {
  return proveReading(readTerraform(inputs), options);
}

/** The proof over what was read. */
export function proveReading(reading: TerraformReading, options: ProofOptions = {}): Proof {
  const view = new NetworkView(readNetworkModel(reading));
  const acceptances = new Acceptances([...reading.accepted, ...(options.accepted ?? [])]);
  const tasks = view.model.tasks.map((task) => proveTask(view, task, acceptances));
  const conflicts = Array.from(findConflicts(view, tasks), (issue) => acceptances.judge(issue));
  return withVerdicts(tasks, [...conflicts, ...acceptances.unused]);
}
