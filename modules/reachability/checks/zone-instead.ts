import type { ServiceCall } from "../calls/call";
import { type Finding, open } from "./finding";
import { decidingName } from "./host-name";
import { followedZone, hostedZoneFault, type ZoneForService } from "./hosted-zone-faults";
import { hostedZoneOf } from "./private-hosted-zone";

/** Where a VPC has no endpoint for a service, its names may lead to one in another VPC, to which the way is not followed. */
export function zoneInstead(call: ServiceCall): Finding | undefined {
  const fault = hostedZoneFault(call);
  if (fault !== undefined) return fault;
  const followed = followedZone(call);
  if (followed !== undefined) return wayToOtherVpc(call, followed);
  const zone = hostedZoneOf(call);
  if (zone === undefined) return undefined;
  return open({
    code: "hosted-zone-unknown",
    what: `whether the private hosted zone ${zone.address} leads to an endpoint for "${call.service}"`,
    because: `the VPC ${call.vpc.address} has no such endpoint, and the records of the zone are not followed`,
    assure: `${decidingName(call)} has an alias record to an endpoint that ${call.vpc.address} reaches`,
    path: zone.address,
  });
}

function wayToOtherVpc({ vpc, view }: ServiceCall, { zone, endpoint }: ZoneForService): Finding {
  const other = endpoint.vpc.known ? view.vpc(endpoint.vpc.value).address : "another VPC";
  return open({
    code: "hosted-zone-unknown",
    what: `whether calls from ${vpc.address} arrive at ${endpoint.address} in ${other}, to which ${zone.address} leads,`,
    because: "routes, security groups and network ACLs are not followed from one VPC into another",
    assure: `there is a route from the task's subnets to ${other} and one back, and that ${endpoint.address} admits the task`,
    path: zone.address,
  });
}
