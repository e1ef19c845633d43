import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "./network";

/** Properties of `TransitGateway`. */
export interface TransitGatewayProps extends ProviderProps {
  /** The network that others reach. */
  readonly network: Network;
  /** Tags of the transit gateway and of the attachment. @default - `Name` is the name of the network */
  readonly tags?: Readonly<Record<string, string>>;
}
