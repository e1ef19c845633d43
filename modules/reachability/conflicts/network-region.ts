import { networkRegionFault, taskRegionFault } from "../checks/network-region";
import { knownValue } from "../model/fact";
import { type ConflictRule, conflict } from "./conflict-rule";

/** A VPC, what is in it, and the tasks that run in it are in one Region. */
export const networkRegion: ConflictRule = function* (view) {
  for (const vpc of view.regions.vpcs) {
    const fault = networkRegionFault(view, vpc);
    if (fault !== undefined) yield conflict("network-region", fault);
  }
  for (const task of view.model.tasks) {
    const [subnet] = knownValue(task.subnets) ?? [];
    const vpc = subnet && knownValue(view.subnet(subnet).vpc);
    const fault = vpc && taskRegionFault(view, vpc, task);
    if (fault !== undefined) yield conflict("network-region", fault);
  }
};
