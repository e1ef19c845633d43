import type { CauseName } from "./cause-table";
import type { CallKind } from "./failed-call";

/** Why nobody allows a call that arrives. */
export const REFUSALS: readonly CauseName[] = [
  "permission-missing",
  "endpoint-policy-refuses",
  "resource-policy-refuses",
  "organization-policy-refuses",
];

const OF_INTERFACE: readonly CauseName[] = [
  "endpoint-missing",
  "private-dns-off",
  "vpc-dns-hostnames-off",
  "endpoint-ingress-missing",
  "task-egress-missing",
  "network-acl-blocks",
  "vpc-dns-support-off",
  "dns-servers-unknown",
  "other-region",
  ...REFUSALS,
];

const OF_GATEWAY: readonly CauseName[] = [
  "endpoint-missing",
  "gateway-route-missing",
  "task-egress-prefix-list-missing",
  "network-acl-blocks",
  "vpc-dns-support-off",
  "dns-servers-unknown",
  "other-region",
  ...REFUSALS,
];

const OF_MOUNT: readonly CauseName[] = [
  "mount-target-missing",
  "mount-target-ingress-missing",
  "task-egress-missing",
  "network-acl-blocks",
  "vpc-dns-support-off",
  "dns-servers-unknown",
  "mount-permission-missing",
];

const OF_HOST: readonly CauseName[] = [
  "registry-unreachable",
  "vpc-dns-support-off",
  "dns-servers-unknown",
  "image-missing",
];

/** Why calls of a kind usually fail, the likeliest first. */
export function usualCauses(kind: CallKind): readonly CauseName[] {
  switch (kind) {
    case "interface":
      return OF_INTERFACE;
    case "gateway":
      return OF_GATEWAY;
    case "mount":
      return OF_MOUNT;
    case "host":
      return OF_HOST;
    case "none":
      return [];
  }
}
