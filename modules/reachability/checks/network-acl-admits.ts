import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { type AddressRange, EVERY_ADDRESS, publicPart, uncovered } from "../model/address-range";
import { type Fact, knownValue } from "../model/fact";
import type { NetworkAclPeer, NetworkAclRule, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { type Box, cutOut, overlap } from "./address-port-box";

/** Packets of TCP to or from addresses on ports, all of which have to pass. */
export interface PacketRange {
  readonly direction: NetworkAclRule["direction"];
  readonly fromPort: number;
  readonly toPort: number;
  readonly addresses: readonly AddressRange[];
  /** The service of which these are the addresses. @default - they are those of subnets, of a host, or not known */
  readonly service?: EndpointServiceName;
}

/** Whether the network ACL of a subnet lets packets pass: all of them, those of some addresses only, or none. */
export interface AclVerdict {
  readonly truth: "yes" | "partly" | "no" | "unknown";
  /** The ACL, or the rule of its own that decides. */
  readonly address: string;
  /** Why it is not known. @default - it is known */
  readonly because?: string;
}

/** A rule, and the addresses and ports of TCP that it may be about. */
interface PlacedRule {
  readonly rule: NetworkAclRule;
  readonly box: Box;
  /** Whether that is exactly what it is about, and what it does is known. */
  readonly isSure: boolean;
}

/** Whether the packets of a range pass the network ACL of a subnet: rules by number, the first match counts, then deny. */
export function networkAclAdmits(view: NetworkView, subnet: Subnet, range: PacketRange): AclVerdict {
  const acl = view.networkAclOf(subnet);
  if (!acl.known) return { truth: "unknown", address: subnet.address, because: acl.because };
  const { address, items, possible, others } = view.aclRulesOf(acl.value);
  if (others !== undefined) return { truth: "unknown", address, because: others };
  const { fromPort, toPort } = range;
  const all = range.addresses.map(({ first, last }): Box => ({ first, last, fromPort, toPort }));
  const placed = (rules: readonly NetworkAclRule[]) =>
    rules
      .filter(({ direction }) => direction === range.direction)
      .flatMap((rule) => placedRule(rule, range) ?? [])
      .filter(({ box }) => touches(box, all));
  const rules = placed(items);
  const unplaced = placed(possible)[0] ?? rules.find(({ rule }) => !rule.number.known);
  if (unplaced !== undefined) return vague(unplaced.rule);
  const entangled = rules.find((each) => isEntangled(each, rules));
  if (entangled !== undefined) return { truth: "unknown", address: entangled.rule.address, because: ENTANGLED };
  return decide(all, inOrder(rules), address);
}

const ENTANGLED = "how many rules it stands for, and which come before another rule, is known only when Terraform runs";

/** Whether another rule, which does something else, comes before some of those that a rule stands for and behind others. */
function isEntangled({ rule, isSure }: PlacedRule, rules: readonly PlacedRule[]): boolean {
  const { number, lastNumber } = rule;
  if (lastNumber === undefined) return false;
  const [first, allows] = [knownValue(number) ?? 0, knownValue(rule.allows)];
  return rules.some(({ rule: other, isSure: isOtherSure }) => {
    const isAmong = other !== rule && firstOf(other) < lastNumber && (other.lastNumber ?? firstOf(other)) > first;
    return isAmong && (!isSure || !isOtherSure || knownValue(other.allows) !== allows);
  });
}

function firstOf({ number }: NetworkAclRule): number {
  return knownValue(number) ?? 0;
}

function decide(all: readonly Box[], rules: readonly PlacedRule[], address: string): AclVerdict {
  let undecided = all;
  let doubtfulAllow: PlacedRule | undefined;
  let doubtfulDeny: PlacedRule | undefined;
  const refused: Box[] = [];
  let decisive: string | undefined;
  for (const each of rules) {
    const { rule, box, isSure } = each;
    if (!touches(box, undecided)) continue;
    const allows = knownValue(rule.allows);
    if (!isSure) {
      if (allows !== false) doubtfulAllow ??= each;
      if (allows !== true) doubtfulDeny ??= each;
      continue;
    }
    if (allows === false) {
      refused.push(...undecided.flatMap((part) => overlap(part, box) ?? []));
      decisive ??= rule.address;
    }
    undecided = undecided.flatMap((part) => cutOut(part, box));
  }
  const stopped = [...refused, ...undecided];
  if (stopped.length === 0) return doubtfulDeny === undefined ? { truth: "yes", address } : vague(doubtfulDeny.rule);
  if (doubtfulAllow !== undefined && touches(doubtfulAllow.box, stopped)) return vague(doubtfulAllow.rule);
  const isPartly = all.some((each) => uncovered(each, stopped).length > 0);
  return { truth: isPartly ? "partly" : "no", address: decisive ?? address };
}

function vague({ address }: NetworkAclRule): AclVerdict {
  return { truth: "unknown", address, because: `${address} is known only when Terraform runs` };
}

function inOrder(rules: readonly PlacedRule[]): PlacedRule[] {
  return [...rules].sort((a, b) => firstOf(a.rule) - firstOf(b.rule));
}

function touches(box: Box, boxes: readonly Box[]): boolean {
  return boxes.some((each) => overlap(each, box) !== undefined);
}

/** A rule as far as it is about TCP; `undefined` where it is about nothing of it. */
function placedRule(rule: NetworkAclRule, range: PacketRange): PlacedRule | undefined {
  const { allows, protocol, fromPort, toPort, peer } = rule;
  const addresses = addressesOf(peer, range);
  if (addresses === undefined) return undefined;
  const { first, last, isExact } = addresses;
  const isSure = isExact && [allows, protocol, fromPort, toPort].every((fact) => fact.known);
  const name = knownValue(protocol)?.toLowerCase();
  if (name === "-1" || name === "all") return { rule, box: { first, last, fromPort: 0, toPort: 65535 }, isSure };
  if (name !== undefined && name !== "tcp" && name !== "6") return undefined;
  const port = (fact: Fact<number>, otherwise: number) => (protocol.known ? knownValue(fact) : undefined) ?? otherwise;
  return { rule, box: { first, last, fromPort: port(fromPort, 0), toPort: port(toPort, 65535) }, isSure };
}

/** The IPv4 addresses that a rule may be about, and whether it is about all of them; `undefined` where it is about none of the range. */
function addressesOf(
  peer: Fact<NetworkAclPeer>,
  { addresses, service }: PacketRange,
): (AddressRange & { readonly isExact: boolean }) | undefined {
  if (!peer.known) return { ...EVERY_ADDRESS, isExact: false };
  switch (peer.value.kind) {
    case "ipv6":
      return undefined;
    case "cidr":
      return { ...peer.value.cidr, isExact: true };
    case "prefix-list": {
      const { list } = peer.value;
      if (list.kind === "list") return { ...EVERY_ADDRESS, isExact: false };
      // All addresses of a service are in its list, and none of those of another one.
      if (service !== undefined) return list.service === service ? { ...EVERY_ADDRESS, isExact: true } : undefined;
      const isPublic = addresses.some((range) => publicPart(range).length > 0);
      return isPublic ? { ...EVERY_ADDRESS, isExact: false } : undefined;
    }
  }
}
