import { isInAwsDomain, isWithin } from "../../aws/aws-domains";
import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
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

/**
 * The private hosted zone that has a record for the names of the service which leads to an endpoint, as whoever makes private
 * DNS by hand writes it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html
 */
export function zoneLeadingTo(endpoint: Endpoint, call: ServiceCall): PrivateHostedZone | undefined {
  const wanted = calledName(call);
  if (wanted === undefined) return undefined;
  const candidates = zonesOf(call).filter(({ name }) => !name.known || isAround(name.value, domainOf(wanted)));
  const [zone, ...others] = candidates;
  if (zone === undefined || others.length > 0 || isSeenFrom(zone, call.vpc.id) !== "yes") return undefined;
  const leads = zone.records.some((record) => knownValue(record.name) === wanted && leadsTo(record, endpoint));
  return leads ? zone : undefined;
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
