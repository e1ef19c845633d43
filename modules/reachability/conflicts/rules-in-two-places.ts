import { byCodeUnits } from "../../text/code-units";
import { type Fact, known, knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import { type ConflictRule, conflict, type ResourceIssue } from "./conflict-rule";

/** What has rules, or routes, and those of them that may be resources of their own. */
interface Holder {
  readonly id: Identity;
  readonly address: string;
  readonly rules: readonly { readonly address: string; readonly direction?: string }[];
}

/**
 * Rules both in a resource and as resources of their own, of which Terraform removes the one or the other at each apply.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group
 */
export const rulesInTwoPlaces: ConflictRule = function* ({ model }) {
  const tables = model.routeTables.map(({ routes, ...table }) => ({ ...table, rules: routes }));
  yield* inTwoPlaces(model.securityGroups, model.looseRules, ({ group }) => group);
  yield* inTwoPlaces(model.networkAcls, model.looseNetworkAclRules, ({ acl }) => acl);
  const written = model.looseRoutes.filter(({ isPropagated }) => isPropagated !== true);
  yield* inTwoPlaces(tables, written, ({ table }) => table);
};

function* inTwoPlaces<Loose extends { readonly address: string; readonly direction?: string }>(
  holders: readonly Holder[],
  loose: readonly Loose[],
  of: (rule: Loose) => Fact<Identity>,
): Generator<ResourceIssue> {
  const keyOf = (id: string, direction = "") => `${direction} ${id}`;
  const outside = new Map<string, Map<string, string>>();
  for (const rule of loose) {
    const holder = knownValue(of(rule));
    if (holder === undefined) continue;
    const key = keyOf(holder.text, rule.direction);
    const ofHolder = outside.get(key) ?? new Map<string, string>();
    outside.set(key, ofHolder.set(contentOf(rule), rule.address));
  }
  for (const { id, address, rules } of holders) {
    const other = rules.flatMap((rule) => {
      // What AWS makes with a VPC has rules without a resource that says them.
      if (rule.address !== address || address.includes(".default_")) return [];
      const others = outside.get(keyOf(id.text, rule.direction));
      // A state repeats in the resource what resources of their own say.
      return others === undefined || others.has(contentOf(rule)) ? [] : [...others.values()];
    })[0];
    if (other === undefined) continue;
    yield conflict("rules-in-two-places", {
      path: address,
      problem: `${address} has rules in itself, and ${other} adds to them`,
      fix: `write the rules of ${address} all in it, or all as resources of their own`,
    });
  }
}

/** What a rule says, apart from who says it and for whom. A rule for all protocols is for all ports, however they are written. */
function contentOf(rule: object): string {
  const content = new Map(Object.entries(rule));
  for (const name of ["address", "group", "acl", "table"]) content.delete(name);
  const protocol: unknown = content.get("protocol");
  if (JSON.stringify(protocol) === ALL_PROTOCOLS) for (const name of ["fromPort", "toPort"]) content.delete(name);
  return JSON.stringify([...content].sort(([a], [b]) => byCodeUnits(a, b)));
}

const ALL_PROTOCOLS = JSON.stringify(known("-1"));
