import { mayHoldAwsNames } from "../../aws/aws-domains";
import { type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { PrivateHostedZone } from "../model/names";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, memberOf, notKnown, textFact } from "./facts";
import { identityFact, identityOf } from "./identities";
import { type ProfileInVpc, readDnsProfiles } from "./read-dns-profiles";
import { mayHaveMoreRecords, recordsOf, withoutDot } from "./read-zone-records";
import type { ResourceIndex } from "./resource-index";

/** The private hosted zones, with the VPCs that see them: those of this Terraform, and those that it adds to a VPC. */
export function readPrivateHostedZones(index: ResourceIndex): readonly PrivateHostedZone[] {
  const profiles = readDnsProfiles(index);
  const associations = [
    ...index.managed("aws_route53_zone_association").map((association) => ({
      address: association.address,
      zone: identityFact(association.argument("zone_id"), index),
      vpc: identityFact(association.argument("vpc_id"), index),
    })),
    ...profiles.flatMap(({ association: { address }, vpc, zones }) =>
      zones.map((zone) => ({ address, zone: known(zone), vpc })),
    ),
  ];
  const isOf = ({ text }: Identity, { zone }: (typeof associations)[number]) => knownValue(zone)?.text === text;
  const isAssociated = (zone: TerraformResource) => {
    const id = identityOf(zone, index);
    return associations.some((each) => isOf(id, each));
  };
  const named = [
    ...index.managed("aws_route53_zone").map((zone) => {
      const vpcs = vpcBlocks(zone, index);
      return readZone(zone, vpcs.length > 0 || isAssociated(zone) ? vpcs : undefined, index);
    }),
    ...index.data("aws_route53_zone").map((zone) => readZone(zone, vpcOfLookup(zone, index), index)),
    ...index
      .managed("aws_service_discovery_private_dns_namespace")
      .map((space) => readZone(space, [identityFact(space.argument("vpc"), index)], index)),
  ].flatMap((zone) => zone ?? []);
  const ids = new Set(named.map(({ id }) => id.text));
  return [
    ...named.map((zone) => ({
      ...zone,
      vpcs: [...zone.vpcs, ...associations.filter((each) => isOf(zone.id, each)).map(({ vpc }) => vpc)],
    })),
    ...associations.filter(({ zone }) => !ids.has(knownValue(zone)?.text ?? "")).map((each) => elsewhere(each, index)),
    ...profiles.filter(({ isOpen }) => isOpen).map((profile) => unread(profile, index)),
  ];
}

/** @returns `undefined` for a public zone */
function readZone(
  zone: TerraformResource,
  vpcs: readonly Fact<Identity>[] | undefined,
  index: ResourceIndex,
): PrivateHostedZone | undefined {
  if (vpcs === undefined) return undefined;
  const id = identityOf(zone, index);
  const name = domainFact(zone.argument("name"));
  return {
    id,
    address: zone.address,
    name,
    vpcs,
    records: recordsOf(id, name, index),
    complete: zone.mode === "managed" && !mayHaveMoreRecords(id, index),
  };
}

function vpcBlocks(zone: TerraformResource, index: ResourceIndex): readonly Fact<Identity>[] {
  const blocks = blocksFact(zone.argument("vpc"));
  if (!blocks.known) return [blocks];
  return blocks.value.map((block) => identityFact(memberOf(block, "vpc_id"), index));
}

/** Which VPCs a zone that is looked up has is not known, but for the one by which it is found. */
function vpcOfLookup(zone: TerraformResource, index: ResourceIndex): readonly Fact<Identity>[] | undefined {
  const vpc = zone.argument("vpc_id");
  if (!isAbsent(vpc)) return [identityFact(vpc, index)];
  return knownValue(booleanFact(zone.argument("private_zone"), false)) === false ? undefined : [];
}

/** A zone of which nothing but the association is here. */
function elsewhere(
  { address, zone, vpc }: { readonly address: string; readonly zone: Fact<Identity>; readonly vpc: Fact<Identity> },
  index: ResourceIndex,
): PrivateHostedZone {
  const id: Identity = zone.known ? zone.value : { kind: "symbol", text: `the zone of ${address}` };
  const name = unknown(`the zone of ${address} is elsewhere`);
  return { id, address, name, vpcs: [vpc], records: zone.known ? recordsOf(id, name, index) : [], complete: false };
}

/** A profile that brings along what is not followed: there may be a zone of any name. */
function unread({ association, vpc }: ProfileInVpc, index: ResourceIndex): PrivateHostedZone {
  const { address } = association;
  const name = unknown(`what ${address} brings along is not followed`);
  return { id: identityOf(association, index), address, name, vpcs: [vpc], records: [], complete: false };
}

/** A name of which only the end is known is as good as known where it is in no domain of AWS's. */
function domainFact(value: Value): Fact<string> {
  if (value.kind !== "text") return mapFact(textFact(value), withoutDot);
  const text = withoutDot(symbolicText(value));
  const end = /\.([^${}]+)$/.exec(text)?.[1];
  const mayBeAws = end === undefined || mayHoldAwsNames(end);
  return mayBeAws ? notKnown(value) : known(text);
}
