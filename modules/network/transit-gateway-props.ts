import type { Network } from "./network";

/** Properties of `TransitGateway`. */
export interface TransitGatewayProps {
  /** The network that others reach. */
  readonly network: Network;
  /** Tags of the transit gateway and of the attachment. @default - `Name` is the name of the network */
  readonly tags?: Readonly<Record<string, string>>;
}
