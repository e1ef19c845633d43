import type { ServiceCall } from "../calls/call";
import { type Finding, open } from "./finding";
import { decidingName } from "./host-name";
import { hostedZoneFault } from "./hosted-zone-faults";
import { hostedZoneOf } from "./private-hosted-zone";

/** Where a VPC has no endpoint for a service, its names may lead to one in another VPC, by a record that is not known. */
export function zoneInstead(call: ServiceCall): Finding | undefined {
  const fault = hostedZoneFault(call);
  if (fault !== undefined) return fault;
  const zone = hostedZoneOf(call);
  if (zone === undefined) return undefined;
  return open({
    code: "hosted-zone-unknown",
    what: `whether the private hosted zone ${zone.address} leads to an endpoint for "${call.service}"`,
    because: `the VPC ${call.vpc.address} has no such endpoint, and no record of the zone is known to be for the whole name`,
    assure: `${decidingName(call)} has an alias record to an endpoint that ${call.vpc.address} reaches`,
    path: zone.address,
  });
}
