import type { Fact } from "../model/fact";
import type { Identity } from "../model/identity";
import type { NetworkView } from "../model/network-view";
import type { SecurityGroupRule } from "../model/security-group";
import { allOf, type Truth, truthOf } from "../model/truth";
import { coversOtherSide, type OtherSide } from "./peer-match";

/** Whether the rules of some security groups admit connections. */
export interface Admission {
  readonly truth: Truth;
  /** The rule that admits them. @default - none does */
  readonly rule?: string;
  /** Why it is not known. @default - it is known */
  readonly because?: string;
}

/** Whether TCP connections on a port to or from the other side are admitted by one rule of one of the groups. */
export function securityGroupsAdmit(
  view: NetworkView,
  groups: readonly Identity[],
  direction: SecurityGroupRule["direction"],
  port: number,
  other: OtherSide,
): Admission {
  let because: string | undefined;
  for (const group of groups) {
    const { items, possible, others } = view.rulesOf(group, direction);
    for (const rule of items) {
      const truth = ruleAdmits(view, rule, port, other);
      if (truth === "yes") return { truth, rule: rule.address };
      if (truth === "unknown") because ??= whyUnknown(rule);
    }
    const maybe = possible.find((rule) => ruleAdmits(view, rule, port, other) !== "no");
    if (maybe !== undefined) because ??= `whether ${maybe.address} belongs to ${group.text} is not known`;
    because ??= others;
  }
  return because === undefined ? { truth: "no" } : { truth: "unknown", because };
}

function whyUnknown({ address, peer, protocol, fromPort, toPort }: SecurityGroupRule): string {
  const missing = [protocol, fromPort, toPort, peer].find((fact) => !fact.known);
  if (missing?.known === false) return missing.because;
  return `${address} may admit a part of the addresses only`;
}

function ruleAdmits(view: NetworkView, rule: SecurityGroupRule, port: number, other: OtherSide): Truth {
  const peer = rule.peer.known ? coversOtherSide(rule.peer.value, other, view) : "unknown";
  return allOf([coversPort(rule, port), peer]);
}

const TCP: ReadonlySet<string> = new Set(["tcp", "6"]);
const ALL: ReadonlySet<string> = new Set(["-1", "all"]);

function coversPort({ protocol, fromPort, toPort }: SecurityGroupRule, port: number): Truth {
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
