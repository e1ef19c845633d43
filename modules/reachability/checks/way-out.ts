import { isPrivate } from "../model/address-range";
import type { Identity } from "../model/identity";
import type { Route, RunningTask, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { type Truth, truthOf } from "../model/truth";
import { rangesOfList } from "./peer-match";

/** Whether packets from a subnet get to the internet. */
export interface WayToInternet {
  readonly truth: Truth;
  /** Over what, for example `"the NAT gateway aws_nat_gateway.a"`. @default - over nothing */
  readonly by?: string;
  /** Why it is not known. @default - it is known */
  readonly because?: string;
  readonly resources: readonly string[];
  /** Subnets of the NAT gateways on the way. @default - there are none */
  readonly natSubnets?: readonly Subnet[];
}

/** Whether a task gets a public address, without which an internet gateway is none of its ways. */
export function hasPublicIp({ publicIp }: RunningTask): Truth {
  return publicIp.known ? truthOf(publicIp.value) : "unknown";
}

const NO: WayToInternet = { truth: "no", resources: [] };

/**
 * The way of a subnet to the internet: its default route to a NAT gateway, or to an internet gateway for public addresses.
 *
 * @param viaNat whether a NAT gateway may be on the way; one behind another leads nowhere
 */
export function wayOutOf(view: NetworkView, subnet: Subnet, hasPublicIp: Truth, viaNat = true): WayToInternet {
  const table = view.effectiveRouteTable(subnet);
  if (!table.known) return { truth: "unknown", because: table.because, resources: [subnet.address] };
  const { items, possible, others } = view.routesOf(table.value);
  for (const route of items) {
    const way = isDefault(route) ? overTarget(view, route, hasPublicIp, viaNat) : NO;
    if (way.truth !== "no" || isDefault(route)) return way;
  }
  const vague =
    [...items, ...possible].find((route) => mayLeadOut(view, route) && !isDefault(route)) ?? possible.find(isDefault);
  if (vague !== undefined) {
    return { truth: "unknown", because: `${vague.address} may lead there`, resources: [vague.address] };
  }
  return others === undefined ? NO : { truth: "unknown", because: others, resources: [table.value.text] };
}

/** The way of all subnets together: none counts where one of them has none. */
export function wayOutOfAll(view: NetworkView, subnets: readonly Subnet[], hasPublicIp: Truth): WayToInternet {
  const ways = subnets.map((subnet) => wayOutOf(view, subnet, hasPublicIp));
  const worst = ways.find(({ truth }) => truth === "no") ?? ways.find(({ truth }) => truth === "unknown");
  if (worst !== undefined) return worst;
  const by = [...new Set(ways.flatMap((way) => way.by ?? []))].join(", ");
  const natSubnets = [...new Set(ways.flatMap((way) => way.natSubnets ?? []))];
  return { truth: "yes", by, resources: [...new Set(ways.flatMap(({ resources }) => resources))], natSubnets };
}

/** A route for every address that no other route is about. */
function isDefault({ destination }: Route): boolean {
  if (!destination.known || typeof destination.value === "string") return false;
  return "cidr" in destination.value && destination.value.cidr.prefixLength === 0;
}

/** A route of which a part may be on the internet. */
function mayLeadOut(view: NetworkView, { destination }: Route): boolean {
  if (!destination.known) return true;
  if (typeof destination.value === "string") return false;
  if ("cidr" in destination.value) return !isPrivate(destination.value.cidr);
  const { prefixList } = destination.value;
  const ranges = rangesOfList(prefixList, view);
  return prefixList.kind === "service" || !ranges.known || !ranges.value.every(isPrivate);
}

function overTarget(view: NetworkView, route: Route, hasPublicIp: Truth, viaNat: boolean): WayToInternet {
  const { target, address } = route;
  if (!target.known) return { truth: "unknown", because: target.because, resources: [address] };
  const { kind, id, argument } = target.value;
  if (kind === "internet-gateway") {
    const by = `the internet gateway ${id.text} with a public address`;
    return hasPublicIp === "no" ? NO : { truth: hasPublicIp, by, resources: [address] };
  }
  if (kind === "nat-gateway") return viaNat ? overNatGateway(view, id, address) : NO;
  // Nobody uses the internet or NAT gateway of a peer. Source: Amazon VPC Peering Guide, "VPC peering limitations".
  if (argument === "vpc_peering_connection_id") return NO;
  return { truth: "unknown", because: `where ${address} leads (${argument}) is not known`, resources: [address] };
}

function overNatGateway(view: NetworkView, id: Identity, address: string): WayToInternet {
  const by = `the NAT gateway ${id.text}`;
  const gateway = view.natGateway(id);
  if (gateway === undefined) return { truth: "unknown", because: `${by} is elsewhere`, resources: [address] };
  if (!gateway.isPublic.known) return { truth: "unknown", because: gateway.isPublic.because, resources: [address] };
  if (!gateway.isPublic.value) return NO;
  if (!gateway.subnet.known) return { truth: "unknown", because: gateway.subnet.because, resources: [address] };
  const subnet = view.subnet(gateway.subnet.value);
  const beyond = wayOutOf(view, subnet, "yes", false);
  if (beyond.truth !== "yes") return beyond;
  return { truth: "yes", by, resources: [address, gateway.address], natSubnets: [subnet] };
}
