import { knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { TransitGatewayAttachment } from "../model/vpc-connections";
import { sameZone } from "./one-subnet-per-zone";
import { spaceOf } from "./peer-match";
import { leadsOf } from "./route-leads";

/** The subnets by which packets get from one VPC to a transit gateway, and from there into another one. */
export interface TransitGates {
  /** Those of the zone in which the packets start, as far as zones are known. */
  readonly entries: readonly Subnet[];
  /** Those by which the packets may arrive. @default - they are not known */
  readonly exits?: readonly Subnet[];
}

/**
 * The gates between two subnets.
 *
 * @param sources - all subnets in which such packets start
 * @returns `undefined` where no route to a transit gateway leads from one to the other
 */
export function transitGates(
  view: NetworkView,
  from: Subnet,
  to: Subnet,
  sources: readonly Subnet[],
): TransitGates | undefined {
  const gateway = gatewayBetween(view, from, to);
  if (gateway === undefined) return undefined;
  const attachmentsOf = ({ vpc }: Subnet) =>
    vpc.known ? view.connections.attachmentsOf(gateway, vpc.value).items : [];
  const entries = attachmentsOf(from).flatMap((each) => entriesOf(view, each, from));
  const exits = attachmentsOf(to).map((each) => exitsOf(view, each, sources) ?? []);
  const isKnown = exits.length > 0 && exits.every((gates) => gates.length > 0);
  return { entries, ...(isKnown ? { exits: exits.flat() } : {}) };
}

/** The subnets by which packets from a subnet get to the transit gateway. */
export function entriesOf(view: NetworkView, attachment: TransitGatewayAttachment, from: Subnet): readonly Subnet[] {
  return (subnetsOf(view, attachment) ?? []).filter((gate) => sameZone(gate, from) !== "no");
}

function gatewayBetween(view: NetworkView, from: Subnet, to: Subnet): Identity | undefined {
  const table = view.effectiveRouteTable(from);
  const space = spaceOf(to, view);
  if (!table.known || !space.known) return undefined;
  const target = leadsOf(view, table.value, { ranges: space.value }).likely.route?.target;
  return target?.known === true && target.value.argument === "transit_gateway_id" ? target.value.id : undefined;
}

function subnetsOf(view: NetworkView, { subnets }: TransitGatewayAttachment): readonly Subnet[] | undefined {
  return knownValue(subnets)?.map((id) => view.subnet(id));
}

/**
 * The subnets by which packets may come out of a transit gateway.
 *
 * Packets stay in the zone in which they start where the attachment has a subnet there, unless it is in appliance mode.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
 */
export function exitsOf(
  view: NetworkView,
  attachment: TransitGatewayAttachment,
  sources: readonly Subnet[],
): readonly Subnet[] | undefined {
  const gates = subnetsOf(view, attachment);
  if (knownValue(attachment.applianceMode) !== false) return gates;
  const hasGate = (source: Subnet) => gates?.some((gate) => isInZone(gate, source));
  if (!sources.every(hasGate)) return gates;
  return gates?.filter((gate) => sources.some((source) => isInZone(gate, source)));
}

/**
 * Whether two subnets are surely in one zone. In another account the same name may be that of another one.
 *
 * Source: https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
 */
function isInZone(gate: Subnet, source: Subnet): boolean {
  return gate.account === source.account && sameZone(gate, source) === "yes";
}
