import { type Fact, knownValue, mapFact, unknown } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { HostedZoneRecord, RecordRouting } from "../model/names";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { type Argument, blocksFact, isEmpty, listFact, memberOf, notKnown, textFact } from "./facts";
import { identityFact } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** The records of a hosted zone, whichever resource says them. */
export function recordsOf(zone: Identity, domain: Fact<string>, index: ResourceIndex): readonly HostedZoneRecord[] {
  const zoneOf = (record: TerraformResource) => knownValue(identityFact(record.argument("zone_id"), index))?.text;
  const records = index.groupedBy("aws_route53_record", zoneOf).get(zone.text) ?? [];
  const sets = index.groupedBy("aws_route53_records_exclusive", zoneOf).get(zone.text) ?? [];
  return [
    ...records.map((record) => readRecord(record, domain, index)),
    ...sets.flatMap((set) => readRecordSets(set, domain, index)),
  ];
}

/** Whether there are records that may be of a zone: theirs is an expression, or only the apply knows it. */
export function mayHaveMoreRecords(zone: Identity, index: ResourceIndex): boolean {
  return (["aws_route53_record", "aws_route53_records_exclusive"] as const).some((type) =>
    index.managed(type).some((record) => {
      const of = identityFact(record.argument("zone_id"), index);
      return !of.known || sameIdentity(of.value, zone) === "unknown";
    }),
  );
}

/** Types of records by which a name leads to an IPv4 address. */
const LEADING_TYPES: ReadonlySet<string> = new Set(["A", "CNAME"]);

function readRecord(record: TerraformResource, zone: Fact<string>, index: ResourceIndex): HostedZoneRecord {
  const { address } = record;
  const [alias] = knownValue(blocksFact(record.argument("alias"))) ?? [];
  const [value] = knownValue(listFact(record.argument("records"))) ?? [];
  const to = alias === undefined ? value : memberOf(alias, "name");
  return {
    address,
    name: nameIn(zone, record.argument("name")),
    ...leading(address, record.argument("type"), to, record.argument("records"), index),
    routing: routingOf(
      (name) => record.argument(name),
      ["geolocation_routing_policy", "country"],
      ["cidr_routing_policy", "location_name"],
    ),
  };
}

function readRecordSets(set: TerraformResource, zone: Fact<string>, index: ResourceIndex): HostedZoneRecord[] {
  const { address } = set;
  const blocks = blocksFact(set.argument("resource_record_set"));
  if (!blocks.known) return [{ address, name: blocks, leads: true, target: blocks, routing: "simple" }];
  return blocks.value.map((block) => {
    const values = memberOf(block, "resource_records");
    const [alias] = knownValue(blocksFact(memberOf(block, "alias_target"))) ?? [];
    const [value] = knownValue(blocksFact(values)) ?? [];
    const to = alias === undefined ? value && memberOf(value, "value") : memberOf(alias, "dns_name");
    return {
      address,
      name: nameIn(zone, memberOf(block, "name")),
      ...leading(address, memberOf(block, "type"), to, values, index),
      routing: routingOf(
        (name) => memberOf(block, name),
        ["geolocation", "country_code"],
        ["cidr_routing_config", "location_name"],
      ),
    };
  });
}

function leading(
  address: string,
  type: Value,
  to: Value | undefined,
  values: Value,
  index: ResourceIndex,
): Pick<HostedZoneRecord, "leads" | "target"> {
  const name = knownValue(textFact(type));
  if (name !== undefined && !LEADING_TYPES.has(name)) {
    return { leads: false, target: unknown(`${address} is of the type ${name}`) };
  }
  return { leads: true, target: to === undefined ? notKnown(values) : identityFact(to, index) };
}

/** Each policy but the simple one needs the identifier, which tells the records of a name and type apart. */
function routingOf(argument: Argument, geolocation: Place, location: Place): RecordRouting {
  const isByLocation = [geolocation, location].some(([policy, place]) => isForSome(argument(policy), place));
  if (isByLocation) return "by location";
  return isEmpty(argument("set_identifier")) ? "simple" : "one of several";
}

/** A policy, and its argument for the place. */
type Place = readonly [policy: string, place: string];

/** Whether a policy names a place, and not the rest of the world. */
function isForSome(policy: Value, place: string): boolean {
  const blocks = blocksFact(policy);
  return !blocks.known || blocks.value.some((block) => knownValue(textFact(memberOf(block, place))) !== "*");
}

/** The provider adds the name of the zone where it is left out. */
function nameIn(zone: Fact<string>, name: Value): Fact<string> {
  const own = textFact(name, "");
  return own.known ? mapFact(zone, (domain) => wholeName(withoutDot(own.value), domain)) : own;
}

function wholeName(name: string, zone: string): string {
  if (name === "" || name === zone || name.endsWith(`.${zone}`)) return name === "" ? zone : name;
  return `${name}.${zone}`;
}

export function withoutDot(name: string): string {
  return name.replace(/\.$/, "");
}
