import type { NetworkSnapshot, SnapshotHostedZone } from "./network-snapshot";
import { resource, type SnapshotResource } from "./snapshot-resource";

/** What has a say in the names that a VPC resolves: private hosted zones and Resolver rules, with their associations. */
export function* nameResources({
  vpc,
  hostedZones = [],
  resolverRules = [],
}: NetworkSnapshot): Generator<SnapshotResource> {
  for (const zone of hostedZones) {
    yield* zoneResources(zone);
    yield resource("aws_route53_zone_association", `${zone.id} ${vpc.id}`, { zone_id: zone.id, vpc_id: vpc.id });
  }
  for (const { id, domain, type } of resolverRules) {
    yield resource("aws_route53_resolver_rule", id, { id, domain_name: domain, rule_type: type });
    const ends = { resolver_rule_id: id, vpc_id: vpc.id };
    yield resource("aws_route53_resolver_rule_association", `${id} ${vpc.id}`, ends);
  }
}

/** A zone of which the records are elsewhere is as one that is looked up. */
function* zoneResources({ id, name, records }: SnapshotHostedZone): Generator<SnapshotResource> {
  yield resource(
    "aws_route53_zone",
    id,
    { id, zone_id: id, name, private_zone: records === undefined ? true : undefined },
    records === undefined ? "data" : "managed",
  );
  for (const { name: fqdn, type, target } of records ?? []) {
    yield resource("aws_route53_record", `${id} ${fqdn} ${type}`, {
      id: `${id}_${fqdn}_${type}`,
      zone_id: id,
      name: fqdn,
      fqdn,
      type,
      alias: target === undefined ? undefined : [{ name: target }],
    });
  }
}
