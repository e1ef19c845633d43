import { costOf } from "../cost/cost-of";
import { reportPage } from "../html-report/report-page";
import type { Proof } from "../reachability/model/proof";
import { networksToCost } from "../reachability/networks-to-cost";
import { plannedTasks } from "../reachability/planned-tasks";
import type { TerraformReading } from "../reachability/terraform/terraform-reading";

/** The answer of `check` as a page, with what the networks cost without traffic, which nobody said. */
export function checkAsHtml(proof: Proof, reading: TerraformReading): string {
  const costs = networksToCost(reading, proof).map((network) => costOf(network));
  return reportPage({ proof, plan: plannedTasks(reading), costs });
}
