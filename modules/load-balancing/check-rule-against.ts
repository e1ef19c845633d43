import { type Issue, issue } from "../issues/issue";
import { type RuleCondition, ruleConditions } from "./listener-rule-conditions";
import { type NamedRule, narrowness } from "./rule-priorities";

/** What two rules of one load balancer cannot both have. */
export function* checkRuleAgainst(rule: NamedRule, other: NamedRule): Generator<Issue> {
  if (rule.name === other.name) {
    yield issue("listener-rule-taken", {
      problem: `the load balancer has a route "${rule.name}" already`,
      why: "the name is part of resource addresses",
      fix: "give the route another name",
    });
    return;
  }
  if (!rule.listeners.some((name) => other.listeners.includes(name))) return;
  if (rule.priority !== undefined && rule.priority === other.priority) {
    yield issue("listener-rule-taken", {
      path: "priority",
      problem: `the routes "${other.name}" and "${rule.name}" both have the priority ${rule.priority}`,
      why: "a listener takes each priority once",
      fix: `give "${rule.name}" another, or leave it out to have it chosen`,
    });
    return;
  }
  if (rule.priority !== undefined || other.priority !== undefined || !isUndecided(rule, other)) return;
  yield issue("listener-rule-taken", {
    problem: `the routes "${other.name}" and "${rule.name}" take the same requests (${valuesOf(rule)})`,
    why: "a request goes by the first rule that takes it, and nothing says which of the two is the first",
    fix: `give one of the two other conditions, or write its priority: one from 1 to 1000 comes first`,
  });
}

/** Whether there are requests that both take, and neither is narrower. */
function isUndecided({ conditions: one }: NamedRule, { conditions: two }: NamedRule): boolean {
  if (narrowness(one) !== narrowness(two)) return false;
  const others = new Map(ruleConditions(two).map((condition) => [keyOf(condition), new Set(condition.values)]));
  const own = ruleConditions(one);
  return (
    own.length === others.size && own.every((each) => each.values.some((value) => others.get(keyOf(each))?.has(value)))
  );
}

function keyOf({ field, name = "" }: RuleCondition): string {
  return `${field} ${field === "headers" ? name.toLowerCase() : name}`;
}

function valuesOf({ conditions }: NamedRule): string {
  return ruleConditions(conditions)
    .map(({ path, values }) => `${path}: ${values.join(", ")}`)
    .join("; ");
}
