import type { EndpointCall, ServiceCall } from "../calls/call";
import { knownValue } from "../model/fact";
import type { Route } from "../model/route";
import { breaks, type Finding, open, together } from "./finding";
import type { FurtherLead } from "./route-leads";

/**
 * No route of a table with a gateway endpoint is about the prefix list of its service.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkListRoute(call: EndpointCall): Finding | undefined {
  const { view, subnets, service, endpoint } = call;
  const routes = new Set(
    subnets.flatMap((subnet) => {
      const table = knownValue(view.effectiveRouteTable(subnet));
      return table === undefined ? [] : view.routesOf(table).items.filter((route) => isForListOf(call, route));
    }),
  );
  return together(
    Array.from(routes, ({ address }) =>
      breaks("route-more-specific", {
        problem: `${address} leads the addresses of "${service}" away from ${endpoint.address}`,
        fix: `remove ${address}`,
        path: address,
      }),
    ),
  );
}

function isForListOf({ service }: EndpointCall, { destination }: Route): boolean {
  const to = knownValue(destination);
  if (to === undefined || to === "ipv6" || !("prefixList" in to)) return false;
  return to.prefixList.kind === "service" && to.prefixList.service === service;
}

/** Whether a route takes the addresses of a call away from the way of most others is not known. */
export function moreSpecificUnknown({ service }: ServiceCall, way: string, { route, because }: FurtherLead): Finding {
  return open({
    code: "route-more-specific-unknown",
    what: `whether ${route.address} takes addresses of "${service}" away from ${way}`,
    because,
    assure: `no address of the prefix list of "${service}" is in the destination of ${route.address}`,
    path: route.address,
  });
}
