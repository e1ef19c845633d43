import { allKnown, type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { HostedZoneRecord, PrivateHostedZone, ResolverRule } from "../model/names";
import type { NetworkModel } from "../model/network-model";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, listFact, memberOf, notKnown, textFact } from "./facts";
import { identityFact, identityOf, resourceOf } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** What has a say in the names that a VPC resolves: private hosted zones, Resolver rules, DNS firewalls. */
export function readNames(
  index: ResourceIndex,
): Pick<NetworkModel, "privateHostedZones" | "resolverRules" | "dnsFirewalls"> {
  return {
    privateHostedZones: readPrivateHostedZones(index),
    resolverRules: index.managed("aws_route53_resolver_rule_association").flatMap((each) => readRule(each, index)),
    dnsFirewalls: index.managed("aws_route53_resolver_firewall_rule_group_association").map((association) => ({
      address: association.address,
      vpc: identityFact(association.argument("vpc_id"), index),
    })),
  };
}

/** The private hosted zones, with the VPCs that see them. */
function readPrivateHostedZones(index: ResourceIndex): readonly PrivateHostedZone[] {
  const associations = index.managed("aws_route53_zone_association").map((association) => ({
    zone: identityFact(association.argument("zone_id"), index),
    vpc: identityFact(association.argument("vpc_id"), index),
  }));
  const records = index.groupedBy("aws_route53_record", (record) => {
    const zone = identityFact(record.argument("zone_id"), index);
    return knownValue(zone)?.text.replace(/\.zone_id$/, "");
  });
  return index.managed("aws_route53_zone").flatMap((zone): PrivateHostedZone[] => {
    const id = identityOf(zone, index);
    const blocks = blocksFact(zone.argument("vpc"));
    if (blocks.known && blocks.value.length === 0) return [];
    const own = blocks.known ? blocks.value.map((block) => identityFact(memberOf(block, "vpc_id"), index)) : [blocks];
    const others = associations.filter((each) => each.zone.known && each.zone.value.text === `${id.text}.zone_id`);
    const name = mapFact(textFact(zone.argument("name")), withoutDot);
    return [
      {
        id,
        address: zone.address,
        name,
        vpcs: allKnown<Identity>([...own, ...others.map(({ vpc }) => vpc)]),
        records: (records.get(id.text) ?? []).map((record) => readRecord(record, name, index)),
      },
    ];
  });
}

/** The provider adds the name of the zone where it is left out. */
function readRecord(record: TerraformResource, zone: Fact<string>, index: ResourceIndex): HostedZoneRecord {
  const own = textFact(record.argument("name"), "");
  const name = own.known ? mapFact(zone, (domain) => wholeName(withoutDot(own.value), domain)) : own;
  return { name, target: targetOf(record, index) };
}

function wholeName(name: string, zone: string): string {
  if (name === "" || name === zone || name.endsWith(`.${zone}`)) return name === "" ? zone : name;
  return `${name}.${zone}`;
}

function targetOf(record: TerraformResource, index: ResourceIndex): Fact<Identity> {
  const [alias] = knownValue(blocksFact(record.argument("alias"))) ?? [];
  if (alias !== undefined) return identityFact(memberOf(alias, "name"), index);
  const [value] = knownValue(listFact(record.argument("records"))) ?? [];
  return value === undefined ? notKnown(record.argument("records")) : identityFact(value, index);
}

/** Other types than FORWARD leave the names to Amazon's DNS server. */
function readRule(association: TerraformResource, index: ResourceIndex): ResolverRule[] {
  const id = identityFact(association.argument("resolver_rule_id"), index);
  const rule = id.known ? resourceOf(id.value, "aws_route53_resolver_rule", index) : undefined;
  const type = rule === undefined ? known("FORWARD") : textFact(rule.argument("rule_type"));
  if (type.known && type.value !== "FORWARD") return [];
  const vpc = identityFact(association.argument("vpc_id"), index);
  const domain: Fact<string> =
    rule === undefined
      ? unknown(`the rule of ${association.address} is elsewhere`)
      : mapFact(textFact(rule.argument("domain_name")), withoutDot);
  return [{ address: association.address, vpc, domain }];
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, "");
}
