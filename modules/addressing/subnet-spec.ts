import type { WayOut } from "../aws/way-out";

/**
 * What a subnet is for.
 *
 * - `"shared"`: tasks and interface endpoints
 * - `"application"`: tasks only
 * - `"endpoint"`: interface endpoints only
 * - `"public"`: load balancers, NAT gateways and hosts with a public address; its route table leads to an internet gateway
 */
export type SubnetTier = (typeof SUBNET_TIERS)[number];

/** The tiers, in the order in which they are listed. */
export const SUBNET_TIERS = ["shared", "application", "endpoint", "public"] as const;

/** Whether tasks run in subnets of the tier. */
export function hostsTasks(tier: SubnetTier): boolean {
  return tier !== "endpoint" && tier !== "public";
}

/** Whether interface endpoints are placed in subnets of the tier. */
export function hostsEndpoints(tier: SubnetTier): boolean {
  return tier !== "application" && tier !== "public";
}

/** One subnet to create, as plain data. */
export interface SubnetSpec {
  /**
   * Name of the subnet, unique in the network: letters, digits, `-` and `_`. It becomes part of the resource address, so
   * another name is another subnet.
   */
  readonly name: string;
  /** What the subnet is for. */
  readonly tier: SubnetTier;
  /** Availability Zone, for example `"eu-west-1a"`. */
  readonly availabilityZone: string;
  /** Address block in the VPC's, for example `"10.0.10.0/24"`. */
  readonly cidrBlock: string;
  /**
   * Name of the route table to associate; subnets that give the same name share the table. `false` leaves the subnet
   * with the VPC's main route table, to which no gateway endpoint is attached.
   *
   * @default - a table of its own for a subnet in which tasks run, `"public"` for public subnets, `false` for a subnet that
   * holds only endpoints
   */
  readonly routeTable?: string | false;
  /**
   * How calls that no endpoint takes leave the subnet. A public subnet always leaves by the internet gateway and says
   * nothing here.
   *
   * @default - not at all: the subnet is isolated
   */
  readonly wayOut?: Extract<WayOut, "nat-gateway">;
  /**
   * In a network with IPv6: which of the 256 /64 blocks of the VPC's /56 the subnet gets, 0 to 255.
   *
   * @default - the 256th of the VPC's IPv4 block in which the subnet starts, so that a further subnet moves none
   */
  readonly ipv6Index?: number;
  /**
   * Further tags, or another `Name`.
   *
   * @default - `Name` is the network's name and the subnet's name, joined by a hyphen
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Name of a subnet's route table, with the default of {@link SubnetSpec.routeTable} filled in. */
export function routeTableOf(subnet: SubnetSpec): string | false {
  if (subnet.routeTable !== undefined) return subnet.routeTable;
  if (subnet.tier === "public") return "public";
  return hostsTasks(subnet.tier) ? subnet.name : false;
}
