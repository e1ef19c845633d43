import { type TerraformElement, TerraformStack } from "cdktf";
import { hostsTasks } from "../addressing/subnet-spec";
import { policyDocument } from "../aws/policy-document";
import { wayOutInWords } from "../aws/way-out";
import type { SaidEndpoint, SaidNetwork, SaidPeer, SaidSubnet } from "../reachability/terraform/said/said-network";
import type { EndpointAccess, ExistingEndpoint, Network, NetworkSubnet } from "./network";
import { createdVpc } from "./other-vpc";
import type { Peer } from "./peer";

/** The networks of which each stack says already what they are. */
const said = new WeakMap<TerraformStack, Set<Network>>();

/**
 * Writes what a network says of a VPC that exists into a comment of a resource, where the proof reads it: once in each
 * stack. A VPC that the app creates is in the Terraform itself, and a snapshot tells more.
 */
export function sayNetwork(resource: TerraformElement, network: Network): void {
  if (network.snapshot !== undefined || createdVpc(network) !== undefined) return;
  const stack = TerraformStack.of(resource);
  const ofStack = said.get(stack) ?? new Set();
  if (ofStack.has(network)) return;
  said.set(stack, ofStack.add(network));
  resource.addOverride("//.privateFargate.network", saidNetwork(network));
}

function saidNetwork(network: Network): SaidNetwork {
  const { name, region, vpcId, cidrBlock, dns, domainNameServers, networkAcls, subnets } = network;
  const endpoints = (network.endpoints ?? []).filter(isInVpc);
  return {
    name,
    region,
    vpcId,
    cidrBlock,
    enableDnsSupport: dns.support,
    enableDnsHostnames: dns.hostnames,
    ...(domainNameServers === undefined ? {} : { domainNameServers }),
    ...(networkAcls === undefined ? {} : { networkAcls }),
    subnets: subnets.map((subnet) => saidSubnet(subnet, network)),
    ...(endpoints.length === 0 ? {} : { endpoints: endpoints.map((endpoint) => saidEndpoint(endpoint, network)) }),
  };
}

/** Of an endpoint in another VPC nothing is said of this one. */
function isInVpc(endpoint: ExistingEndpoint): boolean {
  return endpoint.type === "Gateway" || endpoint.cidrBlocks === undefined;
}

function saidSubnet(subnet: NetworkSubnet, network: Network): SaidSubnet {
  const { id, tier, availabilityZone, cidrBlock, ipv6CidrBlock, routeTableId } = subnet;
  const wayOut = subnet.wayOut ?? (hostsTasks(tier) ? network.wayOut : undefined);
  return {
    id,
    availabilityZone,
    cidrBlock,
    ...(ipv6CidrBlock === undefined ? {} : { ipv6CidrBlock }),
    ...(routeTableId === undefined ? {} : { routeTableId }),
    ...(wayOut === undefined ? {} : { wayOut: wayOutInWords(wayOut) }),
  };
}

function saidEndpoint(endpoint: ExistingEndpoint, { subnets }: Network): SaidEndpoint {
  const { type, service, policy } = endpoint;
  const common = { type, service, ...(policy === undefined ? {} : { policy: policyText(policy) }) };
  if (endpoint.type === "Gateway") {
    const ofSubnets = new Set(subnets.flatMap(({ routeTableId }) => routeTableId ?? []));
    return { ...common, prefixListId: endpoint.prefixListId, routeTableIds: endpoint.routeTableIds ?? [...ofSubnets] };
  }
  const { securityGroupIds, serviceRegion, subnetIds, privateDnsEnabled = true, admits } = endpoint;
  return {
    ...common,
    securityGroupIds,
    privateDnsEnabled,
    ...(serviceRegion === undefined ? {} : { serviceRegion }),
    ...(subnetIds === undefined ? {} : { subnetIds }),
    ...(admits === undefined ? {} : { admits: admits.map(saidPeer) }),
  };
}

function policyText(access: EndpointAccess): string {
  return access === "full-access" ? "" : policyDocument(access);
}

function saidPeer(peer: Peer): SaidPeer {
  switch (peer.kind) {
    case "cidr":
      return { cidr_ipv4: peer.cidrBlock };
    case "ipv6-cidr":
      return { cidr_ipv6: peer.ipv6CidrBlock };
    case "security-group":
      return { referenced_security_group_id: peer.securityGroupId };
    case "prefix-list":
      return { prefix_list_id: peer.prefixListId };
  }
}
