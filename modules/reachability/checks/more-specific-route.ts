import type { EndpointCall, ServiceCall } from "../calls/call";
import { isPrivate } from "../model/address-range";
import type { Route } from "../model/network-model";
import { breaks, type Finding, open, together } from "./finding";
import { rangesOfList } from "./peer-match";

/**
 * No route of the table is more specific than the way of the call: the route of its gateway endpoint, or the default route.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 *
 * @param way what leads to the service, for example the address of the endpoint
 */
export function checkMoreSpecificRoute(call: ServiceCall | EndpointCall, way: string): Finding | undefined {
  const { view, subnets } = call;
  const tables = new Map(
    subnets.flatMap((subnet) => {
      const table = view.effectiveRouteTable(subnet);
      return table.known ? [[table.value.text, table.value] as const] : [];
    }),
  );
  return together(
    [...tables.values()].flatMap((table) => {
      const { items, possible } = view.routesOf(table);
      return [
        ...items.map((route) => checkRoute(call, way, route, "")),
        ...possible.map((route) => checkRoute(call, way, route, `it may be in ${table.text}, and `)),
      ];
    }),
  );
}

function checkRoute(call: ServiceCall | EndpointCall, way: string, route: Route, start: string): Finding | undefined {
  const { destination, address } = route;
  const { service, view } = call;
  if (!destination.known)
    return mayBeMoreSpecific(call, way, address, `${start}its destination is not known: ${destination.because}`);
  if (typeof destination.value === "string") return undefined;
  if ("prefixList" in destination.value) {
    const { prefixList } = destination.value;
    if (prefixList.kind === "service") {
      if (prefixList.service !== service) return undefined;
      if ("endpoint" in call && start === "") return sameList(call, way, address);
    }
    const ranges = rangesOfList(prefixList, view);
    if (prefixList.kind === "list" && ranges.known && ranges.value.every(isPrivate)) return undefined;
  } else {
    const { cidr } = destination.value;
    if (cidr.prefixLength === 0 || isPrivate(cidr)) return undefined;
  }
  return mayBeMoreSpecific(
    call,
    way,
    address,
    `${start}the more specific route counts, and AWS alone knows the addresses of its services`,
  );
}

function sameList({ service }: ServiceCall, way: string, address: string): Finding {
  return breaks("route-more-specific", {
    problem: `${address} leads the addresses of "${service}" away from ${way}`,
    fix: `remove ${address}`,
    path: address,
  });
}

function mayBeMoreSpecific({ service }: ServiceCall, way: string, address: string, because: string): Finding {
  return open({
    code: "route-more-specific-unknown",
    what: `whether ${address} takes addresses of "${service}" away from ${way}`,
    because,
    assure: `no address of the prefix list of "${service}" is in the destination of ${address}`,
    path: address,
  });
}
