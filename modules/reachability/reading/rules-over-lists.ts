import { groupedBy } from "../../values/grouped-by";
import { allKnown, known, knownValue, mapFact } from "../model/fact";
import type { NetworkAclRule } from "../model/network-model";
import { MOST_ELEMENTS_OF_AN_OPEN_LIST, openListElement } from "../terraform/expressions/open-list";
import type { Value } from "../terraform/expressions/value";
import { prefixListFact } from "./read-prefix-lists";
import type { ResourceIndex } from "./resource-index";

/** A rule as it is read. */
export interface ReadRule<Rule extends NetworkAclRule> {
  readonly rule: Rule;
  /** Its IPv4 block as it is written. */
  readonly block: Value;
}

/**
 * Rules that go over the blocks of the prefix list of a service, by `count`, `for_each` or `dynamic`, as one rule about the list. Where
 * there is not a rule for every block, which of the addresses they are about stays unknown.
 */
export function rulesOverLists<Rule extends NetworkAclRule>(
  rules: readonly ReadRule<Rule>[],
  index: ResourceIndex,
): readonly Rule[] {
  const groups = groupedBy(rules, ({ rule, block }) => keyOf(rule, block));
  return [...groups].flatMap(([key, members]) => {
    const each = members.map(({ rule }) => rule);
    const [first] = members;
    const list = key === undefined || first === undefined ? undefined : knownValue(prefixListFact(first.block, index));
    if (first === undefined || list?.kind !== "service" || !areAll(members)) return each;
    const numbers = allKnown(each.map(({ number }) => number));
    return {
      ...first.rule,
      address: withoutKey(first.rule.address),
      number: mapFact(numbers, (all) => Math.min(...all)),
      ...(numbers.known ? { lastNumber: Math.max(...numbers.value) } : {}),
      peer: known({ kind: "prefix-list", list }),
    };
  });
}

/** What the rules about the blocks of one list have in common. @returns `undefined` for a rule about something else */
function keyOf({ address, number: _, peer: __, ...rest }: NetworkAclRule, block: Value): string | undefined {
  const element = openListElement(block);
  return element && JSON.stringify([withoutKey(address), element.address, Object.entries(rest)]);
}

function areAll(members: readonly ReadRule<NetworkAclRule>[]): boolean {
  const places = new Set(members.map(({ block }) => openListElement(block)?.index));
  return places.size === MOST_ELEMENTS_OF_AN_OPEN_LIST;
}

/** `aws_network_acl_rule.s3[0]` becomes `aws_network_acl_rule.s3`. */
function withoutKey(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, "");
}
