import type { EndpointServiceName, EndpointType, GatewayServiceName } from "../aws/endpoint-services/catalog";
import {
  defaultEndpointType,
  isEndpointServiceName,
  isGatewayServiceName,
} from "../aws/endpoint-services/endpoint-service-facts";
import type { Network } from "../network/network";
import type { EndpointPlanInNetwork } from "../planning/plan/endpoint-plan-in-network";

/** The endpoints to create, each service once, without those that the network has already. */
export interface RequestedEndpoints {
  readonly gateways: readonly GatewayServiceName[];
  readonly interfaces: readonly EndpointServiceName[];
}

/** What a plan in a network, or a list of services, asks for there. */
export function requestedEndpoints(
  services: EndpointPlanInNetwork | readonly EndpointServiceName[],
  network: Network,
): RequestedEndpoints {
  const missing: readonly { service: EndpointServiceName; type: EndpointType }[] =
    "missing" in services
      ? services.missing
      : Array.from(new Set(services), (service) => ({ service, type: typeOf(service) })).filter(
          ({ service }) => !network.endpoints?.some((existing) => existing.service === service),
        );
  return {
    gateways: missing.flatMap(({ service, type }) =>
      type === "Gateway" && isGatewayServiceName(service) ? service : [],
    ),
    interfaces: missing.flatMap(({ service, type }) => (type === "Interface" ? service : [])),
  };
}

/** A name outside the catalog is reported when the endpoint is checked. */
function typeOf(service: EndpointServiceName): EndpointType {
  return isEndpointServiceName(service) ? defaultEndpointType(service) : "Interface";
}
