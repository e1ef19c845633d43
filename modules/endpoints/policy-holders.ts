import type { Network } from "../network/network";
import { SpokeNetwork } from "./spoke-network";
import type { VpcEndpoints } from "./vpc-endpoints";

/** Whose calls go where. */
export interface EndpointUser {
  readonly network: Network;
  /** The endpoints that were created for the calls. @default - none but those of the network */
  readonly endpoints?: VpcEndpoints | readonly VpcEndpoints[] | undefined;
}

/** The endpoints with generated policies that take calls: those that were created for them, and in a spoke those of its hub. */
export function policyHolders({ network, endpoints = [] }: EndpointUser): readonly VpcEndpoints[] {
  const shared = network instanceof SpokeNetwork ? [network.hub.endpoints] : [];
  return [...[endpoints].flat(), ...shared].filter(({ policies }) => policies === "generated");
}
