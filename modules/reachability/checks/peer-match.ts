import { cidrsOverlap } from "../../addressing/cidr";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { type AddressRange, EVERY_ADDRESS, publicPart, uncovered } from "../model/address-range";
import { type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { PrefixListReference } from "../model/prefix-list-reference";
import type { RulePeer } from "../model/security-group";
import { anyOf, type Truth } from "../model/truth";

/** The other side of a connection, as a rule of a security group sees it. */
export type OtherSide =
  /** Network interfaces in a subnet, with security groups. */
  | { readonly kind: "interfaces"; readonly subnet: Subnet; readonly groups: readonly Identity[] }
  /** The public addresses of a service, to which a gateway endpoint or a way out leads. */
  | { readonly kind: "service" | "internet"; readonly service: EndpointServiceName }
  /** Public addresses of somebody else, to which a way out leads. */
  | { readonly kind: "elsewhere" };

/** Whether a peer of a rule names the other side, as its security group or as the list of its service. */
export function namesOtherSide(peer: RulePeer, other: OtherSide): Truth {
  if (peer.kind === "security-group") {
    return other.kind === "interfaces" ? anyOf(other.groups.map((group) => sameIdentity(group, peer.id))) : "no";
  }
  if (peer.kind !== "prefix-list" || peer.list.kind === "list") return "no";
  const service = other.kind === "service" || other.kind === "internet" ? other.service : undefined;
  return service === peer.list.service ? "yes" : "no";
}

/** The IPv4 addresses that a peer of a rule names: none for a security group and for IPv6. */
export function rangesOfPeer(peer: RulePeer, view: NetworkView): Fact<readonly AddressRange[]> {
  if (peer.kind === "cidr") return known([peer.cidr]);
  return peer.kind === "prefix-list" ? rangesOfList(peer.list, view) : known([]);
}

/** The addresses of a prefix list. Which those of a service are AWS alone knows; they count by the service's name. */
export function rangesOfList(list: PrefixListReference, view: NetworkView): Fact<readonly AddressRange[]> {
  if (list.kind === "service") return known([]);
  return view.prefixList(list.id)?.cidrs ?? unknown(`the entries of the prefix list ${list.id.text} are not known`);
}

/** Whether ranges have all addresses that the other side may have. */
export function coverOtherSide(ranges: readonly AddressRange[], other: OtherSide, view: NetworkView): Truth {
  // The addresses of a service are public, and nobody but AWS knows which.
  const space = other.kind === "interfaces" ? spaceOf(other.subnet, view) : known(publicPart(EVERY_ADDRESS));
  const parts = space.known ? space.value : [EVERY_ADDRESS];
  const left = parts.flatMap((part) => uncovered(part, ranges));
  if (left.length === 0) return "yes";
  const isTouched = ranges.some((range) => parts.some((part) => cidrsOverlap(range, part)));
  return isTouched ? "unknown" : "no";
}

/** The addresses of a subnet; those of its VPC where they are not known. */
export function spaceOf({ cidrBlock, vpc }: Subnet, view: NetworkView): Fact<readonly AddressRange[]> {
  if (cidrBlock.known) return mapFact(cidrBlock, (block) => [block]);
  const id = knownValue(vpc);
  return id === undefined ? cidrBlock : view.vpc(id).cidrBlocks;
}
