import { hostsTasks } from "../addressing/subnet-spec";
import type { Network, NetworkSubnet } from "../network/network";

/** From where a load balancer can be reached: from the internet, or from the network and what is connected to it. */
export type LoadBalancerScheme = "internet-facing" | "internal";

/** Where a load balancer is placed. */
export interface LoadBalancerPlacement {
  /** The network in whose subnets it stands. */
  readonly network: Network;
  /** Where it can be reached from: `"internet-facing"` in public subnets, or `"internal"`. @default "internal" */
  readonly scheme?: LoadBalancerScheme;
  /** Names of the subnets. @default - of each zone the first public subnet, or for an internal one the first subnet for tasks */
  readonly subnets?: readonly string[];
  /** `"dualstack"` for IPv4 and IPv6, in a network with IPv6. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
}

/** The subnets of a load balancer: those that are named, else the first suitable one of each zone. */
export function loadBalancerSubnets({ network, scheme, subnets }: LoadBalancerPlacement): readonly NetworkSubnet[] {
  if (subnets !== undefined) return network.subnets.filter(({ name }) => subnets.includes(name));
  const zones = new Set<string>();
  return network.subnets.filter(({ tier, availabilityZone }) => {
    if (scheme === "internet-facing" ? tier !== "public" : !hostsTasks(tier)) return false;
    if (zones.has(availabilityZone)) return false;
    zones.add(availabilityZone);
    return true;
  });
}
