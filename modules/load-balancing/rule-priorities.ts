import { stableNumber } from "../values/stable-number";
import { isUnresolved } from "../values/unresolved";
import { type ListenerRuleConditions, type RuleCondition, ruleConditions } from "./listener-rule-conditions";

/** A rule of the listeners of a load balancer. */
export interface NamedRule {
  /** Name, unique in the load balancer. */
  readonly name: string;
  readonly conditions: ListenerRuleConditions;
  /** Names of the listeners that have it. */
  readonly listeners: readonly string[];
  /** @default - it follows from the conditions and the name */
  readonly priority?: number;
}

/** AWS looks at the rule with the least number first. Source: Elastic Load Balancing API Reference, CreateRule, read 2026-11-28. */
export const PRIORITIES = { least: 1, most: 50_000 } as const;

/** Those that nobody has to choose. Below are left 1000 for rules that must come before all of them, above for rules that must come after. */
const CHOSEN = { least: 1001, most: 49_000 } as const;

/** How many rules that are equally narrow have a place of their own. */
const PLACES = 80;
const NARROWEST = (CHOSEN.most - CHOSEN.least + 1) / PLACES - 1;

/** What counts of one pattern, so that host and path together stay below the narrowest. */
const MOST_OF_A_PATTERN = 200;
const OF_AN_EXPRESSION = 40;

/**
 * The priorities of rules by their names: the narrower rule comes first, whatever the order in which the rules were made. Among
 * equally narrow ones the name says the number, so that a further rule leaves the others where they are; where two names
 * come to the same number, the later one in the alphabet takes the next that is free.
 */
export function rulePriorities(rules: readonly NamedRule[]): ReadonlyMap<string, number> {
  const taken = new Set(rules.flatMap(({ priority }) => priority ?? []));
  const priorities = new Map<string, number>();
  for (const { name, priority, conditions } of rules.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const own =
      priority ??
      firstFree(CHOSEN.least + (NARROWEST - narrowness(conditions)) * PLACES + stableNumber(name, PLACES), taken);
    taken.add(own);
    priorities.set(name, own);
  }
  return priorities;
}

/**
 * How narrow a rule is: a rule that takes some of the requests of another is never less narrow. Each condition counts, and of
 * each the widest value: characters twice, `?` once, and one more where there is no `*`.
 */
export function narrowness(conditions: ListenerRuleConditions): number {
  const all = ruleConditions(conditions).map((condition) => 1 + Math.min(...condition.values.map(weightOf(condition))));
  return Math.min(
    NARROWEST,
    all.reduce((sum, each) => sum + each, 0),
  );
}

function weightOf({ field }: RuleCondition): (value: string) => number {
  return (value) => {
    if (isUnresolved(value)) return OF_AN_EXPRESSION;
    switch (field) {
      case "methods":
        return 0;
      case "sources":
        return Number(value.split("/")[1] ?? 0);
      case "hosts":
      case "paths":
      case "headers":
      case "query":
        return Math.min(MOST_OF_A_PATTERN, weightOfPattern(value));
    }
  };
}

function weightOfPattern(pattern: string): number {
  const ofCharacters = [...pattern].map((character) => (character === "*" ? 0 : character === "?" ? 1 : 2));
  return ofCharacters.reduce<number>((sum, each) => sum + each, pattern.includes("*") ? 0 : 1);
}

function firstFree(start: number, taken: ReadonlySet<number>): number {
  let priority = start;
  while (taken.has(priority)) priority++;
  return priority;
}
