import { type Cidr, cidrsOverlap, formatCidr } from "../../addressing/cidr";
import type { AddressRange } from "../model/address-range";
import type { Identity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Route } from "../model/route";
import { type Finding, open, together } from "./finding";
import type { Leads } from "./route-leads";

/** Packets from one subnet to another one, which is in another VPC. */
export interface Crossing {
  readonly view: NetworkView;
  readonly from: Subnet;
  readonly to: Subnet;
  /** What crosses, for example `"the call to aws_vpc_endpoint.logs"`. */
  readonly what: string;
}

/** Whether packets cross, is not known. */
export function crossingUnknown({ from, to, what }: Crossing, because: string, path: string): Finding {
  return open({
    code: "vpc-route-unknown",
    what: `whether ${what} gets from ${from.address} to ${to.address}`,
    because,
    assure: `the route table of ${from.address} leads to ${blockOf(to)}, and what stands on the way passes it on`,
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
