import type { VpcEndpoint } from "@aws-sdk/client-ec2";
import type { NetworkSnapshot, SnapshotEndpoint } from "../snapshot/network-snapshot";
import type { JsonValue } from "../values/json-value";
import type { Ec2Answers } from "./ec2-answers";
import { byId, nameOf } from "./ec2-things";

/** The endpoints of a VPC for services; those for resources and service networks of Lattice take no names of services. */
export function endpointsOf({ endpoints, region }: Ec2Answers): NetworkSnapshot["endpoints"] {
  return endpoints.flatMap((endpoint) => endpointOf(endpoint, region)).toSorted(byId);
}

function endpointOf(endpoint: VpcEndpoint, region: string): SnapshotEndpoint[] {
  const { ServiceName, ServiceRegion, DnsOptions, PolicyDocument, VpcEndpointType: type = "Gateway" } = endpoint;
  if (ServiceName === undefined || ServiceName === "") return [];
  const isInterface = type === "Interface";
  const groups = (endpoint.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []);
  const inbound = DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint;
  return [
    {
      id: endpoint.VpcEndpointId ?? "",
      ...nameOf(endpoint.Tags),
      serviceName: ServiceName,
      ...(ServiceRegion === undefined || ServiceRegion === region ? {} : { serviceRegion: ServiceRegion }),
      type,
      state: endpoint.State ?? "unknown",
      ...(isInterface ? { privateDnsEnabled: endpoint.PrivateDnsEnabled ?? false } : {}),
      ...(inbound === true ? { privateDnsOnlyForInboundResolverEndpoint: true } : {}),
      ...(endpoint.IpAddressType === undefined ? {} : { ipAddressType: endpoint.IpAddressType }),
      ...some("subnetIds", endpoint.SubnetIds),
      ...some("securityGroupIds", groups),
      ...some("routeTableIds", endpoint.RouteTableIds),
      ...(PolicyDocument === undefined || PolicyDocument === "" ? {} : { policy: parsed(PolicyDocument) }),
    },
  ];
}

function some<Name extends string>(
  name: Name,
  ids: readonly string[] = [],
): { readonly [Key in Name]?: readonly string[] } {
  const list: { [Key in Name]?: readonly string[] } = {};
  if (ids.length > 0) list[name] = ids.toSorted();
  return list;
}

/** A policy that is no JSON stays the text that it is. */
function parsed(policy: string): JsonValue {
  try {
    return JSON.parse(policy);
  } catch {
    return policy;
  }
}
