import type { Identity } from "../model/identity";
import { sameIdentity } from "../model/identity";
import type { Route } from "../model/route";
import { allOf, anyOf, type Truth } from "../model/truth";
import type { PeeringConnection } from "../model/vpc-connections";
import { breaks, type Finding, holds } from "./finding";
import { type Crossing, crossingUnknown, vpcNameOf } from "./vpc-crossing";

/**
 * A peering connection connects its two VPCs, once it is accepted, and leads to none behind them.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
export function checkPeering(crossing: Crossing, id: Identity, route: Route): Finding {
  const { view, from, to } = crossing;
  const peering = view.connections.peering(id);
  if (peering === undefined) {
    return crossingUnknown(crossing, `${route.address} leads over ${id.text}, which is elsewhere`, route.address);
  }
  const { address, requester, accepter, isAccepted } = peering;
  switch (connects(peering, crossing)) {
    case "unknown":
      return crossingUnknown(crossing, `which VPCs ${address} connects is not known`, address);
    case "no": {
      const ends = [requester, accepter].map((end) => (end.known ? view.vpc(end.value).address : "another VPC"));
      return breaks("vpc-route-elsewhere", {
        problem: `${route.address} leads to ${address}, which connects ${ends.join(" and ")}, not ${vpcNameOf(view, from)} and ${vpcNameOf(view, to)}`,
        fix: `lead ${route.address} over a peering connection of ${vpcNameOf(view, from)} and ${vpcNameOf(view, to)}`,
        path: route.address,
      });
    }
    case "yes":
      if (!isAccepted.known) return crossingUnknown(crossing, isAccepted.because, address);
      if (isAccepted.value) return holds(`${address} leads to ${vpcNameOf(view, to)}`, [route.address, address]);
      return breaks("peering-not-accepted", {
        problem: `nobody accepts ${address}, over which ${crossing.what} goes`,
        fix: `set auto_accept = true on ${address}, or add an aws_vpc_peering_connection_accepter with auto_accept = true`,
        path: address,
      });
  }
}

/** Whether a peering connection is one of the VPCs of both subnets. */
function connects({ requester, accepter }: PeeringConnection, { from, to }: Crossing): Truth {
  const is = (end: typeof requester, { vpc }: Crossing["from"]): Truth =>
    end.known && vpc.known ? sameIdentity(end.value, vpc.value) : "unknown";
  return anyOf([allOf([is(requester, from), is(accepter, to)]), allOf([is(requester, to), is(accepter, from)])]);
}
