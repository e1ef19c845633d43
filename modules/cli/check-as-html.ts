import { costOf } from "../cost/cost-of";
import { drawTopology } from "../drawing/draw-topology";
import { reportPage } from "../html-report/report-page";
import type { Proof } from "../reachability/model/proof";
import { networksToCost } from "../reachability/networks-to-cost";
import { plannedTasks } from "../reachability/planned-tasks";
import type { TerraformReading } from "../reachability/terraform/terraform-reading";
import { topologyOf } from "../topology/topology-of";

/** The answer of `check` as a page, with a picture of the network and with what the networks cost without traffic, which nobody said. */
export function checkAsHtml(proof: Proof, reading: TerraformReading): string {
  const costs = networksToCost(reading, proof).map((network) => costOf(network));
  const topology = topologyOf(reading, proof);
  // Of what is in no VPC there is nothing to see.
  const picture = topology.vpcs.length === 0 ? {} : { picture: drawTopology(topology) };
  return reportPage({ proof, plan: plannedTasks(reading), costs, ...picture });
}
