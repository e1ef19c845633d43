/** How a VPC endpoint reaches its service: as a route (`"Gateway"`) or as a network interface (`"Interface"`). */
export type EndpointType = "Gateway" | "Interface";

/** One row of the catalog. A column that is absent has its default; a fact without one is not established. */
export interface EndpointServiceRow {
  /** The service's title in AWS's own list. */
  readonly title: string;
  /**
   * Endpoint types on offer, the usual one first.
   *
   * @default ["Interface"]
   */
  readonly types?: readonly EndpointType[];
  /**
   * TCP ports. An empty list means that the service does not use 443 and its ports are not established.
   *
   * @default [443]
   */
  readonly ports?: readonly number[];
  /**
   * Whether an interface endpoint can have private DNS, as documented; `"seen"` where output of AWS shows it with the names of
   * `hosts`.
   *
   * @default - not established
   */
  readonly privateDns?: boolean | "seen";
  /**
   * Host names of the service in the commercial partition, with `{region}` for the Region, which private DNS is for. The name
   * that SDKs call comes first. An empty list means that they are not established.
   *
   * @default - the short name, followed by `.{region}.amazonaws.com`
   */
  readonly hosts?: readonly string[];
  /**
   * Whether the endpoint takes an endpoint policy.
   *
   * @default - not established
   */
  readonly policy?: boolean;
  /**
   * Whether an endpoint can reach the service in another Region.
   *
   * @default - not established
   */
  readonly crossRegion?: boolean;
  /**
   * Short name of the same service's FIPS endpoint.
   *
   * @default - none is established
   */
  readonly fips?: string;
  /**
   * The full service name, with `{region}` for the Region. Without `{region}` the service is global.
   *
   * @default "com.amazonaws.{region}." and the short name
   */
  readonly template?: string;
  /**
   * A second full name, under which AWS lists the same service as well.
   *
   * @default - one name only
   */
  readonly alsoNamed?: string;
  /**
   * Regions in which the name of the interface endpoint starts with the prefix of the partition, not with `com.amazonaws`.
   *
   * @default - none
   */
  readonly ownPrefixIn?: readonly string[];
  /**
   * What follows the full name of the interface endpoint in the China Regions.
   *
   * @default - nothing
   */
  readonly chinaSuffix?: string;
}
