import { hostNames } from "../../aws/endpoint-services/host-names";
import { knownValue } from "../model/fact";
import { isSeenFrom } from "../model/names";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { regionOfService } from "./find-endpoints";
import { breaks, type Finding } from "./finding";
import { domainOf } from "./host-name";

/**
 * Private DNS of an endpoint is a private hosted zone of AWS's in the VPC, and a VPC has one zone for a name.
 *
 * AWS refuses the second: "private-dns-enabled cannot be set because there is already a conflicting DNS domain".
 */
export function checkZoneConflict(view: NetworkView, endpoint: Endpoint): Finding | undefined {
  const { service, vpc, privateDns, inboundResolverOnly, type, address } = endpoint;
  const region = regionOfService(endpoint);
  if (service === undefined || region === undefined || !vpc.known || knownValue(type) !== "Interface") return undefined;
  if (knownValue(privateDns) !== true || knownValue(inboundResolverOnly) === true) return undefined;
  const names = hostNames(service, region);
  // Of names that are derived the one that SDKs call is sure enough.
  const domains = (names?.are === "derived" ? names.names.slice(0, 1) : (names?.names ?? [])).map(domainOf);
  for (const zone of view.model.privateHostedZones) {
    const name = knownValue(zone.name);
    if (name === undefined || !domains.includes(name) || isSeenFrom(zone, vpc.value) !== "yes") continue;
    return breaks("private-dns-conflict", {
      problem: `the private hosted zone ${zone.address} and private DNS of ${address} are both for "${name}" in ${view.vpc(vpc.value).address}`,
      fix: `remove ${zone.address}, or set private_dns_enabled = false on ${address} and lead a record of the zone to it`,
      path: zone.address,
    });
  }
  return undefined;
}
