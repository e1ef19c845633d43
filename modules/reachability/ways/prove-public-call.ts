import { groupedBy } from "../../values/grouped-by";
import type { ServiceCall } from "../calls/call";
import { endpointMissing } from "../checks/endpoint-missing";
import type { EndpointsOfCall } from "../checks/find-endpoints";
import { placesOf } from "../checks/way-to-internet";
import { zoneInstead } from "../checks/zone-instead";
import type { Subnet } from "../model/network-model";
import { egressToAnything, egressToEndpoint } from "./egress-steps";
import { gatewaySteps } from "./gateway-steps";
import { interfaceSteps } from "./interface-steps";
import { endpointOf, type PublicWay, type PublicWays, publicWays } from "./public-ways";
import { undecided } from "./undecided";
import { type Walk, walk, worstWalk } from "./walk";
import { walkCall } from "./walk-call";
import { wayOutSteps } from "./way-out-steps";

/**
 * Whether the calls of a task arrive whose host name leads to public addresses: through a gateway endpoint, or over a way out
 * of the VPC, as the route table of each subnet has it.
 */
export function provePublicCall(call: ServiceCall, found: EndpointsOfCall): Walk {
  const ways = call.subnets.map((subnet) => ({ subnet, ways: publicWays(call, found, subnet) }));
  const alike = [...groupedBy(ways, (each) => keyOf(each.ways)).values()];
  const walks = alike.flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          provePart(
            call,
            found,
            group.map(({ subnet }) => subnet),
            first.ways,
          ),
        ];
  });
  const [first, ...others] = walks;
  return first === undefined ? walk(call, []) : worstWalk([first, ...others]);
}

/** Whether the calls from subnets arrive that have the same ways. */
function provePart(
  whole: ServiceCall,
  found: EndpointsOfCall,
  subnets: readonly Subnet[],
  { likely, further }: PublicWays,
): Walk {
  const call = { ...whole, subnets };
  const others = further.map(({ way, question }) => ({ walk: walkInstead(call, found, way), question }));
  return undecided(call, "route", walkOn(call, found, likely), others);
}

function walkOn(call: ServiceCall, found: EndpointsOfCall, way: PublicWay): Walk {
  const [silent] = found.interface;
  switch (way.truth) {
    case "gateway":
      return walkCall({ ...call, endpoint: endpointOf(way, call) }, gatewaySteps);
    case "yes":
      return walkCall(call, () => wayOutSteps(call, way));
    case "unknown":
      // Of a VPC that exists nothing is seen but what is added to it: an endpoint is there for the calls.
      if (silent !== undefined && call.view.elsewhere(call.vpc.id) !== undefined) {
        return walkCall({ ...call, endpoint: silent }, interfaceSteps);
      }
      if (found.because === undefined) return walkCall(call, () => wayOutSteps(call, way));
      return walkCall(call, () => [["endpoint", () => endpointMissing(call, found)], egressToAnything(call)]);
    case "no": {
      const [gateway] = found.gateway;
      if (gateway !== undefined) return walkCall({ ...call, endpoint: gateway }, gatewaySteps);
      if (silent !== undefined) return walkCall({ ...call, endpoint: silent }, interfaceSteps);
      const missing = () => zoneInstead(call) ?? endpointMissing(call, found, way.deadEnd);
      return walkCall(call, () => [["endpoint", missing], egressToEndpoint(call)]);
    }
  }
}

/** A way that some of the addresses may take. Where it leads nowhere, nothing else is there for them. */
function walkInstead(call: ServiceCall, found: EndpointsOfCall, way: PublicWay): Walk {
  if (way.truth !== "no") return walkOn(call, found, way);
  return walk(call, [["endpoint", () => endpointMissing(call, found, way.deadEnd)]]);
}

/** What tells ways from others. */
function keyOf({ likely, further }: PublicWays): string {
  const parts = [likely, ...further.map(({ way }) => way)].map((way) => {
    if (way.truth === "gateway") return way.endpoint.address;
    if (way.truth === "yes") return `${way.by},${placesOf(way)}`;
    return way.truth === "no" ? (way.deadEnd?.problem ?? "") : way.because;
  });
  return JSON.stringify([likely.truth, ...parts, ...further.map(({ question }) => question.resources)]);
}
