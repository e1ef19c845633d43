import { hostsEndpoints } from "../addressing/subnet-spec";
import type { NetworkSubnet } from "../network/network";
import type { InterfaceEndpointProps } from "./interface-endpoint-props";

/** The subnets that hold an interface endpoint: those that are named, else all that are there for endpoints. */
export function endpointSubnets({
  network,
  subnets,
}: Pick<InterfaceEndpointProps, "network" | "subnets">): readonly NetworkSubnet[] {
  return network.subnets.filter(({ tier, name }) => subnets?.includes(name) ?? hostsEndpoints(tier));
}
