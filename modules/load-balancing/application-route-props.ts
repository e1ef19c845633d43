import type { AlternateTargetOptions } from "./alternate-target";
import type { ApplicationTargetOptions } from "./application-load-balancer-props";
import type { ListenerRuleConditions } from "./listener-rule-conditions";

/** A rule of the listeners of an application load balancer: which requests it takes, and where it has its place. */
export interface ListenerRuleOptions extends ListenerRuleConditions {
  /** Names of the listeners that have the rule. @default - all that do not redirect */
  readonly listeners?: readonly string[];
  /**
   * Its place among the rules, 1 to 50,000: the least number comes first. Numbers up to 1000 come before those that the library
   * chooses, and numbers from 49,001 after them.
   *
   * @default - chosen from the conditions, the narrower rule first, and from the name
   */
  readonly priority?: number;
}

/** Requests that go to a container. */
export interface ApplicationRouteOptions extends ApplicationTargetOptions, ListenerRuleOptions {
  /**
   * A second target group, for a service whose deployments shift traffic: `{}`, or with a test listener. ECS then says to which of
   * the two the rule forwards, and Terraform leaves it alone. The route is at one listener besides the one for tests.
   *
   * @default - none
   */
  readonly alternate?: AlternateTargetOptions;
}

/** One of several containers that share the requests. */
export interface WeightedTargetOptions extends ApplicationTargetOptions {
  /** How many of the requests it gets in proportion to the other weights, 0 to 999. */
  readonly weight: number;
}

/** Requests that several containers share. */
export interface WeightedRouteOptions<Name extends string = string> extends ListenerRuleOptions {
  /** The containers, five at most, each under a name that becomes part of resource addresses. */
  readonly targets: Readonly<Record<Name, WeightedTargetOptions>>;
  /** Seconds for which a client stays with the container that answered first, 1 to 604,800. @default - it does not */
  readonly stickySeconds?: number;
}
