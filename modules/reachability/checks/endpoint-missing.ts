import { serviceName } from "../../aws/endpoint-services/service-name";
import { type ServiceCall, taskName } from "../calls/call";
import { knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import { type EndpointElsewhere, type EndpointsOfCall, endpointInOtherVpc, regionOfService } from "./find-endpoints";
import { breaks, type Finding, open } from "./finding";
import type { DeadEnd } from "./way-to-internet";

/** There is no endpoint for the service in the task's VPC, as far as that is known. */
export function endpointMissing(call: ServiceCall, found: EndpointsOfCall, deadEnd?: DeadEnd): Finding {
  const { service, vpc, type } = call;
  const kind = type === "Gateway" ? "gateway" : "interface";
  if (found.because !== undefined) {
    return open({
      code: "endpoint-unknown",
      what: `whether the VPC ${vpc.address} has an endpoint for "${service}"`,
      because: found.because,
      assure: `there is ${kind === "gateway" ? "a gateway endpoint in the route tables of the task's subnets" : "an interface endpoint with private DNS, whose security group admits the task"}, for "${service}" in the VPC ${vpc.address}`,
      path: vpc.address,
    });
  }
  const [other] = found.otherRegion;
  if (other === undefined && deadEnd !== undefined) return wayOutBroken(call, deadEnd);
  return other === undefined ? missing(call) : inOtherRegion(call, regionOfService(other) ?? "", other.address);
}

/** What the task needs the service for, and what happens without it. */
export function whyNeeded({ reasons }: ServiceCall): string {
  const [first] = reasons;
  return first === undefined
    ? "the task calls it"
    : `${first.text}; otherwise ${first.failure ?? "the call times out"}`;
}

function missing(call: ServiceCall): Finding {
  const { service, vpc } = call;
  const other = endpointInOtherVpc(call);
  if (other !== undefined && other.connection === undefined && isLetOutTo(call, other.vpc))
    return ofOther(call, other.vpc);
  const where = other === undefined ? "" : `; ${placeOf(call, other)}`;
  const reach = other === undefined ? "" : `; ${whyNotThere(other)}`;
  return breaks("endpoint-missing", {
    problem: `${taskName(call)} needs "${service}", and the VPC ${vpc.address} has no endpoint for it${where}`,
    why: `${whyNeeded(call)}${reach}`,
    fix: addEndpoint(call),
    path: vpc.address,
  });
}

/** Whether a security group of the task lets it out to one of another VPC, as it would to that of endpoints in its own. */
function isLetOutTo({ view, securityGroups }: ServiceCall, other: Identity): boolean {
  return securityGroups
    .flatMap((group) => view.rulesOf(group, "egress").items)
    .some(({ peer }) => {
      const named = peer.known && peer.value.kind === "security-group" ? view.securityGroup(peer.value.id) : undefined;
      return named?.vpc.known === true && sameIdentity(named.vpc.value, other) === "yes";
    });
}

/** The endpoints of another VPC were meant: one fault, whichever service is called. */
function ofOther(call: ServiceCall, other: Identity): Finding {
  const [here, there] = [call.vpc.address, call.view.vpc(other).address];
  return breaks("endpoints-of-other-network", {
    problem: `${taskName(call)} runs in ${here}, and its security group lets it out to endpoints of ${there}, with which nothing connects ${here}`,
    fix: `create the endpoints in ${here} and let the task out to their security group, or run it in subnets of ${there}`,
    path: here,
  });
}

function placeOf({ view, vpc }: ServiceCall, { endpoint, vpc: other, connection }: EndpointElsewhere): string {
  const connected = connection === undefined ? "" : `, which ${connection} connects with ${vpc.address}`;
  return `${endpoint.address} is in ${view.vpc(other).address}${connected}`;
}

function whyNotThere({ endpoint, connection }: EndpointElsewhere): string {
  if (knownValue(endpoint.type) !== "Gateway") return "private DNS of an endpoint works in its own VPC only";
  const over = connection === undefined ? "" : `, so that ${connection} does not lead to ${endpoint.address}`;
  return `a gateway endpoint cannot be reached from another VPC, nor through peering, a transit gateway or a VPN${over}`;
}

function addEndpoint({ service, region, vpc, type, task }: ServiceCall): string {
  const inRegion = region ?? knownValue(task.region) ?? vpc.region;
  const name = typeof inRegion === "string" ? `"${serviceName(service, inRegion, type)}"` : `"${service}"`;
  return `add an aws_vpc_endpoint with service_name ${name}, vpc_endpoint_type "${type}" and the id of ${vpc.address}`;
}

/** What was meant as the way to the service leads nowhere. */
function wayOutBroken(call: ServiceCall, { path, problem, fix }: DeadEnd): Finding {
  return breaks("way-out-broken", {
    problem,
    why: `the VPC ${call.vpc.address} has no endpoint for "${call.service}", so that the call has no other way; ${whyNeeded(call)}`,
    fix: `${fix}; or ${addEndpoint(call)}`,
    path,
  });
}

function inOtherRegion(call: ServiceCall, region: string, path: string): Finding {
  const { service, task } = call;
  const own = call.region ?? knownValue(task.region) ?? "";
  return breaks("endpoint-in-other-region", {
    problem: `${path} leads to "${service}" in ${region}, and ${taskName(call)} calls it in ${own}`,
    why: `an endpoint serves the Region in its service name; ${whyNeeded(call)}`,
    fix: `write service_name = "${serviceName(service, own, call.type)}" in ${path}`,
    path,
  });
}
