import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";
import type { EndpointPlan } from "../planning/plan/endpoint-plan";
import type { EndpointPolicies } from "./vpc-endpoints-props";

/** Properties of `HubEndpoints`. */
export interface HubEndpointsProps extends ProviderProps {
  /** The network that has the endpoints. */
  readonly network: Network;
  /** The plan for the tasks of all spokes, or AWS's short names. What has a gateway endpoint is left out: it stays in each spoke. */
  readonly services: EndpointPlan | readonly EndpointServiceName[];
  /**
   * Who may do what through the endpoints. Generated, they admit what the tasks and instances of the spokes ask that this program knows; those of
   * another program have to be admitted by `allow` of `endpoints`.
   *
   * @default "aws-default", since spokes are often another program's
   */
  readonly policies?: EndpointPolicies;
}
