import { describe, expect, it } from "vitest";
import type { ListenerRuleConditions } from "../../../modules/load-balancing/listener-rule-conditions";
import { type NamedRule, narrowness, rulePriorities } from "../../../modules/load-balancing/rule-priorities";

const rule = (name: string, conditions: ListenerRuleConditions, priority?: number): NamedRule => ({
  name,
  conditions,
  listeners: ["http"],
  ...(priority === undefined ? {} : { priority }),
});
const names = [..."abcdefghijklmnopqrstuvwxyz"].flatMap((one) => [`${one}1`, `${one}2`, `${one}3`, `${one}4`]);

describe("priorities of rules", () => {
  it.each<[narrow: ListenerRuleConditions, wide: ListenerRuleConditions]>([
    [{ paths: ["/api/v1/*"] }, { paths: ["/api/*"] }],
    [{ paths: ["/api"] }, { paths: ["/api*"] }],
    [{ paths: ["/a?"] }, { paths: ["/a*"] }],
    [{ paths: ["/api/*"] }, { paths: ["/*"] }],
    [{ paths: ["/orders/x"] }, { paths: ["/orders/*", "/b"] }],
    [{ hosts: ["a.example.com"] }, { hosts: ["*.example.com"] }],
    [{ hosts: ["a.example.com"], paths: ["/api/*"] }, { hosts: ["a.example.com"] }],
    [{ paths: ["/api/*"], methods: ["GET"] }, { paths: ["/api/*"] }],
    [{ headers: { "X-Version": ["2"] }, paths: ["/*"] }, { paths: ["/*"] }],
    [{ sources: ["10.1.0.0/16"] }, { sources: ["10.0.0.0/8"] }],
    [{ hosts: ["${var.host}"], paths: ["/*"] }, { hosts: ["${var.host}"] }],
  ])("puts %j before %j, whatever they are called and in which order they were made", (narrow, wide) => {
    for (const [one, two] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      for (const rules of [
        [rule(one, narrow), rule(two, wide)],
        [rule(two, wide), rule(one, narrow)],
      ]) {
        const priorities = rulePriorities(rules);
        expect(priorities.get(one)).toBeLessThan(priorities.get(two) ?? 0);
      }
    }
  });

  it("gives a hundred rules that are equally narrow a number each, the same in every order", () => {
    const rules = names.map((name) => rule(name, { paths: [`/${name}/*`] }));
    const priorities = rulePriorities(rules);
    expect(new Set(priorities.values()).size).toBe(rules.length);
    expect(rulePriorities(rules.toReversed())).toEqual(priorities);
    for (const priority of priorities.values()) {
      expect(priority).toBeGreaterThan(1000);
      expect(priority).toBeLessThanOrEqual(49_000);
    }
  });

  it("leaves the others where they are when a narrower or a wider rule is added", () => {
    const before = rulePriorities([
      rule("orders", { paths: ["/orders/*"] }),
      rule("web", { hosts: ["a.example.com"] }),
    ]);
    const after = rulePriorities([
      rule("all", { paths: ["/*"] }),
      rule("orders", { paths: ["/orders/*"] }),
      rule("detail", { paths: ["/orders/1/*"] }),
      rule("web", { hosts: ["a.example.com"] }),
    ]);
    for (const [name, priority] of before) expect(after.get(name)).toBe(priority);
  });

  it("takes a number that is written, and none that somebody else has written", () => {
    const chosen = rulePriorities([rule("orders", { paths: ["/orders/*"] })]).get("orders") ?? 0;
    const both = rulePriorities([rule("orders", { paths: ["/orders/*"] }), rule("first", { paths: ["/*"] }, chosen)]);
    expect([both.get("first"), both.get("orders")]).toEqual([chosen, chosen + 1]);
  });

  it("stays below the last number, however wide the rules are", () => {
    const wide = names.map((name) => rule(name, { methods: [name] }));
    const priorities = [...rulePriorities(wide).values()];
    expect(new Set(priorities).size).toBe(wide.length);
    expect(Math.max(...priorities)).toBeLessThanOrEqual(49_000);
  });

  it("has a most, so that the longest patterns come first and not before the first", () => {
    const long = "x".repeat(120);
    const all = { hosts: [`${long}.com`], paths: [`/${long}`], headers: { a: [long] }, query: { b: [long] } };
    expect(narrowness(all)).toBe(599);
    expect(rulePriorities([rule("long", all)]).get("long")).toBeGreaterThan(1000);
  });
});
