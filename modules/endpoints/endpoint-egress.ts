import { endpointServiceFacts, isGatewayServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import type { ExistingEndpoint, Network } from "../network/network";
import { Peer } from "../network/peer";
import type { SecurityGroupRule } from "../network/security-group-props";
import { HTTPS, portName } from "./endpoint-port";
import type { VpcEndpoints } from "./vpc-endpoints";

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
    const peer = Peer.securityGroup(endpoints.securityGroup.securityGroupId);
    for (const port of endpoints.ports)
      rules[portName("endpoints", port)] = toEndpoint(peer, port, "interface endpoints");
  }
  for (const [service, gateway] of endpoints?.gateways ?? []) {
    rules[service] = toEndpoint(Peer.prefixList(gateway.prefixListId), HTTPS, `${service} gateway endpoint`);
  }
  // Endpoints often share a security group or a prefix list, and AWS refuses the same rule twice.
  const reached = new Set<string>();
  for (const existing of network.endpoints ?? []) {
    const name = ruleName(existing);
    const description = `${existing.service} ${existing.type.toLowerCase()} endpoint`;
    const peers = peersOf(existing);
    for (const [index, { id, peer }] of peers.entries()) {
      for (const port of endpointServiceFacts(existing.service).ports) {
        if (reached.has(`${id} ${port}`)) continue;
        reached.add(`${id} ${port}`);
        const rule = portName(peers.length === 1 ? name : `${name}-${index}`, port);
        rules[rule] = toEndpoint(peer, port, description);
      }
    }
  }
  return rules;
}

/** What rules name to let out to an endpoint, each with what tells it from others. */
function peersOf(existing: ExistingEndpoint): readonly { readonly id: string; readonly peer: Peer }[] {
  if (existing.type === "Gateway") return [{ id: existing.prefixListId, peer: Peer.prefixList(existing.prefixListId) }];
  const { securityGroupIds, cidrBlocks } = existing;
  return cidrBlocks === undefined
    ? securityGroupIds.map((id) => ({ id, peer: Peer.securityGroup(id) }))
    : cidrBlocks.map((id) => ({ id, peer: Peer.cidr(id) }));
}

/** A network may have both types for s3 and dynamodb; the gateway's rule has the service's name, as it has elsewhere. */
function ruleName({ service, type }: ExistingEndpoint): string {
  return type === "Interface" && isGatewayServiceName(service) ? `${service}-interface` : service.replaceAll(".", "-");
}

function toEndpoint(peer: Peer, port: number, description: string): SecurityGroupRule {
  return { peer, port, description: `to the ${description}` };
}
