import { SERVICE_ADDRESSES } from "../model/address-range";
import { type Identity, sameIdentity } from "../model/identity";
import type { RunningTask, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Route } from "../model/route";
import { type Truth, truthOf } from "../model/truth";
import { type Addresses, type Lead, type Leads, leadsOf } from "./route-leads";

/** Whether packets get to the internet. */
export type WayToInternet = FoundWayOut | NoWayOut | PossibleWayOut;

/** Packets get there. */
export interface FoundWayOut {
  readonly truth: "yes";
  /** Over what, for example `"the NAT gateway aws_nat_gateway.a"`. */
  readonly by: string;
  readonly resources: readonly string[];
  /** Subnets of the NAT gateways on the way. */
  readonly natSubnets: readonly Subnet[];
}

/** Packets do not get there. */
export interface NoWayOut {
  readonly truth: "no";
  /** What leads nowhere, though it looks like a way out. @default - nothing does */
  readonly deadEnd?: DeadEnd;
}

export interface PossibleWayOut {
  readonly truth: "unknown";
  readonly because: string;
}

/** What leads nowhere. */
export interface DeadEnd {
  /** Address of the resource at fault. */
  readonly path: string;
  /** What is wrong with it, as a sentence. */
  readonly problem: string;
  readonly fix: string;
}

/** Who leaves, and from where. */
export interface Leaving {
  readonly view: NetworkView;
  readonly subnet: Subnet;
  readonly task: Pick<RunningTask, "address" | "publicIp">;
  /** Whose prefix list has the addresses. @default - they are on no list */
  readonly service?: Addresses["service"];
  /** The NAT gateway that sends the packets on. One behind another leads nowhere. @default - the task sends them */
  readonly behind?: Identity;
}

const NO: NoWayOut = { truth: "no" };

/** The way of addresses that a route leads, or none does. */
export function wayOver(leaving: Leaving, { route, ranges }: Lead): WayToInternet {
  if (route === undefined) return NO;
  const { target, address } = route;
  if (!target.known) return { truth: "unknown", because: target.because };
  const { kind, id, argument } = target.value;
  switch (kind) {
    case "internet-gateway":
      return overInternetGateway(leaving, id, address);
    case "nat-gateway":
      return overNatGateway(leaving, id, route, {
        ranges,
        ...(leaving.service === undefined ? {} : { service: leaving.service }),
      });
    case "way-out":
      return { truth: "yes", by: id.text, resources: [address], natSubnets: [] };
    case "other":
      // Nobody uses the internet or NAT gateway of a peer. Source: Amazon VPC Peering Guide, "VPC peering limitations".
      if (argument === "vpc_peering_connection_id") return NO;
      return { truth: "unknown", because: `where ${address} leads (${argument}) is not known` };
  }
}

/** The way of all subnets of a task together: none counts where one of them has none. */
export function wayOutOfAll(
  view: NetworkView,
  subnets: readonly Subnet[],
  task: Pick<RunningTask, "address" | "publicIp">,
): WayToInternet {
  const ways = subnets.map((subnet) => usualWayOut({ view, subnet, task }));
  return ways.find(({ truth }) => truth === "no") ?? ways.find(({ truth }) => truth === "unknown") ?? together(ways);
}

/** The way of most addresses. A route that takes a small part of them elsewhere is left out. */
export function usualWayOut(leaving: Leaving): WayToInternet {
  const { view, subnet } = leaving;
  const table = view.effectiveRouteTable(subnet);
  if (!table.known) return { truth: "unknown", because: table.because };
  const leads = leadsOf(view, table.value, { ranges: SERVICE_ADDRESSES });
  if (wayOver(leaving, leads.likely).truth !== "yes") return wayOverAll(leaving, leads);
  return wayOverAll(leaving, { ...leads, further: leads.further.filter(({ isWide }) => isWide) });
}

/** The way of addresses that several routes lead. */
function wayOverAll(leaving: Leaving, { likely, further, incomplete }: Leads): WayToInternet {
  const way = wayOver(leaving, likely);
  if (likely.route === undefined && incomplete !== undefined) return { truth: "unknown", because: incomplete };
  const others = further.map((lead) => ({ lead, way: wayOver(leaving, lead) }));
  const differing = others.find((other) => other.way.truth !== way.truth);
  if (way.truth === "unknown") return way;
  if (differing === undefined) return way.truth === "yes" ? together([way, ...others.map((other) => other.way)]) : way;
  const where = way.truth === "yes" ? "elsewhere" : "there";
  return { truth: "unknown", because: `${differing.lead.route.address} may lead ${where}` };
}

function overInternetGateway({ task, behind }: Leaving, id: Identity, address: string): WayToInternet {
  const by = `the internet gateway ${id.text}`;
  const hasPublicIp: Truth =
    behind !== undefined ? "yes" : task.publicIp.known ? truthOf(task.publicIp.value) : "unknown";
  switch (hasPublicIp) {
    case "yes":
      return { truth: "yes", by: `${by} with a public address`, resources: [address], natSubnets: [] };
    case "unknown":
      return { truth: "unknown", because: `whether ${task.address} gets a public address is not known` };
    case "no":
      return {
        truth: "no",
        deadEnd: {
          path: address,
          problem: `${address} leads to ${by}, and ${task.address} has no public address`,
          fix: `set assign_public_ip = true on ${task.address}, or lead ${address} to a NAT gateway in a public subnet`,
        },
      };
  }
}

function overNatGateway(leaving: Leaving, id: Identity, route: Route, addresses: Addresses): WayToInternet {
  const { view, task, behind } = leaving;
  if (behind !== undefined) return NO;
  const by = `the NAT gateway ${id.text}`;
  const gateway = view.natGateway(id);
  if (gateway === undefined) return { truth: "unknown", because: `${by} is elsewhere` };
  const { isPublic, address: path } = gateway;
  const leads = `${route.address} leads to ${by}`;
  if (isPublic.known && !isPublic.value) {
    const problem = `${leads}, which is private and has no public address`;
    return { truth: "no", deadEnd: { path, problem, fix: `set connectivity_type = "public" on ${path}` } };
  }
  if (!gateway.subnet.known) return { truth: "unknown", because: gateway.subnet.because };
  const subnet = view.subnet(gateway.subnet.value);
  const beyond = wayOutOf({ view, subnet, task, behind: id }, addresses);
  switch (beyond.truth) {
    case "unknown":
      return beyond;
    case "yes":
      if (!isPublic.known) return { truth: "unknown", because: isPublic.because };
      return { truth: "yes", by, resources: [route.address, path], natSubnets: [subnet] };
    case "no": {
      const isOwn = sameIdentity(subnet.id, leaving.subnet.id) === "yes";
      const problem = `${leads}, which is in ${subnet.address}${isOwn ? ", the task's own subnet" : ""}, and no route leads from there to an internet gateway`;
      const fix = `put ${path} into a subnet whose default route leads to an internet gateway`;
      return { truth: "no", deadEnd: { path, problem, fix } };
    }
  }
}

/** The way of addresses from a subnet, wherever its table leads them. */
function wayOutOf(leaving: Leaving, addresses: Addresses): WayToInternet {
  const table = leaving.view.effectiveRouteTable(leaving.subnet);
  if (!table.known) return { truth: "unknown", because: table.because };
  return wayOverAll(leaving, leadsOf(leaving.view, table.value, addresses));
}

/** Several ways out as one. */
function together(ways: readonly WayToInternet[]): WayToInternet {
  const out = ways.filter((way) => way.truth === "yes");
  return {
    truth: "yes",
    by: [...new Set(out.map(({ by }) => by))].join(", "),
    resources: [...new Set(out.flatMap(({ resources }) => resources))],
    natSubnets: [...new Set(out.flatMap(({ natSubnets }) => natSubnets))],
  };
}
