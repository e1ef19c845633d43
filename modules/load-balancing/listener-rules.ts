import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import {
  LbListenerRule,
  type LbListenerRuleAction,
  type LbListenerRuleConfig,
} from "@cdktf/provider-aws/lib/lb-listener-rule";
import { Lazy } from "cdktf";
import type { Construct } from "constructs";
import type { ListenerRuleOptions } from "./application-route-props";
import { conditionAttributes } from "./listener-rule-conditions";
import { type NamedRule, rulePriorities } from "./rule-priorities";

/** A group of targets and its share of the requests. */
export interface SharedTargetGroup {
  readonly arn: string;
  readonly weight: number;
}

/** What a rule does at a listener. */
export type RuleAt = (listener: string) => Pick<LbListenerRuleConfig, "action" | "lifecycle">;

/** The same at every listener. */
export function everywhere(action: LbListenerRuleAction): RuleAt {
  return () => ({ action: [action] });
}

/** The rules of a load balancer's listeners. Their priorities are known when all are there. */
export class ListenerRules {
  readonly #rules: NamedRule[] = [];
  readonly #resources = new Map<string, readonly LbListenerRule[]>();

  /** The rules as data. */
  get all(): readonly NamedRule[] {
    return this.#rules;
  }

  /** The rules of each route, one for each of its listeners. */
  get resources(): ReadonlyMap<string, readonly LbListenerRule[]> {
    return this.#resources;
  }

  /** Makes the rules of a route, in the stack of the load balancer. */
  add(
    scope: Construct,
    name: string,
    options: ListenerRuleOptions,
    listeners: ReadonlyMap<string, LbListener>,
    ruleAt: RuleAt,
  ): readonly LbListenerRule[] {
    const { priority } = options;
    const rule = {
      name,
      conditions: options,
      listeners: [...listeners.keys()],
      ...(priority === undefined ? {} : { priority }),
    };
    this.#rules.push(rule);
    const rules = Array.from(
      listeners,
      ([listener, { arn }]) =>
        new LbListenerRule(scope, `rule-${listener}-${name}`, {
          listenerArn: arn,
          priority: priority ?? Lazy.numberValue({ produce: () => rulePriorities(this.#rules).get(name) }),
          condition: conditionAttributes(options),
          ...ruleAt(listener),
        }),
    );
    this.#resources.set(name, rules);
    return rules;
  }
}

/** The action of a rule: to one group of targets, or to several by their weights. */
export function forwardAction(groups: readonly SharedTargetGroup[], stickySeconds?: number): LbListenerRuleAction {
  const [first, ...others] = groups;
  if (first !== undefined && others.length === 0) return { type: "forward", targetGroupArn: first.arn };
  return {
    type: "forward",
    forward: {
      targetGroup: groups.map(({ arn, weight }) => ({ arn, weight })),
      ...(stickySeconds === undefined ? {} : { stickiness: { enabled: true, duration: stickySeconds } }),
    },
  };
}
