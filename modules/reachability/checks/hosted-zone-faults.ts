import { isInAwsDomain, isWithin } from "../../aws/aws-domains";
import { type ServiceCall, taskName } from "../calls/call";
import { type HostedZoneRecord, isSeenFrom, type PrivateHostedZone } from "../model/names";
import type { Endpoint } from "../model/network-model";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding } from "./finding";
import { calledName, decidingName, domainOf, establishedNames } from "./host-name";
import { answersFor, leadsTo, zonesOf } from "./private-hosted-zone";

/** A private hosted zone of which a record leads to an endpoint for the service. */
export interface ZoneForService {
  readonly zone: PrivateHostedZone;
  readonly record: HostedZoneRecord;
  readonly endpoint: Endpoint;
}

/** The zones that somebody has made for the endpoints of the service, in whichever VPC those are. */
export function zonesForService({ view, service }: ServiceCall): readonly ZoneForService[] {
  const endpoints = view.model.endpoints.filter((endpoint) => endpoint.service === service);
  return view.model.privateHostedZones.flatMap((zone) =>
    zone.records.flatMap((record) =>
      endpoints.filter((endpoint) => leadsTo(record, endpoint)).map((endpoint) => ({ zone, record, endpoint })),
    ),
  );
}

/**
 * What is wrong with a zone that is made for the service, so that its names do not lead to the endpoint: it has another name, its
 * records have, or the VPC of the task does not see it.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
 *
 * @returns `undefined` where there is no such zone, or where another one may answer
 */
export function hostedZoneFault(call: ServiceCall): Finding | undefined {
  const zones = zonesForService(call);
  const faults = zones.map((each) => faultOf(call, each));
  const faulty = new Set(zones.filter((_, index) => faults[index] !== undefined).map(({ zone }) => zone));
  const mayAnswer = ({ name }: PrivateHostedZone) => !name.known || answersFor(name.value, call);
  if (zonesOf(call).some((zone) => mayAnswer(zone) && !faulty.has(zone))) return undefined;
  return faults.find((fault) => fault !== undefined);
}

function faultOf(call: ServiceCall, { zone, record, endpoint }: ZoneForService): Finding | undefined {
  const wanted = calledName(call);
  if (wanted === undefined || !zone.name.known || !record.name.known) return undefined;
  const leads = `${record.address} leads to ${endpoint.address}`;
  if (!answersFor(zone.name.value, call)) {
    if (!isMeantFor(zone.name.value, call)) return undefined;
    return breaks("hosted-zone-name-wrong", {
      problem: `the private hosted zone ${zone.address} is for "${zone.name.value}", and ${taskName(call)} calls ${decidingName(call)}`,
      why: `${leads}, and a zone answers for its own name and those below only; ${whyNeeded(call)}`,
      fix: `write name = "${domainOf(wanted)}" in ${zone.address}, and "${wanted}" in ${record.address}`,
      path: zone.address,
    });
  }
  if (zone.complete && zone.records.every(({ name }) => name.known && !mayCover(name.value, call))) {
    return breaks("hosted-zone-record-wrong", {
      problem: `${record.address} is for "${record.name.value}", and ${taskName(call)} calls "${wanted}"`,
      why: `no record of ${zone.address} is for that name, so that it has no answer; ${whyNeeded(call)}`,
      fix: `write name = "${wanted}" in ${record.address}`,
      path: record.address,
    });
  }
  if (!mayCover(record.name.value, call) || isSeenFrom(zone, call.vpc.id) !== "no") return undefined;
  return breaks("hosted-zone-not-associated", {
    problem: `the private hosted zone ${zone.address} is not associated with ${call.vpc.address}, from which ${taskName(call)} calls ${decidingName(call)}`,
    why: `${leads}, and only the VPCs of the zone see that; ${whyNeeded(call)}`,
    fix: `add an aws_route53_zone_association with the zone_id of ${zone.address} and the vpc_id of ${call.vpc.address}`,
    path: zone.address,
  });
}

/** Whether the name of a zone is one that somebody has made of the name of the service. Others are names of one's own. */
function isMeantFor(zone: string, { service }: ServiceCall): boolean {
  const labels = new Set(zone.split("."));
  return isInAwsDomain(zone) && service.split(".").every((label) => labels.has(label));
}

/** Whether a record may be for a name of the service: the name, one below where every name below is called, or a wildcard. */
function mayCover(record: string, call: ServiceCall): boolean {
  const [own, isWildcard] = [domainOf(record), record.startsWith("*.")];
  return (establishedNames(call)?.names ?? []).some((name) => {
    const domain = domainOf(name);
    if (name === record) return true;
    if (isWildcard && isWithin(domain, own) && (domain !== own || name !== domain)) return true;
    return name !== domain && own !== domain && isWithin(own, domain);
  });
}
