import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { hostNames } from "../aws/endpoint-services/host-names";
import { isRegion } from "../aws/region";
import { type Issue, issue } from "../issues/issue";

/** Other VPCs find an endpoint by a zone for the host name of its service, which has to be established. */
export function* checkHubEndpoints(services: readonly EndpointServiceName[], region: string): Generator<Issue> {
  if (!isRegion(region)) return;
  for (const service of services) {
    if (!isEndpointServiceName(service) || hostNames(service, region) !== undefined) continue;
    yield issue("hub-host-name-unknown", {
      path: `services.${service}`,
      problem: `the host names of "${service}" in ${region} are not established`,
      fix: `leave "${service}" out of the hub, and give each spoke an endpoint for it`,
    });
  }
}
