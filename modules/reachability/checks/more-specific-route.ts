import type { EndpointCall } from "../proof/call";
import { breaks, type Finding, open } from "../proof/finding";
import { isPrivate } from "./peer-match";

/**
 * No route of the table is more specific than the endpoint's.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkMoreSpecificRoute(call: EndpointCall): Finding | undefined {
  const { view, subnets, service, endpoint } = call;
  for (const subnet of subnets) {
    const table = view.effectiveRouteTable(subnet);
    if (!table.known) continue;
    for (const { destination, address } of view.routesOf(table.value).items) {
      if (!destination.known || typeof destination.value === "string") continue;
      if ("prefixList" in destination.value) {
        const { prefixList } = destination.value;
        if (prefixList.kind !== "service" || prefixList.service !== service) continue;
        return breaks({
          code: "route-more-specific",
          problem: `${address} leads the addresses of "${service}" away from ${endpoint.address}`,
          why: "two routes for one prefix list cannot both count",
          fix: `remove ${address}`,
          path: address,
        });
      }
      const { cidr } = destination.value;
      if (cidr.prefixLength === 0 || isPrivate(cidr)) continue;
      return open({
        code: "route-more-specific-unknown",
        what: `whether ${address} takes addresses of "${service}" away from ${endpoint.address}`,
        because: "the more specific route counts, and AWS alone knows the addresses of its services",
        assure: `no address of the prefix list of "${service}" is in the destination of ${address}`,
        path: address,
      });
    }
  }
  return undefined;
}
