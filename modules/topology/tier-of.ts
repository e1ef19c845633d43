import type { Subnet } from "../reachability/model/network-model";
import type { NetworkView } from "../reachability/model/network-view";
import type { Route, RouteTarget } from "../reachability/model/route";
import type { Tier } from "./topology";

/** Arguments of routes to other VPCs and networks. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  "transit_gateway_id",
  "vpc_peering_connection_id",
  "core_network_arn",
  "gateway_id",
  "network_interface_id",
]);

/** The targets of the routes of a subnet that are known, and whether there may be others. */
export interface SubnetRoutes {
  readonly targets: readonly RouteTarget[];
  readonly isOpen: boolean;
}

/** Where a subnet leads to. */
export function routesOfSubnet(subnet: Subnet, view: NetworkView): SubnetRoutes {
  const table = view.effectiveRouteTable(subnet);
  if (!table.known) return { targets: [], isOpen: true };
  const { items, possible, others } = view.routesOf(table.value);
  const known = items.flatMap(({ target }: Route) => (target.known ? [target.value] : []));
  return {
    targets: known,
    isOpen: others !== undefined || possible.length > 0 || known.length < items.length,
  };
}

/** How a subnet reaches what is outside its VPC. */
export function tierOf({ targets, isOpen }: SubnetRoutes): Tier {
  const leads = (is: (target: RouteTarget) => boolean) => targets.some(is);
  if (leads(({ kind }) => kind === "internet-gateway")) return "public";
  if (leads(({ kind, argument }) => kind !== "other" || ELSEWHERE.has(argument))) return "private";
  return isOpen ? "unknown" : "isolated";
}
