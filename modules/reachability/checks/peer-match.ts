import { type Cidr, cidrsOverlap, containsCidr, parseCidr } from "../../planning/addressing/cidr";
import type { EndpointServiceName } from "../../planning/endpoint-services/catalog";
import { type Identity, sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { RulePeer } from "../model/security-group";
import { anyOf, type Truth } from "../model/truth";

/** The other side of a connection, as a rule of a security group sees it. */
export type OtherSide =
  /** Network interfaces in a subnet, with security groups. */
  | { readonly kind: "interfaces"; readonly subnet: Subnet; readonly groups: readonly Identity[] }
  /** The public addresses of a service that a gateway endpoint leads to. */
  | { readonly kind: "service"; readonly service: EndpointServiceName }
  /** Any address on the internet. */
  | { readonly kind: "internet" };

const EVERYWHERE = 0;

/** Whether a peer of a rule covers the other side completely. */
export function coversOtherSide(peer: RulePeer, other: OtherSide, view: NetworkView): Truth {
  switch (peer.kind) {
    case "ipv6":
      return "no";
    case "security-group":
      return other.kind === "interfaces" ? anyOf(other.groups.map((group) => sameIdentity(group, peer.id))) : "no";
    case "cidr":
      return coversByCidr(peer.cidr, other);
    case "prefix-list": {
      const { list } = peer;
      if (list.kind === "service") return other.kind === "service" && other.service === list.service ? "yes" : "no";
      const found = view.model.prefixLists.find(({ id }) => sameIdentity(id, list.id) === "yes");
      if (found === undefined || !found.cidrs.known) return "unknown";
      return anyOf(found.cidrs.value.map((cidr) => coversByCidr(cidr, other)));
    }
  }
}

function coversByCidr(cidr: Cidr, other: OtherSide): Truth {
  if (cidr.prefixLength === EVERYWHERE) return "yes";
  if (other.kind === "internet") return "no";
  // The addresses of a service are public, and nobody but AWS knows which.
  if (other.kind === "service") return isPrivate(cidr) ? "no" : "unknown";
  const { cidrBlock } = other.subnet;
  if (!cidrBlock.known) return "unknown";
  if (containsCidr(cidr, cidrBlock.value)) return "yes";
  return cidrsOverlap(cidr, cidrBlock.value) ? "unknown" : "no";
}

/** Blocks without public addresses. Sources: RFC 1918, RFC 6598, RFC 3927. */
const PRIVATE_BLOCKS: readonly Cidr[] = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
].flatMap((text) => {
  const parsed = parseCidr(text);
  return "cidr" in parsed ? [parsed.cidr] : [];
});

/** Whether a block has private addresses only. */
export function isPrivate(cidr: Cidr): boolean {
  return PRIVATE_BLOCKS.some((block) => containsCidr(block, cidr));
}
