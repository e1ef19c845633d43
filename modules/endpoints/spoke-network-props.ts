import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";
import type { VpcPeering } from "../network/vpc-peering";
import type { HubEndpoints } from "./hub-endpoints";

/** Properties of `SpokeNetwork`. */
export interface SpokeNetworkProps extends ProviderProps {
  /** The network whose tasks call. */
  readonly network: Network;
  /** The endpoints that the tasks use, in another network. */
  readonly hub: HubEndpoints;
  /** What connects both networks. @default - something that is made elsewhere */
  readonly connection?: Pick<VpcPeering, "dependencies">;
}
