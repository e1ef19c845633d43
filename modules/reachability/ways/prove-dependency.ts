import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { ServiceCall } from "../calls/call";
import { SOME_INTERFACES } from "../checks/endpoint-interfaces";
import { endpointMissing } from "../checks/endpoint-missing";
import { findEndpoints } from "../checks/find-endpoints";
import { open } from "../checks/finding";
import { decidingName, hostNamesOf } from "../checks/host-name";
import { followedZone, hostedZoneFault, type ZoneForService } from "../checks/hosted-zone-faults";
import type { OtherSide } from "../checks/peer-match";
import { hostedZoneOf, zoneLeadingTo } from "../checks/private-hosted-zone";
import { checkTaskEgress } from "../checks/task-egress";
import { hasPublicIp, wayOutOfAll } from "../checks/way-out";
import { knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import type { Endpoint } from "../model/network-model";
import { gatewaySteps } from "./gateway-steps";
import { interfaceSteps } from "./interface-steps";
import { type Step, type Walk, walk, worstWalk } from "./walk";
import { wayOutSteps } from "./way-out-steps";

/**
 * Whether the calls of a task to a service arrive. Where its host name leads decides the way: to an interface endpoint
 * with private DNS, else to public addresses, which a gateway endpoint or a way out of the VPC leads to.
 */
export function proveDependency(call: ServiceCall): Walk {
  const found = findEndpoints(call);
  const answering =
    found.interface.find(answersPrivately) ??
    found.interface.find((each) => zoneLeadingTo(each, call) !== undefined) ??
    found.interface.find((each) => !each.privateDns.known);
  if (answering !== undefined) return walk(call, interfaceSteps({ ...call, endpoint: answering }));
  const [anyGateway] = found.gateway;
  if (anyGateway !== undefined) {
    // Each may serve other subnets of the task.
    const [first = anyGateway, ...others] = found.gateway.filter((each) => servesTask(call, each));
    const through = (endpoint: Endpoint) => walk(call, gatewaySteps({ ...call, endpoint }));
    return worstWalk([through(first), ...others.map(through)]);
  }
  const way = wayOutOfAll(call.view, call.subnets, hasPublicIp(call.task));
  if (way.truth === "yes") return walk(call, wayOutSteps(call, way));
  const [silent] = found.interface;
  if (silent !== undefined) return walk(call, interfaceSteps({ ...call, endpoint: silent }));
  if (way.truth === "unknown" && found.because === undefined)
    return walk(call, [["route", () => wayUnknown(call, way.because)]]);
  return walk(call, [["endpoint", () => zoneInstead(call) ?? endpointMissing(call, found)], egressToSomewhere(call)]);
}

function answersPrivately({ privateDns, inboundResolverOnly, service }: Endpoint): boolean {
  const canAnswer = service !== undefined && endpointServiceFacts(service).privateDns !== false;
  return canAnswer && knownValue(privateDns) === true && knownValue(inboundResolverOnly) !== true;
}

function servesTask({ view, subnets }: ServiceCall, endpoint: Endpoint): boolean {
  const tables = knownValue(view.routeTablesOf(endpoint)) ?? [];
  return subnets.some((subnet) => {
    const effective = knownValue(view.effectiveRouteTable(subnet));
    return effective !== undefined && tables.some((table) => sameIdentity(table, effective) === "yes");
  });
}

/** Names may lead to an endpoint in another VPC, to which the way is not followed. */
function zoneInstead(call: ServiceCall) {
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

function wayToOtherVpc({ vpc, view }: ServiceCall, { zone, endpoint }: ZoneForService) {
  const other = endpoint.vpc.known ? view.vpc(endpoint.vpc.value).address : "another VPC";
  return open({
    code: "hosted-zone-unknown",
    what: `whether calls from ${vpc.address} arrive at ${endpoint.address} in ${other}, to which ${zone.address} leads,`,
    because: "routes, security groups and network ACLs are not followed from one VPC into another",
    assure: `there is a route from the task's subnets to ${other} and one back, and that ${endpoint.address} admits the task`,
    path: zone.address,
  });
}

function wayUnknown(call: ServiceCall, because = "") {
  return open({
    code: "way-out-unknown",
    what: `whether ${call.vpc.address} has a way to "${call.service}"`,
    because: `there is no endpoint for it, and ${because}`,
    assure: `the task reaches ${hostNamesOf(call)} on that way, or add an endpoint for "${call.service}"`,
    path: call.vpc.address,
  });
}

/**
 * Wherever the endpoint is: a task that lets nothing out does not reach it. Where a gateway endpoint is planned, an interface
 * endpoint may be there instead.
 */
function egressToSomewhere(call: ServiceCall): Step {
  const toward = (side: OtherSide) =>
    checkTaskEgress(call, {
      name: `the endpoint for "${call.service}"`,
      sides: [side],
      peer: "the endpoint as its destination",
      why: "a security group lets out only what a rule admits",
    });
  return [
    "task-security-group",
    () => {
      if (call.type === "Interface") return toward(SOME_INTERFACES);
      const toGateway = toward({ kind: "service", service: call.service });
      if (toGateway?.verdict !== "broken") return toGateway;
      const toInterfaces = toward(SOME_INTERFACES);
      return toInterfaces?.verdict === "broken" ? toGateway : toInterfaces;
    },
  ];
}
