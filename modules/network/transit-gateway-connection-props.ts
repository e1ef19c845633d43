import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "./network";
import type { TransitGateway } from "./transit-gateway";

/** Properties of `TransitGatewayConnection`. */
export interface TransitGatewayConnectionProps extends ProviderProps {
  /** The network that is connected, of the same account and Region as the transit gateway. Its block is one of its own. */
  readonly network: Network;
  /** The transit gateway to which it is connected. */
  readonly gateway: TransitGateway;
  /** Tags of the attachment. @default - `Name` is the name of the network */
  readonly tags?: Readonly<Record<string, string>>;
}
