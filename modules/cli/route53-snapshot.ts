import type { ResourceRecordSet } from "@aws-sdk/client-route-53";
import type { ResolverRule } from "@aws-sdk/client-route53resolver";
import { isInAwsDomain, mayHoldAwsNames } from "../aws/aws-domains";
import type { SnapshotHostedZone, SnapshotHostedZoneRecord, SnapshotResolverRule } from "../snapshot/network-snapshot";
import { byId } from "./ec2-things";
import { plainName } from "./plain-name";
import type { ZoneAnswer } from "./route53-answers";

/** The private hosted zones of a VPC, of which the records are kept that may be for names of AWS's. */
export function hostedZonesOf(answers: readonly ZoneAnswer[]): readonly SnapshotHostedZone[] {
  return answers
    .map(({ zone, records }) => {
      const name = plainName(zone.Name);
      const id = (zone.HostedZoneId ?? "").replace("/hostedzone/", "");
      return records === undefined ? { id, name } : { id, name, records: recordsOf(name, records) };
    })
    .toSorted(byId);
}

/** The Resolver rules of a VPC. */
export function resolverRulesOf(rules: readonly ResolverRule[]): readonly SnapshotResolverRule[] {
  return rules
    .map(({ Id = "", DomainName, RuleType = "FORWARD" }) => ({ id: Id, domain: plainName(DomainName), type: RuleType }))
    .toSorted(byId);
}

/** Types by which a name leads to an IPv4 address. */
const LEADING_TYPES: ReadonlySet<string> = new Set(["A", "CNAME"]);

/** What Route 53 puts into each zone itself. */
const OF_ZONE: ReadonlySet<string> = new Set(["NS", "SOA"]);

function recordsOf(zone: string, sets: readonly ResourceRecordSet[]): readonly SnapshotHostedZoneRecord[] {
  const byName = new Map<string, ResourceRecordSet[]>();
  for (const set of sets) {
    const name = plainName(set.Name);
    if (name === zone && OF_ZONE.has(set.Type ?? "")) continue;
    if (mayHoldAwsNames(name.replace(/^\*\./, ""))) byName.set(name, [...(byName.get(name) ?? []), set]);
  }
  return [...byName].map(([name, all]) => recordOf(name, all)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Where a routing policy chooses among several things, or answers in some places only, the name leads to no one thing. */
function recordOf(name: string, sets: readonly ResourceRecordSet[]): SnapshotHostedZoneRecord {
  const leading = sets.filter(({ Type = "" }) => LEADING_TYPES.has(Type));
  const type = (leading[0] ?? sets[0])?.Type ?? "A";
  const [target, ...others] = new Set(leading.map(targetOf));
  const isOne = others.length === 0 && leading.some((set) => !isForSome(set));
  return !isOne || target === undefined || !isInAwsDomain(target) ? { name, type } : { name, type, target };
}

/** Whether a record answers in some places, and not in the rest of the world. */
function isForSome({ GeoLocation, CidrRoutingConfig }: ResourceRecordSet): boolean {
  if (GeoLocation !== undefined) return GeoLocation.CountryCode !== "*";
  return CidrRoutingConfig !== undefined && CidrRoutingConfig.LocationName !== "*";
}

function targetOf(set: ResourceRecordSet | undefined): string | undefined {
  if (set?.AliasTarget?.DNSName !== undefined) return plainName(set.AliasTarget.DNSName);
  const [value, ...others] = set?.Type === "CNAME" ? (set.ResourceRecords ?? []) : [];
  return value?.Value === undefined || others.length > 0 ? undefined : plainName(value.Value);
}
