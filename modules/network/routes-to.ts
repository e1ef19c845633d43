import { Route, type RouteConfig } from "@cdktf/provider-aws/lib/route";
import type { Construct } from "constructs";
import type { Network } from "./network";

/** Routes to a network, in the route tables of another one. */
export interface RoutesToProps {
  readonly to: Pick<Network, "cidrBlock">;
  readonly from: Pick<Network, "subnets">;
  /** What tells them from other routes of the same construct. */
  readonly name: string;
  readonly target: Pick<RouteConfig, "vpcPeeringConnectionId" | "transitGatewayId">;
}

/** A subnet without a route table of its own has the main one of its VPC, in which no route is made. */
export function routesTo(scope: Construct, { to, from, name, target }: RoutesToProps): readonly Route[] {
  const tables = new Map<string, string>();
  for (const { name: subnet, routeTableId } of from.subnets) {
    if (routeTableId !== undefined && !tables.has(routeTableId)) tables.set(routeTableId, subnet);
  }
  const { cidrBlock: destinationCidrBlock } = to;
  return Array.from(tables, ([routeTableId, subnet]) => {
    return new Route(scope, `route-${name}-${subnet}`, { routeTableId, destinationCidrBlock, ...target });
  });
}
