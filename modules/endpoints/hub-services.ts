import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { isGatewayServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import type { EndpointPlan } from "../planning/plan/endpoint-plan";

/** The services whose endpoints other VPCs reach, each once: a gateway endpoint serves its own VPC only. */
export function hubServices(services: EndpointPlan | readonly EndpointServiceName[]): readonly EndpointServiceName[] {
  if (!("endpoints" in services)) return [...new Set(services)].filter((service) => !isGatewayServiceName(service));
  return services.endpoints.flatMap(({ type, service, region }) =>
    type === "Interface" && region === undefined ? service : [],
  );
}
