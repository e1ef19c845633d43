/**
 * What a subnet is for.
 *
 * - `"shared"`: tasks and interface endpoints
 * - `"application"`: tasks only
 * - `"endpoint"`: interface endpoints only
 */
export type SubnetTier = (typeof SUBNET_TIERS)[number];

/** The tiers, in the order in which they are listed. */
export const SUBNET_TIERS = ["shared", "application", "endpoint"] as const;

/** Whether tasks run in subnets of the tier. */
export function hostsTasks(tier: SubnetTier): boolean {
  return tier !== "endpoint";
}

/** Whether interface endpoints are placed in subnets of the tier. */
export function hostsEndpoints(tier: SubnetTier): boolean {
  return tier !== "application";
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
   * @default - a table of its own for a subnet in which tasks run, `false` for one that holds only endpoints
   */
  readonly routeTable?: string | false;
  /**
   * Further tags, or another `Name`.
   *
   * @default - `Name` is the network's name and the subnet's name, joined by a hyphen
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Name of a subnet's route table, with the default of {@link SubnetSpec.routeTable} filled in. */
export function routeTableOf(subnet: SubnetSpec): string | false {
  return subnet.routeTable ?? (hostsTasks(subnet.tier) ? subnet.name : false);
}
