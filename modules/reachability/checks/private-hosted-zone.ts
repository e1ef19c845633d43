import { isInAwsDomain, isWithin } from "../../aws/aws-domains";
import type { ServiceCall } from "../calls/call";
import { type Identity, sameIdentity } from "../model/identity";
import { type HostedZoneRecord, isSeenFrom, type PrivateHostedZone } from "../model/names";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { calledName, domainOf, domainsOf, regionOf } from "./host-name";
import { recordsFor } from "./zone-records";

/** A private hosted zone that the VPC sees and that may answer for the host name of the service. */
export function hostedZoneOf(call: ServiceCall): PrivateHostedZone | undefined {
  return zonesOf(call).find(({ name }) => !name.known || answersFor(name.value, call));
}

/** The private hosted zones that a VPC sees, or may see. */
export function zonesOf({ view, vpc }: { readonly view: NetworkView; readonly vpc: { readonly id: Identity } }) {
  return view.model.privateHostedZones.filter((zone) => isSeenFrom(zone, vpc.id) !== "no");
}

/** Whether a zone may answer for the host names of the service. Where they are not established, they are in a domain of AWS's. */
export function answersFor(zone: string, call: ServiceCall): boolean {
  const domains = domainsOf(call);
  if (domains !== undefined) return domains.some((domain) => isAround(zone, domain));
  const region = regionOf(call);
  return region !== undefined && isInAwsDomain(zone) && zone.includes(`.${region}.`);
}

function isAround(zone: string, domain: string): boolean {
  return isWithin(domain, zone) || isWithin(zone, domain);
}

/** The records of a zone that answer for the names of a service. */
export interface AnsweringRecords {
  readonly zone: PrivateHostedZone;
  /** The first of them, by which messages name them. */
  readonly record: HostedZoneRecord;
  /** All of them: whichever answers. */
  readonly records: readonly HostedZoneRecord[];
}

/**
 * The records that answer for the names of the service, as whoever makes private DNS by hand writes them.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html
 *
 * @returns `undefined` where there are none, or where that is not known
 */
export function answeringRecords(call: ServiceCall): AnsweringRecords | undefined {
  const wanted = calledName(call);
  const zone = wanted === undefined ? undefined : mostSpecificZone(domainOf(wanted), call);
  if (wanted === undefined || zone === undefined) return undefined;
  const records = recordsFor(wanted, zone);
  const [record] = records;
  return record === undefined ? undefined : { zone, record, records };
}

/**
 * The zone that answers for a domain: the most specific one, also where it has no record and another one has.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 */
function mostSpecificZone(domain: string, call: ServiceCall): PrivateHostedZone | undefined {
  const zones = zonesOf(call).filter(({ name }) => !name.known || isAround(name.value, domain));
  const named = zones.flatMap((zone) => (zone.name.known ? { zone, name: zone.name.value } : []));
  // One below answers for a part of the names only.
  const isCertain = named.length === zones.length && named.every(({ name }) => isWithin(domain, name));
  const [first, second] = named.toSorted((a, b) => b.name.length - a.name.length);
  if (!isCertain || first === undefined || first.name === second?.name) return undefined;
  return isSeenFrom(first.zone, call.vpc.id) === "yes" ? first.zone : undefined;
}

/** The private hosted zone of which the records for the names of the service lead to an endpoint. */
export function zoneLeadingTo(endpoint: Endpoint, call: ServiceCall): PrivateHostedZone | undefined {
  const answering = answeringRecords(call);
  return answering?.records.every((record) => leadsTo(record, endpoint)) === true ? answering.zone : undefined;
}

/** An endpoint in another VPC, to which records lead the names of the service. */
export interface EndpointByZone extends AnsweringRecords {
  readonly endpoint: Endpoint;
}

/** The endpoint in another VPC to which the names of the service lead. */
export function endpointByZone(call: ServiceCall): EndpointByZone | undefined {
  const answering = answeringRecords(call);
  if (answering === undefined) return undefined;
  const endpoint = call.view.model.endpoints.find(
    ({ vpc, ...each }) =>
      vpc.known &&
      sameIdentity(vpc.value, call.vpc.id) === "no" &&
      answering.records.every((record) => leadsTo(record, { ...each, vpc })),
  );
  return endpoint === undefined ? undefined : { ...answering, endpoint };
}

/** Whether a record leads to one of the names of an endpoint, which start with its id once it has one. */
export function leadsTo({ target }: HostedZoneRecord, { id }: Endpoint): boolean {
  if (!target.known) return false;
  const { text } = target.value;
  return id.kind === "id" ? text.startsWith(`${id.text}-`) : /^\.dns_entry(?:\[|$)/.test(after(text, id.text));
}

function after(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : "";
}
