import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { EndpointCall, ServiceCall } from "../calls/call";
import { checkAmazonDns } from "../checks/amazon-dns";
import { endpointMissing } from "../checks/endpoint-missing";
import { type EndpointsOfCall, findEndpoints } from "../checks/find-endpoints";
import type { Finding } from "../checks/finding";
import { groupReferences } from "../checks/group-references";
import { hostedZoneFault } from "../checks/hosted-zone-faults";
import { checkNamesNotRead } from "../checks/names-not-read";
import { checkNamesTaken } from "../checks/names-taken";
import { checkPrivateDns } from "../checks/private-dns";
import { type EndpointByZone, endpointByZone, zoneLeadingTo } from "../checks/private-hosted-zone";
import { checkZoneConflict } from "../checks/zone-conflict";
import { known, knownValue } from "../model/fact";
import type { PrivateHostedZone } from "../model/names";
import type { Endpoint } from "../model/network-model";
import { egressToAnything } from "./egress-steps";
import { interfaceSteps } from "./interface-steps";
import { otherVpcSteps } from "./other-vpc-steps";
import { provePublicCall } from "./prove-public-call";
import { undecided } from "./undecided";
import { countingVerdict, type Step, type Walk } from "./walk";
import { walkCall } from "./walk-call";

/**
 * Whether the calls of a task to a service arrive. The way is that of a packet: what the host name leads to in the VPC, where
 * the route tables lead each address of the answer, and whether what comes back arrives.
 */
export function proveDependency(call: ServiceCall): Walk {
  const found = findEndpoints(call);
  const certain =
    found.interface.find((each) => answersPrivately(each) === true) ??
    found.interface.find((each) => zoneLeadingTo(each, call) !== undefined);
  const answering = certain ?? found.interface.find((each) => answersPrivately(each) === undefined);
  const byZone = certain === undefined ? endpointByZone(call) : undefined;
  if (byZone !== undefined && answering === undefined) return throughOtherVpc(call, byZone, found);
  const inPublic = () => (byZone === undefined ? provePublicCall(call, found) : throughOtherVpc(call, byZone, found));
  if (answering === undefined) {
    const taken = unlessTaken(call, unlessAnswered(call, found, inPublic()));
    return found.gateway.length > 0 ? taken : unless(checkNamesNotRead(call), call, taken);
  }
  const through: EndpointCall = { ...call, endpoint: answering };
  return unlessTaken(
    call,
    certain === undefined ? perhapsThrough(through, inPublic) : servedThrough(through, interfaceSteps, inPublic),
    certain,
  );
}

/** Whether private DNS of an endpoint answers for the names of the service. `undefined` where it is not known. */
function answersPrivately({ privateDns, inboundResolverOnly, service }: Endpoint): boolean | undefined {
  if (service === undefined || endpointServiceFacts(service).privateDns === false) return false;
  if (knownValue(privateDns) === false || knownValue(inboundResolverOnly) === true) return false;
  return privateDns.known && inboundResolverOnly.known ? true : undefined;
}

/**
 * The names lead to an endpoint, unless the VPC asks other servers, which may know public addresses only. A VPC that exists is
 * taken to ask those of AWS.
 */
function servedThrough(call: EndpointCall, steps: (call: EndpointCall) => readonly Step[], inPublic: () => Walk): Walk {
  const through = walkCall(call, steps);
  if (countingVerdict(through) !== "broken") return through;
  const servers = checkAmazonDns(call);
  if (servers.verdict === "proved" || call.view.elsewhere(call.vpc.id) !== undefined) return through;
  return undecided(call, "name-resolution", through, [{ walk: inPublic(), question: servers }]);
}

/** The names lead to an endpoint in another VPC. */
function throughOtherVpc(call: ServiceCall, byZone: EndpointByZone, found: EndpointsOfCall): Walk {
  const { endpoint, zone } = byZone;
  const there = { ...call, endpoint };
  const through: EndpointCall = { ...there, references: groupReferences(there) };
  const walked = servedThrough(
    through,
    (each) => otherVpcSteps(each, byZone),
    () => provePublicCall(call, found),
  );
  return unlessTaken(call, walked, endpoint, zone);
}

/** The names lead to an endpoint or to public addresses. */
function perhapsThrough(call: EndpointCall, inPublic: () => Walk): Walk {
  const { endpoint } = call;
  const answering = { ...endpoint, privateDns: known(true), inboundResolverOnly: known(false) };
  const through = walkCall({ ...call, endpoint: answering }, interfaceSteps);
  const asked = () => walkCall(call, interfaceSteps);
  if (countingVerdict(through) === "unknown") return asked();
  const decided = undecided(call, "name-resolution", through, [{ walk: inPublic(), question: checkPrivateDns(call) }]);
  return countingVerdict(decided) === "broken" ? asked() : decided;
}

/** An endpoint that is not in sight may answer for the names, and be reached. */
function unlessAnswered(call: ServiceCall, found: EndpointsOfCall, inPublic: Walk): Walk {
  if (found.because === undefined || found.gateway.length > 0 || found.interface.length > 0) return inPublic;
  if (countingVerdict(inPublic) !== "broken") return inPublic;
  return walkCall(call, () => [["endpoint", () => endpointMissing(call, found)], egressToAnything(call)]);
}

/** What takes the names of the service from what should answer for them may lead the call to something that works. */
function unlessTaken(call: ServiceCall, found: Walk, answering?: Endpoint, zone?: PrivateHostedZone): Walk {
  if (countingVerdict(found) !== "broken" || isFaultOfZone(call, answering)) return found;
  const isPrivateZone = zone !== undefined || (answering !== undefined && answersPrivately(answering) === true);
  const by = answering?.address ?? `the addresses of "${call.service}"`;
  return unless(checkNamesTaken(call, { by, isPrivateZone, ...(zone === undefined ? {} : { zone }) }), call, found);
}

/** What is broken stays unknown where the names may lead somewhere else, and the task gets there. */
function unless(taken: Finding | undefined, call: ServiceCall, found: Walk): Walk {
  if (taken === undefined || taken.verdict === "proved" || countingVerdict(found) !== "broken") return found;
  const elsewhere = walkCall(call, () => [["name-resolution", () => taken], egressToAnything(call)]);
  return countingVerdict(elsewhere) === "unknown" ? elsewhere : found;
}

/** Whether a zone is wrong for certain, so that what it takes leads nowhere. */
function isFaultOfZone(call: ServiceCall, answering: Endpoint | undefined): boolean {
  if (hostedZoneFault(call) !== undefined) return true;
  return answering !== undefined && checkZoneConflict(call.view, answering) !== undefined;
}
