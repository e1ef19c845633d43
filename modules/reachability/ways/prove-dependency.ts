import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { ServiceCall } from "../calls/call";
import { SOME_INTERFACES } from "../checks/endpoint-interfaces";
import { endpointMissing } from "../checks/endpoint-missing";
import { findEndpoints } from "../checks/find-endpoints";
import { open } from "../checks/finding";
import { hostNamesOf } from "../checks/host-name";
import type { OtherSide } from "../checks/peer-match";
import { checkPermissions } from "../checks/permissions";
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
  if (answering !== undefined) return walkCall({ ...call, endpoint: answering }, interfaceSteps);
  const [anyGateway] = found.gateway;
  if (anyGateway !== undefined) {
    // Each may serve other subnets of the task.
    const [first = anyGateway, ...others] = found.gateway.filter((each) => servesTask(call, each));
    const through = (endpoint: Endpoint) => walkCall({ ...call, endpoint }, gatewaySteps);
    return worstWalk([through(first), ...others.map(through)]);
  }
  const way = wayOutOfAll(call.view, call.subnets, hasPublicIp(call.task));
  if (way.truth === "yes") return walkCall(call, () => wayOutSteps(call, way));
  const [silent] = found.interface;
  if (silent !== undefined) return walkCall({ ...call, endpoint: silent }, interfaceSteps);
  if (way.truth === "unknown" && found.because === undefined)
    return walkCall(call, () => [["route", () => wayUnknown(call, way.because)]]);
  return walkCall(call, () => [
    ["endpoint", () => zoneInstead(call) ?? endpointMissing(call, found)],
    egressToSomewhere(call),
  ]);
}

/** Whatever way a call takes, at its end the service asks whether the role may. */
function walkCall<Call extends ServiceCall>(call: Call, steps: (call: Call) => readonly Step[]): Walk {
  return walk(call, [...steps(call), ["permissions", () => checkPermissions(call)]]);
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

/** Names may lead to an endpoint in another VPC, which is not followed. */
function zoneInstead(call: ServiceCall) {
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
