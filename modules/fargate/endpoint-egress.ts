import { ENDPOINT_PORT, type VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { Network } from "../network/network";
import { Peer } from "../network/peer";
import type { SecurityGroupRule } from "../network/security-group";

/**
 * The rules that let tasks out to the endpoints: to the security groups of interface endpoints, and to the prefix lists
 * of gateway endpoints, whose packets keep the service's public addresses.
 */
export function endpointEgress(
  network: Network,
  endpoints: VpcEndpoints | undefined,
): Record<string, SecurityGroupRule> {
  const rules: Record<string, SecurityGroupRule> = {};
  if (endpoints?.securityGroup !== undefined) {
    rules["endpoints"] = toEndpoint(Peer.securityGroup(endpoints.securityGroup.securityGroupId), "interface endpoints");
  }
  for (const [service, gateway] of endpoints?.gateways ?? []) {
    rules[service] = toEndpoint(Peer.prefixList(gateway.prefixListId), `${service} gateway endpoint`);
  }
  // Endpoints often share a security group or a prefix list, and AWS refuses the same rule twice.
  const reached = new Set<string>();
  for (const existing of network.endpoints ?? []) {
    const name = existing.service.replaceAll(".", "-");
    const description = `${existing.service} ${existing.type.toLowerCase()} endpoint`;
    const peers =
      existing.type === "Gateway"
        ? [Peer.prefixList(existing.prefixListId)]
        : existing.securityGroupIds.map((securityGroupId) => Peer.securityGroup(securityGroupId));
    for (const [index, peer] of peers.entries()) {
      const id = peer.kind === "prefix-list" ? peer.prefixListId : peer.securityGroupId;
      if (reached.has(id)) continue;
      reached.add(id);
      rules[peers.length === 1 ? name : `${name}-${index}`] = toEndpoint(peer, description);
    }
  }
  return rules;
}

function toEndpoint(peer: Peer, description: string): SecurityGroupRule {
  return { peer, port: ENDPOINT_PORT, description: `to the ${description}` };
}
