import type { ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { PrivateHostedZone } from "../model/names";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { type Finding, open } from "./finding";
import { domainOf, hostNameOf, hostNamesOf } from "./host-name";

/** A private hosted zone that the VPC sees and that may answer for the host name of the service. */
export function hostedZoneOf(call: ServiceCall): PrivateHostedZone | undefined {
  return zonesOf(call).find(({ name }) => !name.known || answersFor(name.value, call));
}

/** The private hosted zones that a VPC sees, or may see. */
export function zonesOf({ view, vpc }: { readonly view: NetworkView; readonly vpc: { readonly id: Identity } }) {
  return view.model.privateHostedZones.filter(
    ({ vpcs }) => !vpcs.known || vpcs.value.some((id) => sameIdentity(id, vpc.id) !== "no"),
  );
}

function answersFor(zone: string, call: ServiceCall): boolean {
  const domain = domainOf(call);
  if (domain !== undefined) return isWithin(domain, zone) || isWithin(zone, domain);
  const region = call.region ?? knownValue(call.task.region);
  return region !== undefined && zone.includes(`.${region}.`);
}

/** Whether a domain is another one or inside of it. */
export function isWithin(domain: string, other: string): boolean {
  return domain === other || other === "" || domain.endsWith(`.${other}`);
}

/**
 * The private hosted zone that has a record for the names of the service which leads to an endpoint, as whoever makes private
 * DNS by hand writes it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html
 */
export function zoneLeadingTo(endpoint: Endpoint, call: ServiceCall): PrivateHostedZone | undefined {
  const host = hostNameOf(call);
  if (host === undefined) return undefined;
  // The buckets of S3 are parts of its host names.
  const wanted = call.service === "s3" ? `*.${host}` : host;
  const candidates = zonesOf(call).filter(({ name }) => !name.known || answersFor(name.value, call));
  const [zone, ...others] = candidates;
  if (zone === undefined || others.length > 0 || !zone.vpcs.known) return undefined;
  if (!zone.vpcs.value.some((id) => sameIdentity(id, call.vpc.id) === "yes")) return undefined;
  const leads = zone.records.some(
    ({ name, target }) =>
      knownValue(name) === wanted && target.known && target.value.text.startsWith(`${endpoint.id.text}.dns_entry[`),
  );
  return leads ? zone : undefined;
}

/** Names may lead to an endpoint in another VPC, which is not followed. */
export function hostedZoneUnknown(call: ServiceCall): Finding | undefined {
  const zone = hostedZoneOf(call);
  if (zone === undefined) return undefined;
  return open({
    code: "hosted-zone-unknown",
    what: `whether the private hosted zone ${zone.address} leads to an endpoint for "${call.service}"`,
    because: `the VPC ${call.vpc.address} has no such endpoint, and the records of the zone are not followed`,
    assure: `${hostNamesOf(call)} has an alias record to an endpoint that ${call.vpc.address} reaches`,
    path: zone.address,
  });
}
