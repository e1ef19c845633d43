import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";
import type { ListenerRuleOptions } from "./application-route-props";
import { checkRuleAgainst } from "./check-rule-against";
import { type ConditionField, type RuleCondition, ruleConditions } from "./listener-rule-conditions";
import { type NamedRule, PRIORITIES } from "./rule-priorities";

/** Source: User Guide for Application Load Balancers, "Quotas", read 2026-11-28. Some of its pages say five wildcards. */
const MOST_VALUES = 5;
const MOST_WILDCARDS = 6;

/** Source: User Guide for Application Load Balancers, "Condition types for listener rules", read 2026-11-28. */
const VALUES: Readonly<
  Record<ConditionField, { readonly pattern: RegExp; readonly what: string; readonly example: string }>
> = {
  hosts: {
    pattern: /^(?=.{1,128}$)[A-Za-z0-9*?.-]*\.[A-Za-z0-9]+$/,
    what: "a host name of at most 128 characters with a dot, after the last of which there is no wildcard",
    example: "orders.example.com",
  },
  paths: {
    pattern: /^(?=.{1,128}$)[/*?][\w.$/~"'@:+&*?-]*$/,
    what: "a path of at most 128 characters that starts with a slash",
    example: "/orders/*",
  },
  methods: { pattern: /^[A-Z_-]{1,40}$/, what: "a method in capitals", example: "GET" },
  headers: { pattern: /^[ -~]{1,128}$/, what: "1 to 128 characters", example: "2" },
  query: { pattern: /^[ -~]{1,128}$/, what: "1 to 128 characters", example: "2" },
  sources: {
    pattern: /^(?:(?:\d{1,3}\.){3}\d{1,3}\/(?:\d|[12]\d|3[0-2])|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\/\d{1,3})$/,
    what: "an address block with its prefix length",
    example: "10.0.0.0/8",
  },
};

/** The listeners of a load balancer and the rules that they have already. */
export interface RuledListeners {
  /** Names of the listeners that take rules. */
  readonly listeners: readonly string[];
  readonly rules: readonly NamedRule[];
}

/** Everything that is wrong with a rule of a load balancer's listeners. */
export function* checkListenerRule(
  name: string,
  options: ListenerRuleOptions,
  { listeners, rules }: RuledListeners,
): Generator<Issue> {
  const wrong = [
    ...checkConditions(ruleConditions(options)),
    ...checkPriority(options.priority),
    ...checkListenerNames(options.listeners, listeners),
  ];
  yield* wrong;
  if (wrong.length > 0) return;
  const { priority } = options;
  const rule = {
    name,
    conditions: options,
    listeners: options.listeners ?? listeners,
    ...(priority === undefined ? {} : { priority }),
  };
  for (const other of rules) yield* checkRuleAgainst(rule, other);
}

function* checkConditions(conditions: readonly RuleCondition[]): Generator<Issue> {
  if (conditions.length === 0) {
    yield issue("listener-rule-invalid", {
      problem: "it is not said which requests the route takes",
      fix: 'write hosts: ["orders.example.com"] or paths: ["/orders/*"]; all that no route takes goes to target()',
    });
  }
  for (const condition of conditions) yield* checkCondition(condition);
  const values = conditions.flatMap((condition) => condition.values);
  yield* checkNumber("values", values.length, MOST_VALUES);
  const wildcards = conditions.flatMap(({ field, values: own }) => (isPattern(field) ? own : []));
  yield* checkNumber("wildcards", wildcards.join("").replace(/[^*?]/g, "").length, MOST_WILDCARDS);
}

function isPattern(field: ConditionField): boolean {
  return field !== "methods" && field !== "sources";
}

function* checkNumber(what: string, number: number, most: number): Generator<Issue> {
  if (number <= most) return;
  yield issue("listener-rule-invalid", {
    problem: `the conditions of the route have ${number} ${what}`,
    why: `AWS takes ${most} ${what} in all conditions of a rule together`,
    fix: "make several routes of it, or use wildcards where they say the same",
  });
}

function* checkCondition({ field, name, path, values }: RuleCondition): Generator<Issue> {
  const { pattern, what, example } = VALUES[field];
  if (values.length === 0) {
    yield issue("listener-rule-invalid", {
      path,
      problem: `${path} has no value`,
      why: "a condition that nothing fulfils takes no request",
      fix: `write ${path}: ["${example}"], or leave it out`,
    });
  }
  if (field === "headers" && name !== undefined) yield* checkHeaderName(name, path);
  for (const [index, value] of values.entries()) {
    if (isUnresolved(value) || pattern.test(value)) continue;
    yield issue("listener-rule-invalid", {
      path: `${path}[${index}]`,
      problem: `${asWritten(value)} is not a value that a condition on ${field} takes`,
      why: `it takes ${what}`,
      fix:
        field === "paths" && VALUES.paths.pattern.test(`/${value}`)
          ? `write "/${value}"`
          : `write a value such as "${example}"`,
    });
  }
}

function* checkHeaderName(name: string, path: string): Generator<Issue> {
  const isHost = name.toLowerCase() === "host";
  if (!isHost && /^[\w!#$%&'+.^`|~*-]{1,40}$/.test(name)) return;
  yield issue("listener-rule-invalid", {
    path,
    problem: `${asWritten(name)} is not a header that a condition can name`,
    ...(isHost ? { why: "AWS has a condition of its own for the host" } : {}),
    fix: isHost
      ? "write its values in hosts"
      : 'write the name of a header, at most 40 characters, such as "X-Version"',
  });
}

function* checkPriority(priority: number | undefined): Generator<Issue> {
  const { least, most } = PRIORITIES;
  if (priority === undefined || isUnresolved(priority)) return;
  if (Number.isInteger(priority) && priority >= least && priority <= most) return;
  yield issue("listener-rule-invalid", {
    path: "priority",
    problem: `${priority} is not a priority of a rule`,
    why: `AWS takes whole numbers from ${least} to ${most}`,
    fix: "leave it out, or write a number from 1 to 1000 for a rule that must come before those without",
  });
}

function* checkListenerNames(named: readonly string[] | undefined, known: readonly string[]): Generator<Issue> {
  for (const [index, name] of (named ?? []).entries()) {
    if (known.includes(name)) continue;
    yield issue("listener-unknown", {
      path: `listeners[${index}]`,
      problem: `there is no listener "${name}" that forwards requests`,
      fix: `write "${nearest(name, known) ?? known[0]}"; there are ${known.join(", ")}`,
    });
  }
}
