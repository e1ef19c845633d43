import type { Cidr } from "../../addressing/cidr";
import { cidrsOverlap, containsCidr } from "../../addressing/cidr";
import type { InterfaceConnection, TaskSite } from "../calls/call";
import type { AddressRange } from "../model/address-range";
import { knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { Route } from "../model/route";
import { allOf, type Truth, truthOf } from "../model/truth";
import { subnetsInQuestion, subnetsOfEndpoint } from "./endpoint-interfaces";
import { type Finding, holds, open, together } from "./finding";
import { rangesOfList } from "./peer-match";

/**
 * The way to an interface endpoint and back is the VPC's local route, which every route table has. A more specific route in
 * the table of either side takes the packets elsewhere, for example to a firewall.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function checkLocalRoute(call: InterfaceConnection): Finding {
  const { subnets, endpoint } = call;
  const sides = subnetsInQuestion(call) ?? subnetsOfEndpoint(call);
  const there = checkDetours(call, subnets, sides, `packets from the task to ${endpoint.address} arrive`);
  const back = checkDetours(call, sides, subnets, `the answers of ${endpoint.address} come back`);
  return together([there, back]) ?? holds("the local route leads to it");
}

/** The VPC within which packets stay. */
type InVpc = Pick<TaskSite, "view" | "vpc">;

/**
 * No route takes packets within the VPC away from the local route.
 *
 * @param what what is in question, as a clause that follows "whether"
 */
export function checkDetours(
  site: InVpc,
  from: readonly Subnet[],
  to: readonly Subnet[],
  what: string,
): Finding | undefined {
  for (const source of from) {
    const table = site.view.effectiveRouteTable(source);
    if (!table.known) continue;
    const { items, possible } = site.view.routesOf(table.value);
    for (const target of to) {
      // What stays in a subnet meets no route table. Source: as above, "Gateway route tables", "Rules and considerations".
      if (sameIdentity(source.id, target.id) === "yes") continue;
      const certain = items.find((route) => takesAway(site, route, target) === "yes");
      const detour = certain ?? [...items, ...possible].find((route) => takesAway(site, route, target) !== "no");
      if (detour !== undefined) return detoured(detour.address, certain !== undefined, source, target, what);
    }
  }
  return undefined;
}

function detoured(path: string, isCertain: boolean, from: Subnet, to: Subnet, what: string): Finding {
  return open({
    code: "route-detour-unknown",
    what: `whether ${what}`,
    because: `in ${from.address}, ${path} ${isCertain ? "is" : "may be"} more specific than the local route, and leads elsewhere`,
    assure: isCertain
      ? `what stands at the end of ${path} passes TCP on to ${to.address}, and what comes back`
      : `${path} is not about the addresses of ${to.address}`,
    path,
  });
}

/** Targets that a route within the VPC may have, which AWS refuses with any other. Source: as above, "Route priority". */
const TARGETS_WITHIN: ReadonlySet<string> = new Set(["nat_gateway_id", "network_interface_id", "vpc_endpoint_id"]);

/** Whether a route takes packets to a subnet away from the local route: it is about its addresses, and more specific. */
function takesAway(site: InVpc, { destination, target }: Route, to: Subnet): Truth {
  const leadsTo = knownValue(target);
  if (leadsTo?.id.text === "local" || (destination.known && typeof destination.value === "string")) return "no";
  const mayBeWithin = truthOf(leadsTo === undefined || TARGETS_WITHIN.has(leadsTo.argument));
  if (!destination.known || typeof destination.value === "string") return mayBeWithin === "yes" ? "unknown" : "no";
  if ("cidr" in destination.value) {
    const { cidr } = destination.value;
    return allOf([isAbout(cidr, to), isMoreSpecific(site, cidr, to)]);
  }
  const ranges = rangesOfList(destination.value.prefixList, site.view);
  if (destination.value.prefixList.kind === "service") return "no";
  if (!ranges.known) return mayBeWithin === "yes" ? "unknown" : "no";
  return ranges.value.some((range) => isAbout(range, to) !== "no") && mayBeWithin === "yes" ? "unknown" : "no";
}

function isAbout(range: AddressRange, { cidrBlock }: Subnet): Truth {
  return cidrBlock.known ? truthOf(cidrsOverlap(range, cidrBlock.value)) : "unknown";
}

/** The blocks of a VPC have a prefix of 16 bits or more. Source: Amazon VPC User Guide, "VPC CIDR blocks". */
const SHORTEST_PREFIX = 16;

/** Whether a block is as small as the block of the VPC around a subnet, or smaller. */
function isMoreSpecific({ vpc }: InVpc, cidr: Cidr, { cidrBlock }: Subnet): Truth {
  if (cidr.prefixLength < SHORTEST_PREFIX) return "no";
  if (!vpc.cidrBlocks.known) return "unknown";
  const blocks = vpc.cidrBlocks.value.filter((block) => !cidrBlock.known || containsCidr(block, cidrBlock.value));
  const isSmaller = blocks.some((block) => cidrsOverlap(block, cidr) && cidr.prefixLength >= block.prefixLength);
  return truthOf(isSmaller);
}
