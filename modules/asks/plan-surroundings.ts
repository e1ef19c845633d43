import type { EndpointServiceName, EndpointType } from "../aws/endpoint-services/catalog";
import { isRegion } from "../aws/region";
import type { WayOut } from "../aws/way-out";
import { isPending } from "../values/pending";

/** An endpoint that a network has. */
export interface PresentEndpoint {
  /** AWS's short name of the service. */
  readonly service: EndpointServiceName;
  readonly type: EndpointType;
  /** Region of the service, for an endpoint that reaches another Region. @default - the network's own */
  readonly serviceRegion?: string;
}

/** What a plan depends on besides the tasks. A `Network` satisfies it. */
export interface PlanSurroundings {
  /** Region of the tasks. @default - unknown; what lies in another Region is not found then */
  readonly region?: string;
  /** How calls leave the network other than through endpoints, for example `"nat-gateway"`. @default - not at all */
  readonly wayOut?: WayOut;
  /** Whether the account runs Fargate in FIPS mode. @default false */
  readonly fips?: boolean;
  /** The endpoints that exist. @default - none */
  readonly endpoints?: readonly PresentEndpoint[];
}

/**
 * The Region of a service where it is known to be another than the tasks'. What is no Region name, as a token or a
 * placeholder, says nothing of another Region.
 */
export function foreignRegion(region: string | undefined, surroundings: PlanSurroundings): string | undefined {
  const own = surroundings.region;
  if (region === undefined || own === undefined || isPending(region) || isPending(own)) return undefined;
  if (!isRegion(region) || !isRegion(own)) return undefined;
  return region === own ? undefined : region;
}

/** Whether an endpoint for a service in another Region exists. Gateway endpoints reach their own Region only. */
export function reachesRegion(service: EndpointServiceName, region: string, surroundings: PlanSurroundings): boolean {
  return (surroundings.endpoints ?? []).some(
    (endpoint) => endpoint.service === service && endpoint.type === "Interface" && endpoint.serviceRegion === region,
  );
}
