import type { Fact } from "./fact";
import type { Identity } from "./identity";

export interface PrivateHostedZone {
  readonly id: Identity;
  /** Terraform's address, by which messages name it. */
  readonly address: string;
  readonly name: Fact<string>;
  readonly vpcs: Fact<readonly Identity[]>;
  readonly records: readonly HostedZoneRecord[];
}

export interface HostedZoneRecord {
  /** The whole name, without the dot at the end. */
  readonly name: Fact<string>;
  /** What an alias leads to. */
  readonly target: Fact<Identity>;
}

/** A Resolver rule that forwards the names of a domain from a VPC to other DNS servers. */
export interface ResolverRule {
  /** The association with the VPC. */
  readonly address: string;
  readonly vpc: Fact<Identity>;
  /** Without the dot at the end; empty for every name. */
  readonly domain: Fact<string>;
}

/** A rule group of the Route 53 Resolver DNS Firewall, as it is associated with a VPC. */
export interface DnsFirewall {
  readonly address: string;
  readonly vpc: Fact<Identity>;
}
