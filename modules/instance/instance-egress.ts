import { EVERY_IPV4_ADDRESS } from "../aws/limits";
import { wayOutInWords } from "../aws/way-out";
import { HTTPS } from "../endpoints/endpoint-port";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { endpointEgress } from "../fargate/endpoint-egress";
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
    const description = `to AWS through ${wayOutInWords(subnet.wayOut)}`;
    rules["https"] = { peer: Peer.cidr(EVERY_IPV4_ADDRESS), port: HTTPS, description };
  }
  return rules;
}
