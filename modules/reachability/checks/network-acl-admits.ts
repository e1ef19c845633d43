import type { Cidr } from "../../planning/addressing/cidr";
import type { NetworkAclRule, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Truth } from "../model/truth";
import { isPrivate } from "./peer-match";

/** Packets of TCP to or from addresses on ports, all of which have to pass. */
export interface PacketRange {
  readonly direction: NetworkAclRule["direction"];
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidr: Cidr;
}

/** Whether the network ACL of a subnet lets packets pass. */
export interface AclVerdict {
  readonly truth: Truth;
  /** The ACL, or the rule of its own that decides. */
  readonly address: string;
  /** Why it is not known. @default - it is known */
  readonly because?: string;
}

/** Addresses and ports that no rule has decided about yet. */
interface Rest {
  readonly first: number;
  readonly last: number;
  readonly fromPort: number;
  readonly toPort: number;
}

/** Whether all packets of a range pass the network ACL of a subnet: rules by number, the first match counts, then deny. */
export function networkAclAdmits(view: NetworkView, subnet: Subnet, range: PacketRange): AclVerdict {
  const acl = view.networkAclOf(subnet);
  if (!acl.known) return { truth: "unknown", address: subnet.address, because: acl.because };
  const { address, items, possible, others } = view.aclRulesOf(acl.value);
  if (others !== undefined) return { truth: "unknown", address, because: others };
  const rules = items.filter(({ direction }) => direction === range.direction);
  const vague = [...possible, ...rules].find(isVague);
  if (vague !== undefined) {
    return { truth: "unknown", address: vague.address, because: `${vague.address} is known only when Terraform runs` };
  }
  let rest: Rest[] = [{ ...range.cidr, fromPort: range.fromPort, toPort: range.toPort }];
  for (const rule of inOrder(rules)) {
    const box = boxOf(rule);
    if (box === undefined) continue;
    if (!valueIs(rule.allows, true)) {
      if (rest.some((each) => overlaps(each, box))) return { truth: "no", address: rule.address };
    } else rest = rest.flatMap((each) => without(each, box));
  }
  return { truth: rest.length === 0 ? "yes" : "no", address };
}

/** Whether packets to or from at least a part of the public addresses pass, for a range whose addresses are all. */
export function admitsSomePublic(view: NetworkView, subnet: Subnet, range: PacketRange): boolean {
  const acl = view.networkAclOf(subnet);
  if (!acl.known) return true;
  const rules = view.aclRulesOf(acl.value).items.filter(({ direction }) => direction === range.direction);
  let rest: Rest[] = [{ ...range.cidr, fromPort: range.fromPort, toPort: range.toPort }];
  for (const rule of inOrder(rules)) {
    const box = boxOf(rule);
    if (box === undefined) continue;
    const isPublic = rule.cidr.known && rule.cidr.value !== undefined && !isPrivate(rule.cidr.value);
    if (valueIs(rule.allows, true) && isPublic && rest.some((each) => overlaps(each, box))) return true;
    rest = rest.flatMap((each) => without(each, box));
  }
  return false;
}

function isVague({ number, allows, protocol, fromPort, toPort, cidr }: NetworkAclRule): boolean {
  return [number, allows, protocol, fromPort, toPort, cidr].some((fact) => !fact.known);
}

function inOrder(rules: readonly NetworkAclRule[]): NetworkAclRule[] {
  const numberOf = ({ number }: NetworkAclRule) => (number.known ? number.value : 0);
  return [...rules].sort((a, b) => numberOf(a) - numberOf(b));
}

function valueIs<T>(fact: { readonly known: boolean; readonly value?: T }, value: T): boolean {
  return fact.known && fact.value === value;
}

/** The addresses and ports of TCP that a rule is about; `undefined` where it is about none. */
function boxOf({ protocol, fromPort, toPort, cidr }: NetworkAclRule): Rest | undefined {
  if (!protocol.known || !fromPort.known || !toPort.known || !cidr.known || cidr.value === undefined) return undefined;
  const name = protocol.value.toLowerCase();
  const { first, last } = cidr.value;
  if (name === "-1" || name === "all") return { first, last, fromPort: 0, toPort: 65535 };
  if (name !== "tcp" && name !== "6") return undefined;
  return { first, last, fromPort: fromPort.value, toPort: toPort.value };
}

function overlaps(a: Rest, b: Rest): boolean {
  return a.first <= b.last && b.first <= a.last && a.fromPort <= b.toPort && b.fromPort <= a.toPort;
}

/** What is left of a box when another is cut out of it. */
function without(box: Rest, cut: Rest): Rest[] {
  if (!overlaps(box, cut)) return [box];
  const [fromPort, toPort] = [Math.max(box.fromPort, cut.fromPort), Math.min(box.toPort, cut.toPort)];
  const parts: Rest[] = [
    { ...box, toPort: cut.fromPort - 1 },
    { ...box, fromPort: cut.toPort + 1 },
    { first: box.first, last: cut.first - 1, fromPort, toPort },
    { first: cut.last + 1, last: box.last, fromPort, toPort },
  ];
  return parts.filter((part) => part.first <= part.last && part.fromPort <= part.toPort);
}
