import { formatCidr } from "../../addressing/cidr";
import type { InterfaceConnection } from "../calls/call";
import type { Identity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Route } from "../model/route";
import { subnetsOfEndpoint } from "./endpoint-interfaces";
import { breaks, type Finding, holds, together } from "./finding";
import { spaceOf } from "./peer-match";
import { leadsOf } from "./route-leads";
import { checkTransitGateway } from "./transit-gateway";
import {
  blockOf,
  type Crossing,
  crossingUnknown,
  overEachLead,
  overlapping,
  tableName,
  vpcNameOf,
} from "./vpc-crossing";
import { checkPeering } from "./vpc-peering";

/**
 * Routes lead from the task's subnets to an endpoint in another VPC, and back from there.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
 */
export function checkVpcRoute(call: InterfaceConnection): Finding {
  const { view, endpoint, subnets } = call;
  const sides = subnetsOfEndpoint(call);
  const crossings = (from: readonly Subnet[], to: readonly Subnet[], what: string): Crossing[] =>
    from.flatMap((source) => to.map((target) => ({ view, from: source, to: target, what })));
  const there = crossings(subnets, sides, `the call to ${endpoint.address}`);
  const back = crossings(sides, subnets, `the answer of ${endpoint.address}`);
  return together([...there, ...back].map(checkCrossing)) ?? holds(`routes lead to ${endpoint.address} and back`);
}

/** Routes lead from one subnet to another one, which is in another VPC. */
export function checkCrossing(crossing: Crossing): Finding {
  const { view, from, to } = crossing;
  const space = spaceOf(to, view);
  if (!space.known) return crossingUnknown(crossing, space.because, to.address);
  const blocks = from.vpc.known ? view.vpc(from.vpc.value).cidrBlocks : from.vpc;
  if (!blocks.known) return crossingUnknown(crossing, blocks.because, vpcNameOf(view, from));
  const own = overlapping(blocks.value, space.value);
  if (own !== undefined) {
    return breaks("vpc-blocks-overlap", {
      problem: `${formatCidr(own)} of ${vpcNameOf(view, from)} overlaps with ${blockOf(to)} of ${to.address} in ${vpcNameOf(view, to)}`,
      fix: `give ${vpcNameOf(view, from)} or ${vpcNameOf(view, to)} a block that the other does not have`,
      path: vpcNameOf(view, from),
    });
  }
  const table = view.effectiveRouteTable(from);
  if (!table.known) return crossingUnknown(crossing, table.because, from.address);
  const leads = leadsOf(view, table.value, { ranges: space.value });
  return overEachLead(
    crossing,
    leads,
    (route) => overRoute(crossing, table.value, route),
    tableName(view, table.value),
  );
}

function overRoute(crossing: Crossing, table: Identity, route: Route | undefined): Finding {
  if (route === undefined) return missing(crossing, table);
  const { target, address } = route;
  if (!target.known) return crossingUnknown(crossing, target.because, address);
  const { kind, argument, id } = target.value;
  if (kind === "internet-gateway" || (kind === "nat-gateway" && endsInInternet(crossing, id))) {
    return missing(crossing, table, route);
  }
  if (argument === "vpc_peering_connection_id") {
    if (crossing.isFromInternet !== true) return checkPeering(crossing, id, route);
    // Source: Amazon VPC Peering Guide, "VPC peering limitations", "Edge to edge routing".
    const because = `${address} leads over ${id.text}, and a peering connection is for what starts in one of its VPCs`;
    return crossingUnknown(crossing, because, address);
  }
  if (argument === "transit_gateway_id") return checkTransitGateway(crossing, id, route);
  return crossingUnknown(crossing, `where ${address} leads (${argument}) is not followed`, address);
}

/** Whether everything that a NAT gateway sends to the other subnet leaves for the internet, or nowhere. */
function endsInInternet({ view, to }: Crossing, id: Identity): boolean {
  const subnet = view.natGateway(id)?.subnet;
  const table = subnet?.known === true ? view.effectiveRouteTable(view.subnet(subnet.value)) : undefined;
  const space = spaceOf(to, view);
  if (table?.known !== true || !space.known) return false;
  const { likely, further, incomplete } = leadsOf(view, table.value, { ranges: space.value });
  if (likely.route === undefined && incomplete !== undefined) return false;
  return [likely, ...further].every(({ route }) => {
    return route === undefined || (route.target.known && route.target.value.kind === "internet-gateway");
  });
}

function missing({ view, from, to, what, isFromInternet }: Crossing, table: Identity, route?: Route): Finding {
  const name = tableName(view, table);
  const block = `${blockOf(to)} of ${vpcNameOf(view, to)}`;
  return breaks("vpc-route-missing", {
    problem:
      route === undefined
        ? `no route of ${name} leads from ${from.address} to ${block}, which ${what} needs`
        : `${route.address} leads from ${from.address} to the internet, and no other route of ${name} to ${block}, which ${what} needs`,
    fix: `add a route to ${blockOf(to)} to ${name}, over ${isFromInternet === true ? "" : "a peering connection or "}a transit gateway of both VPCs`,
    path: name,
  });
}
