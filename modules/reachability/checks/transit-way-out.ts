import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { Identity } from "../model/identity";
import { sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Route } from "../model/route";
import type { TransitGatewayAttachment } from "../model/vpc-connections";
import type { Finding } from "./finding";
import { type Addresses, type Lead, leadsIn } from "./route-leads";
import { entriesOf, exitsOf, transitGates } from "./transit-gates";
import { attachmentFor, checkZone, tableFor } from "./transit-gateway";
import { tableName } from "./vpc-crossing";
import { checkCrossing } from "./vpc-route";
import {
  type Leaving,
  type NoWayOut,
  type PossibleWayOut,
  type TransitWay,
  type WayToInternet,
  wayOverEach,
  waysTogether,
} from "./way-to-internet";

/** Where packets get from a subnet, by its route table. */
type Onward = (leaving: Leaving, addresses: Addresses) => WayToInternet;

/** Packets that leave by a transit gateway, as far as it is known at the start. */
interface Transit {
  readonly leaving: Leaving;
  readonly gateway: Identity;
  /** The route by which they leave their VPC. */
  readonly route: Route;
  readonly own: TransitGatewayAttachment;
  /** The route table of the transit gateway that leads them. */
  readonly table: Identity;
  readonly onward: Onward;
}

/**
 * The way over a transit gateway to a NAT gateway in another VPC that is attached, from there to the internet, and back.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
 *
 * @param onward follows the route tables of the other VPC
 */
export function wayOverTransitGateway(
  leaving: Leaving,
  gateway: Identity,
  { route, ranges }: Required<Lead>,
  onward: Onward,
): WayToInternet {
  const { view, subnet } = leaving;
  const departure = { view, from: subnet, what: "the call" };
  const own = attachmentFor(departure, gateway, subnet, route);
  if ("verdict" in own) return asWay(own);
  const outOfZone = checkZone(departure, own);
  if (outOfZone !== undefined) return asWay(outOfZone);
  const table = tableFor(departure, own);
  if ("verdict" in table) return asWay(table);
  const routes = view.connections.routesOf(table);
  const leads = leadsIn(view, routes, tableName(view, table), addressesOf(leaving, ranges));
  const transit: Transit = { leaving, gateway, route, own, table, onward };
  return wayOverEach(leads, (lead) => overLead(transit, lead));
}

function addressesOf({ service }: Leaving, ranges: Addresses["ranges"]): Addresses {
  return { ranges, ...(service === undefined ? {} : { service }) };
}

/** What a check found as a way: it holds nothing that is found. */
function asWay({ issue, text }: Finding): NoWayOut | PossibleWayOut {
  if (issue === undefined || issue.severity === "note") return { truth: "unknown", because: issue?.why ?? text };
  return { truth: "no", deadEnd: { path: issue.path ?? "", problem: issue.problem, fix: issue.fix } };
}

/** The way of what a route of the transit gateway leads, or none does. */
function overLead(transit: Transit, { route, ranges }: Lead): WayToInternet {
  const { leaving, gateway, route: first, table, own } = transit;
  if (route === undefined) {
    const problem = `${first.address} leads public addresses to ${gateway.text}, of which the route table ${table.text} has no route for them`;
    const fix = `add an aws_ec2_transit_gateway_route with destination_cidr_block = "${EVERY_IPV4_ADDRESS}", the transit_gateway_route_table_id of ${table.text} and the transit_gateway_attachment_id of a VPC with a NAT gateway`;
    return { truth: "no", deadEnd: { path: table.text, problem, fix } };
  }
  const { target, address } = route;
  if (!target.known) return { truth: "unknown", because: target.because };
  if (target.value.argument === "blackhole") {
    const problem = `${address} drops what ${first.address} leads to ${gateway.text} for public addresses`;
    const fix = `give ${address} the transit_gateway_attachment_id of a VPC with a NAT gateway, without blackhole`;
    return { truth: "no", deadEnd: { path: address, problem, fix } };
  }
  const other = leaving.view.connections.attachment(target.value.id);
  if (other === undefined) {
    return { truth: "unknown", because: `${address} leads to ${target.value.id.text}, which attaches no VPC in sight` };
  }
  if (sameIdentity(other.id, own.id) !== "no") {
    return { truth: "unknown", because: `${address} leads back to ${other.address}` };
  }
  return overAttachment(transit, other, route, ranges);
}

/** The way from each subnet by which packets may come into the other VPC. */
function overAttachment(
  transit: Transit,
  other: TransitGatewayAttachment,
  { address }: Route,
  ranges: Addresses["ranges"],
): WayToInternet {
  const { leaving, gateway, own } = transit;
  const { view, subnet } = leaving;
  const isOfGateway = other.gateway.known ? sameIdentity(other.gateway.value, gateway) : "unknown";
  if (isOfGateway !== "yes") {
    return { truth: "unknown", because: `whether ${other.address} is one of ${gateway.text} is not known` };
  }
  if (!other.vpc.known) return { truth: "unknown", because: other.vpc.because };
  if (!other.subnets.known) return { truth: "unknown", because: other.subnets.because };
  const exits = exitsOf(view, other, [subnet]) ?? [];
  const ways = exits.map((gate) => fromGate(transit, other, gate, ranges));
  const [way] = ways;
  if (way === undefined || ways.some(({ truth }) => truth !== way.truth)) return oneOf(ways, other);
  if (way.truth !== "yes") return way;
  const all = waysTogether(ways);
  const there = { entries: entriesOf(view, own, subnet), exits };
  return {
    ...all,
    resources: [...new Set([transit.route.address, own.address, address, other.address, ...all.resources])],
    transits: (all.transits ?? []).map((each) => ({ ...each, there })),
  };
}

/** Of ways that differ, nobody knows which one packets take. */
function oneOf(ways: readonly WayToInternet[], { address }: TransitGatewayAttachment): PossibleWayOut {
  const open = ways.find((way) => way.truth === "unknown");
  if (open !== undefined) return open;
  const closed = ways.flatMap((way) => (way.truth === "no" ? (way.deadEnd ?? []) : []));
  const which = `by which subnet of ${address} packets come into its VPC is not known`;
  return { truth: "unknown", because: [which, ...closed.slice(0, 1).map(({ problem }) => problem)].join(", and ") };
}

/** The way of what comes into the other VPC in one of its subnets. */
function fromGate(
  transit: Transit,
  other: TransitGatewayAttachment,
  gate: Subnet,
  ranges: Addresses["ranges"],
): WayToInternet {
  const { leaving, gateway, own, onward } = transit;
  const arrived: Leaving = { ...leaving, subnet: gate, arrivedBy: other.address };
  const beyond = onward(arrived, addressesOf(leaving, ranges));
  if (beyond.truth === "unknown") return beyond;
  if (beyond.truth === "no") return beyond.deadEnd === undefined ? noRouteOn(arrived, other) : beyond;
  if (beyond.natSubnets.length === 0) {
    return { truth: "unknown", because: `how answers over ${beyond.by} come back to ${gateway.text} is not known` };
  }
  const backs = beyond.natSubnets.map((nat) => backFrom(leaving, nat, beyond.by));
  const failed = backs.find(({ truth }) => truth === "no") ?? backs.find(({ truth }) => truth === "unknown");
  if (failed !== undefined) return failed;
  const all = waysTogether(backs);
  return {
    ...all,
    by: `${beyond.by} behind ${gateway.text}`,
    resources: [...beyond.resources, ...all.resources, own.address],
  };
}

function noRouteOn({ view, subnet }: Leaving, { address }: TransitGatewayAttachment): NoWayOut {
  const table = view.effectiveRouteTable(subnet);
  const name = table.known ? tableName(view, table.value) : `the route table of ${subnet.address}`;
  const problem = `what comes by ${address} into ${subnet.address} for public addresses ends there: ${name} has no route to a NAT gateway`;
  const fix = `add a route to ${name} with ${EVERY_IPV4_ADDRESS} as its destination and the nat_gateway_id of a public NAT gateway`;
  return { truth: "no", deadEnd: { path: name, problem, fix } };
}

/** The way of the answers, from the subnet of the NAT gateway to that of the task. */
function backFrom({ view, subnet }: Leaving, nat: Subnet, by: string): WayToInternet {
  const crossing = { view, from: nat, to: subnet, what: `the answer over ${by}`, isFromInternet: true };
  const found = checkCrossing(crossing);
  if (found.verdict !== "proved") return asWay(found);
  const back = transitGates(view, nat, subnet, [nat]);
  if (back === undefined)
    return { truth: "unknown", because: `how answers come back from ${nat.address} is not known` };
  const transit: TransitWay = { source: subnet, nat, there: { entries: [] }, back };
  return { truth: "yes", by, resources: found.resources, natSubnets: [], transits: [transit] };
}
