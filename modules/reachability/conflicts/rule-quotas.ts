import { groupedBy } from "../../values/grouped-by";
import { type Fact, knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { RulePeer } from "../model/security-group";
import { type ConflictRule, conflict } from "./conflict-rule";

interface RuleQuota {
  readonly what: string;
  /** For each direction, and for IPv4 and IPv6 each. */
  readonly quota: number;
  /** How many there can be if AWS is asked. */
  readonly most: number;
}

/** Source: Amazon VPC User Guide, "Amazon VPC quotas". Whether the last rule of a network ACL, which denies, counts is left open. */
const NETWORK_ACL: RuleQuota = { what: "a network ACL", quota: 20, most: 40 };
const SECURITY_GROUP: RuleQuota = { what: "a security group", quota: 60, most: 1000 };

interface Rule {
  readonly direction: "ingress" | "egress";
  readonly peer: Fact<RulePeer>;
}

/**
 * More rules than AWS allows, or allows without asking. Rules to a list or a group take more or less than one; they are left out, and
 * so is what exists with its rules: its account has asked.
 */
export const ruleQuotas: ConflictRule = function* (view) {
  for (const { id, address } of view.model.networkAcls.filter(isCreated)) {
    // Of a rule without a number the direction may not be known either.
    const rules = view.aclRulesOf(id).items.filter(({ number }) => number.known);
    yield* overQuota(address, rules, NETWORK_ACL);
  }
  for (const { id, address } of view.model.securityGroups.filter(isCreated)) {
    const rules = [...view.rulesOf(id, "ingress").items, ...view.rulesOf(id, "egress").items];
    yield* overQuota(address, rules, SECURITY_GROUP);
  }
};

function* overQuota(path: string, rules: readonly Rule[], { what, quota, most }: RuleQuota) {
  if (rules.length <= quota) return;
  for (const [side, ofSide] of groupedBy(rules, sideOf)) {
    if (side === undefined || ofSide.length <= quota) continue;
    const isTooMany = ofSide.length > most;
    yield conflict("rule-quota", {
      severity: isTooMany ? "error" : "warning",
      path,
      problem: `${path} has ${ofSide.length} ${side}`,
      why: `${what} takes ${quota} of them unless the account has asked for more, and ${most} at most`,
      fix: `${isTooMany ? "" : "ask AWS for a higher quota before the apply, or "}put blocks of addresses together`,
    });
  }
}

function isCreated({ id }: { readonly id: Identity }): boolean {
  return id.kind === "created";
}

function sideOf({ direction, peer }: Rule): string | undefined {
  const kind = knownValue(peer)?.kind;
  if (kind === "cidr") return `${direction} rules for IPv4`;
  return kind === "ipv6" ? `${direction} rules for IPv6` : undefined;
}
