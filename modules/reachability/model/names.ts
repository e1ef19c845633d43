import type { Fact } from "./fact";
import type { Identity } from "./identity";
import { sameIdentity } from "./identity";
import { anyOf, type Truth } from "./truth";

export interface PrivateHostedZone {
  readonly id: Identity;
  /** Terraform's address, by which messages name it. */
  readonly address: string;
  /** Without the dot at the end. */
  readonly name: Fact<string>;
  readonly vpcs: readonly Fact<Identity>[];
  readonly records: readonly HostedZoneRecord[];
  /** Whether it has no other records. */
  readonly complete: boolean;
}

export interface HostedZoneRecord {
  /** The resource that says it. */
  readonly address: string;
  /** The whole name, without the dot at the end. */
  readonly name: Fact<string>;
  /** Whether it answers with IPv4 addresses, or may: an `AAAA` or a `TXT` does not. */
  readonly leads: boolean;
  /** What an alias leads to. */
  readonly target: Fact<Identity>;
  readonly routing: RecordRouting;
}

/**
 * How Amazon Route 53 comes to an answer: the one record of its name and type; one of several, whichever; or one for where the
 * query comes from, so that another place may get none.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html
 */
export type RecordRouting = "simple" | "one of several" | "by location";

/** Whether the names of a zone are those of a VPC. */
export function isSeenFrom({ vpcs }: PrivateHostedZone, vpc: Identity): Truth {
  return anyOf(vpcs.map((each) => (each.known ? sameIdentity(each.value, vpc) : "unknown")));
}

/** A Resolver rule of a VPC, for the names of a domain. */
export interface ResolverRule {
  /** The association with the VPC. */
  readonly address: string;
  /** Whether it forwards them to other DNS servers, or may. One of the type `SYSTEM` leaves them to Amazon's. */
  readonly forwards: boolean;
  readonly vpc: Fact<Identity>;
  /** Without the dot at the end; empty for every name. */
  readonly domain: Fact<string>;
}

/** A rule group of the Route 53 Resolver DNS Firewall, as it is associated with a VPC. */
export interface DnsFirewall {
  readonly address: string;
  readonly vpc: Fact<Identity>;
}
