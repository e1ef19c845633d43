import { type AddressRange, EVERY_ADDRESS, uncovered } from "../model/address-range";
import { type Fact, knownValue } from "../model/fact";
import type { NetworkAclRule, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { type Box, cutOut, overlap } from "./address-port-box";

/** Packets of TCP to or from addresses on ports, all of which have to pass. */
export interface PacketRange {
  readonly direction: NetworkAclRule["direction"];
  readonly fromPort: number;
  readonly toPort: number;
  readonly addresses: readonly AddressRange[];
}

/** Whether the network ACL of a subnet lets packets pass: all of them, those of some addresses only, or none. */
export interface AclVerdict {
  readonly truth: "yes" | "partly" | "no" | "unknown";
  /** The ACL, or the rule of its own that decides. */
  readonly address: string;
  /** Why it is not known. @default - it is known */
  readonly because?: string;
}

/** Whether the packets of a range pass the network ACL of a subnet: rules by number, the first match counts, then deny. */
export function networkAclAdmits(view: NetworkView, subnet: Subnet, range: PacketRange): AclVerdict {
  const acl = view.networkAclOf(subnet);
  if (!acl.known) return { truth: "unknown", address: subnet.address, because: acl.because };
  const { address, items, possible, others } = view.aclRulesOf(acl.value);
  if (others !== undefined) return { truth: "unknown", address, because: others };
  const { fromPort, toPort } = range;
  const all = range.addresses.map(({ first, last }): Box => ({ first, last, fromPort, toPort }));
  const ofDirection = (rule: NetworkAclRule) => rule.direction === range.direction && touches(rule, all);
  const unplaced = possible.find(ofDirection) ?? items.filter(ofDirection).find(({ number }) => !number.known);
  if (unplaced !== undefined) return vague(unplaced);
  return decide(all, inOrder(items.filter(ofDirection)), address);
}

function decide(all: readonly Box[], rules: readonly NetworkAclRule[], address: string): AclVerdict {
  let undecided = all;
  let doubtfulAllow: NetworkAclRule | undefined;
  let doubtfulDeny: NetworkAclRule | undefined;
  const refused: Box[] = [];
  let decisive: string | undefined;
  for (const rule of rules) {
    const box = widestBox(rule);
    if (box === undefined || !touches(rule, undecided)) continue;
    const allows = knownValue(rule.allows);
    if (isVague(rule)) {
      if (allows !== false) doubtfulAllow ??= rule;
      if (allows !== true) doubtfulDeny ??= rule;
      continue;
    }
    if (allows === false) {
      refused.push(...undecided.flatMap((each) => overlap(each, box) ?? []));
      decisive ??= rule.address;
    }
    undecided = undecided.flatMap((each) => cutOut(each, box));
  }
  const stopped = [...refused, ...undecided];
  if (stopped.length === 0) return doubtfulDeny === undefined ? { truth: "yes", address } : vague(doubtfulDeny);
  const maybe = doubtfulAllow && widestBox(doubtfulAllow);
  if (
    doubtfulAllow !== undefined &&
    maybe !== undefined &&
    stopped.some((each) => overlap(each, maybe) !== undefined)
  ) {
    return vague(doubtfulAllow);
  }
  const isPartly = all.some((each) => uncovered(each, stopped).length > 0);
  return { truth: isPartly ? "partly" : "no", address: decisive ?? address };
}

function vague({ address }: NetworkAclRule): AclVerdict {
  return { truth: "unknown", address, because: `${address} is known only when Terraform runs` };
}

function isVague({ allows, protocol, fromPort, toPort, cidr }: NetworkAclRule): boolean {
  return [allows, protocol, fromPort, toPort, cidr].some((fact) => !fact.known);
}

function inOrder(rules: readonly NetworkAclRule[]): NetworkAclRule[] {
  const numberOf = ({ number }: NetworkAclRule) => knownValue(number) ?? 0;
  return [...rules].sort((a, b) => numberOf(a) - numberOf(b));
}

function touches(rule: NetworkAclRule, boxes: readonly Box[]): boolean {
  const box = widestBox(rule);
  return box !== undefined && boxes.some((each) => overlap(each, box) !== undefined);
}

/** The addresses and ports of TCP that a rule may be about; `undefined` where it is about none. */
function widestBox({ protocol, fromPort, toPort, cidr }: NetworkAclRule): Box | undefined {
  if (cidr.known && cidr.value === undefined) return undefined;
  const { first, last } = knownValue(cidr) ?? EVERY_ADDRESS;
  const name = knownValue(protocol)?.toLowerCase();
  if (name === "-1" || name === "all") return { first, last, fromPort: 0, toPort: 65535 };
  if (name !== undefined && name !== "tcp" && name !== "6") return undefined;
  const isSure = protocol.known;
  const port = (fact: Fact<number>, otherwise: number) => (isSure ? knownValue(fact) : undefined) ?? otherwise;
  return { first, last, fromPort: port(fromPort, 0), toPort: port(toPort, 65535) };
}
