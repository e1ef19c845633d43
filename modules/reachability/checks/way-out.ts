import { SERVICE_ADDRESSES } from "../model/address-range";
import { type Identity, sameIdentity } from "../model/identity";
import type { NatGateway, RunningTask, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Route } from "../model/route";
import { type Truth, truthOf } from "../model/truth";
import { type Addresses, type Lead, leadsOf } from "./route-leads";
import { wayOverTransitGateway } from "./transit-way-out";
import { type Leaving, type NoWayOut, type WayToInternet, wayOverEach, waysTogether } from "./way-to-internet";

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
      if (argument === "transit_gateway_id" && leaving.behind === undefined && leaving.arrivedBy === undefined)
        return wayOverTransitGateway(leaving, id, { route, ranges }, wayOutOf);
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
  return (
    ways.find(({ truth }) => truth === "no") ?? ways.find(({ truth }) => truth === "unknown") ?? waysTogether(ways)
  );
}

/** The way of most addresses. A route that takes a small part of them elsewhere is left out. */
export function usualWayOut(leaving: Leaving): WayToInternet {
  const { view, subnet } = leaving;
  const table = view.effectiveRouteTable(subnet);
  if (!table.known) return { truth: "unknown", because: table.because };
  const leads = leadsOf(view, table.value, { ranges: SERVICE_ADDRESSES });
  const over = (lead: Lead) => wayOver(leaving, lead);
  if (over(leads.likely).truth !== "yes") return wayOverEach(leads, over);
  return wayOverEach({ ...leads, further: leads.further.filter(({ isWide }) => isWide) }, over);
}

function overInternetGateway({ task, behind, arrivedBy }: Leaving, id: Identity, address: string): WayToInternet {
  const by = `the internet gateway ${id.text}`;
  if (arrivedBy !== undefined && behind === undefined) {
    const problem = `${address} leads what comes by ${arrivedBy} to ${by}, and nothing of that has a public address`;
    return {
      truth: "no",
      deadEnd: { path: address, problem, fix: `lead ${address} to a NAT gateway in a public subnet` },
    };
  }
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
    const beyond = beyondPrivate(leaving, gateway, addresses);
    if (beyond.truth === "yes") {
      const resources = [route.address, path, ...beyond.resources];
      return { ...beyond, by: `the private NAT gateway ${id.text} and ${beyond.by}`, resources };
    }
    if (beyond.truth === "unknown" || beyond.deadEnd !== undefined) return beyond;
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
      const problem = `${leads}, which is in ${subnet.address}${isOwn ? `, the ${leaving.arrivedBy === undefined ? "task's" : "attachment's"} own subnet` : ""}, and no route leads from there to an internet gateway`;
      const fix = `put ${path} into a subnet whose default route leads to an internet gateway`;
      return { truth: "no", deadEnd: { path, problem, fix } };
    }
  }
}

/**
 * The way from a private NAT gateway, which sends packets on with its own private address: a transit gateway may lead them.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html, "Enable communication between overlapping
 * networks"
 */
function beyondPrivate(leaving: Leaving, { subnet: place }: NatGateway, addresses: Addresses): WayToInternet {
  if (leaving.arrivedBy !== undefined) return NO;
  if (!place.known) return { truth: "unknown", because: place.because };
  const subnet = leaving.view.subnet(place.value);
  const table = leaving.view.effectiveRouteTable(subnet);
  if (!table.known) return { truth: "unknown", because: table.because };
  const way = wayOverEach(leadsOf(leaving.view, table.value, addresses), (lead) => {
    const target = lead.route?.target;
    const kind = target?.known === true ? target.value.kind : "other";
    return kind === "internet-gateway" || kind === "nat-gateway" ? NO : wayOver({ ...leaving, subnet }, lead);
  });
  return way.truth === "yes" ? { ...way, natSubnets: [subnet, ...way.natSubnets] } : way;
}

/** The way of addresses from a subnet, wherever its table leads them. */
function wayOutOf(leaving: Leaving, addresses: Addresses): WayToInternet {
  const table = leaving.view.effectiveRouteTable(leaving.subnet);
  if (!table.known) return { truth: "unknown", because: table.because };
  return wayOverEach(leadsOf(leaving.view, table.value, addresses), (lead) => wayOver(leaving, lead));
}
