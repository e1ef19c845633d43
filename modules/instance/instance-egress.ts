import { endpointEgress } from "../endpoints/endpoint-egress";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { Network, NetworkSubnet } from "../network/network";
import { Peer } from "../network/peer";
import type { SecurityGroupRule } from "../network/security-group";

/**
 * The rules that let an instance out: to its endpoints, and in a subnet with a way out on port 443 to everywhere, where
 * AWS's services and the package repositories answer.
 */
export function instanceEgress(
  network: Network,
  subnet: NetworkSubnet | undefined,
  endpoints: readonly VpcEndpoints[],
): Record<string, SecurityGroupRule> {
  const rules = { ...endpointEgress(network, undefined) };
  const { endpoints: _, ...withoutExisting } = network;
  for (const group of endpoints) {
    for (const [name, rule] of Object.entries(endpointEgress(withoutExisting, group))) {
      rules[`${group.node.id}-${name}`] = rule;
    }
  }
  if (subnet?.wayOut !== undefined) {
    rules["https"] = { peer: Peer.cidr("0.0.0.0/0"), port: 443, description: `to AWS through ${subnet.wayOut}` };
  }
  return rules;
}
