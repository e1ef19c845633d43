import { checkAddressType } from "../checks/address-type";
import { checkOneSubnetPerZone } from "../checks/one-subnet-per-zone";
import { checkSharedSubnet } from "../checks/shared-subnet";
import { checkZoneConflict } from "../checks/zone-conflict";
import { checkZonesOffered } from "../checks/zones-offered";
import type { ConflictRule } from "./conflict-rule";

const CHECKS = [checkOneSubnetPerZone, checkZonesOffered, checkSharedSubnet, checkAddressType] as const;

/** Interface endpoints that AWS refuses because of their subnets or names, whether a task calls them or not. */
export const endpointRefused: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    for (const check of CHECKS) {
      const issue = check(view, endpoint)?.issue;
      if (issue !== undefined) yield { ...issue, path: endpoint.address };
    }
    // The zone is at fault, and not the endpoint.
    const { issue } = checkZoneConflict(view, endpoint) ?? {};
    if (issue !== undefined) yield { ...issue, path: issue.path ?? endpoint.address };
  }
};
