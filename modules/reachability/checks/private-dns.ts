import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { EndpointCall } from "../calls/call";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding, holds, open } from "./finding";
import { decidingName, hostNamesOf } from "./host-name";
import { hostedZoneFault } from "./hosted-zone-faults";
import { hostedZoneOf, zoneLeadingTo } from "./private-hosted-zone";

/**
 * An interface endpoint answers for the service's own host name only with private DNS.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html
 */
export function checkPrivateDns(call: EndpointCall): Finding {
  const { endpoint, service } = call;
  const { privateDns, inboundResolverOnly, address: path } = endpoint;
  if (!privateDns.known || !inboundResolverOnly.known) {
    return open({
      code: "private-dns-unknown",
      what: `whether private DNS is on for ${path}`,
      because: privateDns.known ? `${path} does not tell` : privateDns.because,
      assure: `private_dns_enabled of ${path} is true`,
      path,
    });
  }
  const none = endpointServiceFacts(service).privateDns === false;
  if (privateDns.value && !inboundResolverOnly.value && !none) {
    return holds(`${hostNamesOf(call)} leads to ${path}`, [path]);
  }
  const leading = zoneLeadingTo(endpoint, call);
  if (leading !== undefined) {
    return holds(`a record of ${leading.address} leads ${decidingName(call)} to ${path}`, [leading.address, path]);
  }
  const fault = hostedZoneFault(call);
  if (fault !== undefined) return fault;
  const zone = hostedZoneOf(call);
  if (zone !== undefined) {
    return open({
      code: "hosted-zone-unknown",
      what: `whether the private hosted zone ${zone.address} leads to ${path}`,
      because: `private DNS is off for ${path}, and the records of the zone are not followed`,
      assure: `${decidingName(call)} has an alias record to ${path} in ${zone.address}`,
      path: zone.address,
    });
  }
  return breaks("private-dns-off", {
    problem: none
      ? `${path} can have no private DNS, since "${service}" has none for interface endpoints`
      : privateDns.value
        ? `private DNS of ${path} is for inbound Resolver endpoints only`
        : `private DNS is off for ${path}`,
    why: `${hostNamesOf(call)} leads to the internet then, and not to the endpoint; ${whyNeeded(call)}`,
    fix: none
      ? `the service has no private DNS for interface endpoints: use a gateway endpoint for "${service}"`
      : privateDns.value
        ? `set private_dns_only_for_inbound_resolver_endpoint = false in dns_options of ${path}`
        : `set private_dns_enabled = true on ${path}`,
    path,
  });
}
