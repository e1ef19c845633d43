import { type Cidr, cidrsOverlap, formatCidr } from "../../addressing/cidr";
import { EVERY_IPV4_ADDRESS } from "../../aws/limits";
import type { AddressRange } from "../model/address-range";
import type { Identity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Route } from "../model/route";
import { type Finding, open, together } from "./finding";
import type { Leads } from "./route-leads";

/** Packets that leave the VPC of a subnet. */
export interface Departure {
  readonly view: NetworkView;
  readonly from: Subnet;
  /** Where they go, in another VPC. @default - to the internet */
  readonly to?: Subnet;
  /** What leaves, for example `"the call to aws_vpc_endpoint.logs"`. */
  readonly what: string;
}

/** Packets from one subnet to another one, which is in another VPC. */
export interface Crossing extends Departure {
  readonly to: Subnet;
  /** Whether they come from the internet, by a NAT gateway. @default false */
  readonly isFromInternet?: boolean;
}

/** Whether packets cross, is not known. */
export function crossingUnknown({ from, to, what }: Departure, because: string, path: string): Finding {
  const block = to === undefined ? EVERY_IPV4_ADDRESS : blockOf(to);
  return open({
    code: "vpc-route-unknown",
    what: `whether ${what} gets from ${from.address} to ${to?.address ?? "the internet"}`,
    because,
    assure: `the route table of ${from.address} leads to ${block}, and what stands on the way passes it on`,
    path,
  });
}

/** The address block of a subnet, for messages. */
export function blockOf({ cidrBlock, address }: Subnet): string {
  return cidrBlock.known ? formatCidr(cidrBlock.value) : `the addresses of ${address}`;
}

/** The name of the VPC of a subnet, for messages. */
export function vpcNameOf(view: NetworkView, { vpc, address }: Subnet): string {
  return vpc.known ? view.vpc(vpc.value).address : `the VPC of ${address}`;
}

/** What becomes of packets that a table leads, of which nobody knows to which address of the other subnet they go. */
export function overEachLead(
  crossing: Crossing,
  { likely, further, incomplete }: Leads,
  over: (route: Route | undefined) => Finding,
  path: string,
): Finding {
  if (likely.route === undefined && incomplete !== undefined) return crossingUnknown(crossing, incomplete, path);
  const usual = over(likely.route);
  const others = further.map((lead) => ({ lead, finding: over(lead.route) }));
  const differing = others.find(({ finding }) => finding.verdict !== usual.verdict);
  if (differing === undefined || usual.verdict === "unknown") {
    return together([usual, ...others.map(({ finding }) => finding)]) ?? usual;
  }
  const { address } = differing.lead.route;
  return crossingUnknown(crossing, `where a part of those addresses leads depends on ${address}`, address);
}

/** The first block that has some addresses in common with others. */
export function overlapping(blocks: readonly Cidr[], ranges: readonly AddressRange[]): Cidr | undefined {
  return blocks.find((block) => ranges.some((range) => cidrsOverlap(block, range)));
}

/** The name of a route table, for messages. */
export function tableName(view: NetworkView, id: Identity): string {
  return view.routeTable(id)?.address ?? id.text;
}
