import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";
import type { EndpointPlan } from "../planning/plan/endpoint-plan";

/** Properties of `HubEndpoints`. */
export interface HubEndpointsProps extends ProviderProps {
  /** The network that has the endpoints. */
  readonly network: Network;
  /** The plan for the tasks of all spokes, or AWS's short names. What has a gateway endpoint is left out: it stays in each spoke. */
  readonly services: EndpointPlan | readonly EndpointServiceName[];
}
