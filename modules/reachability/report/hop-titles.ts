import type { HopName } from "../model/proof";

/** Hops as a person calls them. */
export const HOP_TITLES: Readonly<Record<HopName, string>> = {
  endpoint: "endpoint",
  "mount-target": "mount target",
  called: "called",
  "name-resolution": "DNS",
  "task-security-group": "task's security group",
  "network-acl": "network ACL",
  route: "route",
  "endpoint-security-group": "endpoint's security group",
  "mount-target-security-group": "mount target's security group",
  "called-security-group": "called security group",
  "endpoint-policy": "endpoint policy",
  zones: "zones",
  permissions: "permissions",
};
