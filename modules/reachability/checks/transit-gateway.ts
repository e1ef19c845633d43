import { type Identity, sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Route } from "../model/route";
import { anyOf } from "../model/truth";
import type { TransitGatewayAttachment } from "../model/vpc-connections";
import { breaks, type Finding, holds, together } from "./finding";
import { checkDetours } from "./local-route";
import { sameZone } from "./one-subnet-per-zone";
import { spaceOf } from "./peer-match";
import { leadsIn } from "./route-leads";
import {
  blockOf,
  type Crossing,
  crossingUnknown,
  type Departure,
  overEachLead,
  tableName,
  vpcNameOf,
} from "./vpc-crossing";

/**
 * A transit gateway leads from one VPC that is attached to another one: by the route table with which the attachment of the
 * first is associated, from the zones in which that has a subnet.
 *
 * Sources: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html and
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function checkTransitGateway(crossing: Crossing, id: Identity, route: Route): Finding {
  const there = attachmentFor(crossing, id, crossing.from, route);
  if ("verdict" in there) return there;
  const back = attachmentFor(crossing, id, crossing.to, route);
  if ("verdict" in back) return back;
  return (
    together([checkZone(crossing, there), checkTables(crossing, there, back), checkArrival(crossing, back)]) ??
    holds(`${id.text} leads to ${vpcNameOf(crossing.view, crossing.to)}`, [route.address, there.address, back.address])
  );
}

/** The attachment of the VPC of a subnet. */
export function attachmentFor(
  departure: Departure,
  gateway: Identity,
  { vpc }: Subnet,
  route: Route,
): TransitGatewayAttachment | Finding {
  const { view } = departure;
  if (!vpc.known) return crossingUnknown(departure, vpc.because, route.address);
  const { items, possible, others } = view.connections.attachmentsOf(gateway, vpc.value);
  const [attachment] = items;
  if (attachment !== undefined) return attachment;
  const [vague] = possible;
  const inSight = view.connections.gateway(gateway);
  const name = inSight?.address ?? gateway.text;
  if (vague !== undefined && inSight !== undefined)
    return crossingUnknown(departure, `what ${vague.address} attaches is not known`, vague.address);
  if (others !== undefined) return crossingUnknown(departure, `${route.address} leads to ${name}, and ${others}`, name);
  const { address } = view.vpc(vpc.value);
  return breaks("transit-gateway-attachment-missing", {
    problem: `${address} is not attached to ${name}, to which ${route.address} leads`,
    fix: `add an aws_ec2_transit_gateway_vpc_attachment with the transit_gateway_id of ${name} and the vpc_id of ${address}`,
    path: name,
  });
}

/** An attachment has a subnet in the zone from which packets come. */
export function checkZone(departure: Departure, { address, subnets }: TransitGatewayAttachment): Finding | undefined {
  const { view, from } = departure;
  if (!subnets.known) return crossingUnknown(departure, subnets.because, address);
  const isInZone = anyOf(subnets.value.map((id) => sameZone(view.subnet(id), from)));
  if (isInZone === "yes") return undefined;
  const zone = from.zone.known ? from.zone.value.text : "the zone";
  if (isInZone === "unknown") {
    return crossingUnknown(
      departure,
      `whether ${address} has a subnet in the zone of ${from.address} is not known`,
      address,
    );
  }
  return breaks("transit-gateway-zone-missing", {
    problem: `${address} has no subnet in ${zone}, from where ${departure.what} comes (${from.address})`,
    fix: `add a subnet in ${zone} to subnet_ids of ${address}`,
    path: address,
  });
}

/** The route table of the transit gateway that leads what comes by an attachment. */
export function tableFor(departure: Departure, { address, table }: TransitGatewayAttachment): Identity | Finding {
  if (!table.known) return crossingUnknown(departure, table.because, address);
  if (table.value !== undefined) return table.value;
  return breaks("transit-gateway-association-missing", {
    problem: `${address} is associated with no route table of the transit gateway`,
    fix: `add an aws_ec2_transit_gateway_route_table_association with the transit_gateway_attachment_id of ${address}`,
    path: address,
  });
}

function checkTables(
  crossing: Crossing,
  there: TransitGatewayAttachment,
  back: TransitGatewayAttachment,
): Finding | undefined {
  const { view, to } = crossing;
  const id = tableFor(crossing, there);
  if ("verdict" in id) return id;
  const space = spaceOf(to, view);
  if (!space.known) return crossingUnknown(crossing, space.because, to.address);
  const leads = leadsIn(view, view.connections.routesOf(id), tableName(view, id), { ranges: space.value });
  const found = overEachLead(crossing, leads, (route) => overRoute(crossing, id, back, route), id.text);
  return found.verdict === "proved" ? undefined : found;
}

function overRoute(
  crossing: Crossing,
  table: Identity,
  back: TransitGatewayAttachment,
  route: Route | undefined,
): Finding {
  const { view, to } = crossing;
  const target = route?.target;
  if (route !== undefined && target?.known !== true) {
    return crossingUnknown(crossing, target?.because ?? "", route.address);
  }
  const isThere = target?.known === true ? sameIdentity(target.value.id, back.id) : "no";
  if (isThere === "yes") return holds(`${table.text} leads to ${back.address}`);
  if (route !== undefined && target?.known === true && target.value.argument !== "blackhole") {
    return crossingUnknown(
      crossing,
      `${route.address} leads to ${target.value.id.text}, and not to ${back.address}`,
      route.address,
    );
  }
  return breaks("transit-gateway-route-missing", {
    problem:
      route === undefined
        ? `the route table ${table.text} of the transit gateway has no route to ${blockOf(to)} of ${vpcNameOf(view, to)}`
        : `${route.address} drops what goes to ${blockOf(to)} of ${vpcNameOf(view, to)}`,
    fix:
      route === undefined
        ? `add an aws_ec2_transit_gateway_route_table_propagation with the transit_gateway_attachment_id of ${back.address} and the transit_gateway_route_table_id of ${table.text}`
        : `remove ${route.address}, or give it the transit_gateway_attachment_id of ${back.address}`,
    path: route?.address ?? table.text,
  });
}

/** From the subnets of the attachment on, the local route of the other VPC leads. */
function checkArrival({ view, to, what }: Crossing, { subnets, vpc }: TransitGatewayAttachment): Finding | undefined {
  if (!subnets.known || !vpc.known) return undefined;
  const from = subnets.value.map((id) => view.subnet(id));
  return checkDetours({ view, vpc: view.vpc(vpc.value) }, from, [to], `${what} arrives`);
}
