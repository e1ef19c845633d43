import { hostsEndpoints, hostsTasks } from "../addressing/subnet-spec";
import type { Network, NetworkSubnet } from "../network/network";
import type { NetworkAclName } from "./network-acls-props";

/** The subnets that get a generated network ACL, by its name. */
export type SubnetsOfAcls = ReadonlyMap<NetworkAclName, readonly NetworkSubnet[]>;

/**
 * The isolated subnets of a network by the network ACL that they get. Where tasks and endpoints share subnets they share the ACL; a subnet with a
 * way out, and a public one, keep theirs.
 */
export function subnetsOfAcls({ subnets, wayOut }: Network): SubnetsOfAcls {
  const isIsolated = (subnet: NetworkSubnet) => (subnet.wayOut ?? wayOut) === undefined;
  const groups: readonly (readonly [NetworkAclName, readonly NetworkSubnet[]])[] = [
    ["tasks", subnets.filter((subnet) => hostsTasks(subnet.tier) && isIsolated(subnet))],
    ["endpoints", subnets.filter(({ tier, wayOut: own }) => tier === "endpoint" && own === undefined)],
  ];
  return new Map(groups.filter(([, ofAcl]) => ofAcl.length > 0));
}

/** The network ACLs in whose subnets there are endpoints. */
export function aclsWithEndpoints(subnets: SubnetsOfAcls): readonly NetworkAclName[] {
  return [...subnets].flatMap(([name, ofAcl]) => (ofAcl.some(({ tier }) => hostsEndpoints(tier)) ? [name] : []));
}
