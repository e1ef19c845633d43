import type { AddressRange } from "../model/address-range";
import type { Fact } from "../model/fact";
import type { Identity } from "../model/identity";
import type { NetworkView } from "../model/network-view";
import type { SecurityGroupRuleModel } from "../model/security-group";
import { allOf, anyOf, type Truth, truthOf } from "../model/truth";
import { coverOtherSide, namesOtherSide, type OtherSide, rangesOfPeer } from "./peer-match";

/** Whether the rules of some security groups admit connections. */
export interface Admission {
  readonly truth: Truth;
  /** The rules that admit them; none where none does. */
  readonly rules: readonly string[];
  /** Why it is not known. @default - it is known */
  readonly because?: string;
}

/** Whether TCP connections on a port to or from the other side are admitted: by one rule, or by several for parts of its addresses. */
export function securityGroupsAdmit(
  view: NetworkView,
  groups: readonly Identity[],
  direction: SecurityGroupRuleModel["direction"],
  port: number,
  other: OtherSide,
): Admission {
  const ranges: AddressRange[] = [];
  const touching: string[] = [];
  let because: string | undefined;
  for (const group of groups) {
    const { items, possible, others } = view.rulesOf(group, direction);
    for (const rule of items) {
      const truth = ruleAdmits(view, rule, port, other);
      if (truth === "yes") return { truth, rules: [rule.address] };
      if (truth === "no") continue;
      const part = coversPort(rule, port) === "yes" ? partOf(view, rule) : [];
      ranges.push(...part);
      if (part.length > 0) touching.push(rule.address);
      because ??= whyUnknown(rule);
    }
    const maybe = possible.find((rule) => ruleAdmits(view, rule, port, other) !== "no");
    if (maybe !== undefined) because ??= `whether ${maybe.address} belongs to ${group.text} is not known`;
    because ??= others;
  }
  if (coverOtherSide(ranges, other, view) === "yes") return { truth: "yes", rules: [...new Set(touching)] };
  return because === undefined ? { truth: "no", rules: [] } : { truth: "unknown", rules: [], because };
}

function partOf(view: NetworkView, { peer }: SecurityGroupRuleModel): readonly AddressRange[] {
  const ranges = peer.known ? rangesOfPeer(peer.value, view) : peer;
  return ranges.known ? ranges.value : [];
}

function whyUnknown({ address, peer, protocol, fromPort, toPort }: SecurityGroupRuleModel): string {
  const missing = [protocol, fromPort, toPort, peer].find((fact) => !fact.known);
  if (missing?.known === false) return missing.because;
  return `${address} may admit a part of the addresses only`;
}

function ruleAdmits(view: NetworkView, rule: SecurityGroupRuleModel, port: number, other: OtherSide): Truth {
  return allOf([coversPort(rule, port), peerCovers(view, rule, other)]);
}

function peerCovers(view: NetworkView, { peer }: SecurityGroupRuleModel, other: OtherSide): Truth {
  if (!peer.known) return "unknown";
  const ranges = rangesOfPeer(peer.value, view);
  const byAddress = ranges.known ? coverOtherSide(ranges.value, other, view) : "unknown";
  return anyOf([namesOtherSide(peer.value, other), byAddress]);
}

const TCP: ReadonlySet<string> = new Set(["tcp", "6"]);
const ALL: ReadonlySet<string> = new Set(["-1", "all"]);

/** Whether a rule is about TCP connections to a port. */
export function coversPort({ protocol, fromPort, toPort }: SecurityGroupRuleModel, port: number): Truth {
  if (!protocol.known) return "unknown";
  const name = protocol.value.toLowerCase();
  if (ALL.has(name)) return "yes";
  if (!TCP.has(name)) return "no";
  return allOf([atMost(fromPort, port), atLeast(toPort, port)]);
}

function atMost(fact: Fact<number>, limit: number): Truth {
  return fact.known ? truthOf(fact.value <= limit) : "unknown";
}

function atLeast(fact: Fact<number>, limit: number): Truth {
  return fact.known ? truthOf(fact.value >= limit) : "unknown";
}
