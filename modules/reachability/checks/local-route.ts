import type { Cidr } from "../../addressing/cidr";
import { cidrsOverlap, containsCidr } from "../../addressing/cidr";
import type { InterfaceConnection } from "../calls/call";
import type { AddressRange } from "../model/address-range";
import { knownValue } from "../model/fact";
import type { Route, Subnet } from "../model/network-model";
import { allOf, type Truth, truthOf } from "../model/truth";
import { subnetsOfEndpoint } from "./endpoint-interfaces";
import { type Finding, holds, open } from "./finding";
import { rangesOfList } from "./peer-match";

/**
 * The way to an interface endpoint is the VPC's local route, which every route table has. A more specific route takes the
 * packets elsewhere, for example to a firewall.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
 */
export function checkLocalRoute(call: InterfaceConnection): Finding {
  const { view, subnets, endpoint } = call;
  for (const subnet of subnets) {
    const table = view.effectiveRouteTable(subnet);
    if (!table.known) continue;
    const { items, possible } = view.routesOf(table.value);
    for (const to of subnetsOfEndpoint(call)) {
      const detour =
        items.find((route) => takesAway(call, route, to) === "yes") ??
        [...items, ...possible].find((route) => takesAway(call, route, to) !== "no");
      if (detour === undefined) continue;
      const isCertain = items.includes(detour) && takesAway(call, detour, to) === "yes";
      return open({
        code: "route-detour-unknown",
        what: `whether packets from ${subnet.address} to ${endpoint.address} arrive`,
        because: isCertain
          ? `${detour.address} is more specific than the local route and leads elsewhere`
          : `${detour.address} may be more specific than the local route, and leads elsewhere`,
        assure: isCertain
          ? `what stands at the end of ${detour.address} passes TCP on to ${to.address}, and the answers back`
          : `${detour.address} is not about the addresses of ${to.address}`,
        path: detour.address,
      });
    }
  }
  return holds("the local route leads to it");
}

/** Targets that a route within the VPC may have, which AWS refuses with any other. Source: as above, "Route priority". */
const TARGETS_WITHIN: ReadonlySet<string> = new Set(["nat_gateway_id", "network_interface_id", "vpc_endpoint_id"]);

/** Whether a route takes packets to a subnet away from the local route: it is about its addresses, and more specific. */
function takesAway(call: InterfaceConnection, { destination, target }: Route, to: Subnet): Truth {
  const leadsTo = knownValue(target);
  if (leadsTo?.id.text === "local" || (destination.known && typeof destination.value === "string")) return "no";
  const mayBeWithin = truthOf(leadsTo === undefined || TARGETS_WITHIN.has(leadsTo.argument));
  if (!destination.known || typeof destination.value === "string") return mayBeWithin === "yes" ? "unknown" : "no";
  if ("cidr" in destination.value) {
    const { cidr } = destination.value;
    return allOf([isAbout(cidr, to), isMoreSpecific(call, cidr, to)]);
  }
  const ranges = rangesOfList(destination.value.prefixList, call.view);
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
function isMoreSpecific({ vpc }: InterfaceConnection, cidr: Cidr, { cidrBlock }: Subnet): Truth {
  if (cidr.prefixLength < SHORTEST_PREFIX) return "no";
  if (!vpc.cidrBlocks.known) return "unknown";
  const blocks = vpc.cidrBlocks.value.filter((block) => !cidrBlock.known || containsCidr(block, cidrBlock.value));
  const isSmaller = blocks.some((block) => cidrsOverlap(block, cidr) && cidr.prefixLength >= block.prefixLength);
  return truthOf(isSmaller);
}
