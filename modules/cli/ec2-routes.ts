import type { Route } from "@aws-sdk/client-ec2";
import type { NetworkSnapshot, SnapshotRoute } from "../snapshot/network-snapshot";
import type { Ec2Answers } from "./ec2-answers";
import { byId, isMain, nameOf } from "./ec2-things";

/** The route tables of a VPC, as Terraform's provider has them: without what AWS adds by itself. */
export function routeTablesOf({ routeTables }: Ec2Answers): NetworkSnapshot["routeTables"] {
  return routeTables
    .map((table) => {
      const propagating = (table.PropagatingVgws ?? []).flatMap(({ GatewayId }) => GatewayId ?? []).toSorted();
      return {
        id: table.RouteTableId ?? "",
        ...nameOf(table.Tags),
        ...(isMain(table) ? { main: true } : {}),
        routes: (table.Routes ?? []).flatMap(routeOf).toSorted(byDestination),
        ...(propagating.length === 0 ? {} : { propagatingGateways: propagating }),
      };
    })
    .toSorted(byId);
}

/** A route that somebody has written: no local one, none of a gateway endpoint, none that a gateway propagates. */
function routeOf(route: Route): SnapshotRoute[] {
  const destination = route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId;
  const target =
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.VpcPeeringConnectionId ??
    route.NetworkInterfaceId ??
    route.EgressOnlyInternetGatewayId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    route.CoreNetworkArn ??
    route.GatewayId ??
    route.InstanceId;
  const isOfEndpoint = route.DestinationPrefixListId !== undefined && target?.startsWith("vpce-") === true;
  const isByItself = target === "local" || isOfEndpoint || route.Origin === "EnableVgwRoutePropagation";
  if (destination === undefined || isByItself) return [];
  const isGone = route.State === "blackhole" || target === undefined || target === "";
  return [isGone ? { destination } : { destination, target }];
}

function byDestination(a: SnapshotRoute, b: SnapshotRoute): number {
  return a.destination < b.destination ? -1 : Number(a.destination > b.destination);
}
