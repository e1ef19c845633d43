import { isInAwsDomain, isWithin } from "../../aws/aws-domains";
import type { ServiceCall } from "../calls/call";
import { knownValue, unknown } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import { type HostedZoneRecord, isSeenFrom, type PrivateHostedZone } from "../model/names";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { calledName, domainOf, domainsOf, regionOf } from "./host-name";

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

/** A record of a zone that answers for the names of a service. */
export interface AnsweringRecord {
  readonly zone: PrivateHostedZone;
  readonly record: HostedZoneRecord;
}

/**
 * The record that answers for the names of the service, as whoever makes private DNS by hand writes it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html
 *
 * @returns `undefined` where there is none, or where that is not known
 */
export function answeringRecord(call: ServiceCall): AnsweringRecord | undefined {
  const wanted = calledName(call);
  if (wanted === undefined) return undefined;
  const candidates = zonesOf(call).filter(({ name }) => !name.known || isAround(name.value, domainOf(wanted)));
  const [zone, ...others] = candidates;
  if (zone === undefined || others.length > 0 || isSeenFrom(zone, call.vpc.id) !== "yes") return undefined;
  // One below the name answers for a part of the names only.
  if (!zone.name.known || !isWithin(domainOf(wanted), zone.name.value)) return undefined;
  const record = zone.records.find(({ name }) => knownValue(name) === wanted) ?? wildcardFor(wanted, zone);
  return record === undefined ? undefined : { zone, record };
}

/**
 * The wildcard that answers for a name which has no record of its own. A record on the way to the name would hide it.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html
 */
function wildcardFor(wanted: string, { records, complete }: PrivateHostedZone): HostedZoneRecord | undefined {
  const names = records.map(({ name }) => knownValue(name));
  if (!complete || names.includes(undefined)) return undefined;
  const isBelow = (name: string, domain: string) => name !== domain && isWithin(name, domain);
  const wildcards = records.filter(({ name }) => {
    const own = knownValue(name) ?? "";
    return own.startsWith("*.") && own !== wanted && isBelow(domainOf(wanted), domainOf(own));
  });
  const [wildcard, ...others] = wildcards;
  const domain = domainOf(knownValue(wildcard?.name ?? unknown("")) ?? "");
  const isHidden = names.some((name) => name !== undefined && !name.startsWith("*.") && isBelow(name, domain));
  return others.length > 0 || isHidden ? undefined : wildcard;
}

/** The private hosted zone that has a record for the names of the service which leads to an endpoint. */
export function zoneLeadingTo(endpoint: Endpoint, call: ServiceCall): PrivateHostedZone | undefined {
  const answering = answeringRecord(call);
  return answering !== undefined && leadsTo(answering.record, endpoint) ? answering.zone : undefined;
}

/** An endpoint in another VPC, to which a record leads the names of the service. */
export interface EndpointByZone extends AnsweringRecord {
  readonly endpoint: Endpoint;
}

/** The endpoint in another VPC to which the names of the service lead. */
export function endpointByZone(call: ServiceCall): EndpointByZone | undefined {
  const answering = answeringRecord(call);
  if (answering === undefined) return undefined;
  const endpoint = call.view.model.endpoints.find(
    ({ vpc, ...each }) =>
      vpc.known && sameIdentity(vpc.value, call.vpc.id) === "no" && leadsTo(answering.record, { ...each, vpc }),
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
