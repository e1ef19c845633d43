import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "./network";

/** Properties of `VpcPeering`. */
export interface VpcPeeringProps extends ProviderProps {
  /** The network that asks for the connection. */
  readonly network: Network;
  /** The other network, of the same account and Region. Its block is another one. */
  readonly peer: Network;
  /** Tags of the peering connection. @default - `Name` is the names of both networks, joined by a hyphen */
  readonly tags?: Readonly<Record<string, string>>;
}
