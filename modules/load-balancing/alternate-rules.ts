import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import type { AlternateTargetOptions } from "./alternate-target";
import type { ApplicationRouteOptions } from "./application-route-props";
import { checkForwardTarget } from "./check-application-target";
import { everywhere, forwardAction, type RuleAt } from "./listener-rules";
import type { LoadBalancerTarget } from "./load-balancer-target";

/**
 * What the rules of a route do. With a second group, all of the traffic goes to the first, at the test listener to the second; from
 * then on ECS says it, since Terraform would shift the traffic back with the next apply.
 */
export function ruleOfRoute(first: string, second: string | undefined, alternate: AlternateTargetOptions = {}): RuleAt {
  if (second === undefined) return everywhere(forwardAction([{ arn: first, weight: 1 }]));
  return (listener) => {
    const [one, two] = listener === alternate.testListener ? [0, 1] : [1, 0];
    const groups = [
      { arn: first, weight: one },
      { arn: second, weight: two },
    ];
    return { action: [forwardAction(groups)], lifecycle: { ignoreChanges: ["action"] } };
  };
}

/** What ECS changes, where there is a second group: the rule that has the traffic, and the one for tests. */
export function shiftedTo(
  second: { readonly arn: string } | undefined,
  [production, test]: readonly { readonly arn: string }[],
): Pick<LoadBalancerTarget, "alternate"> {
  if (second === undefined || production === undefined) return {};
  const { arn: targetGroupArn } = second;
  const testRule = test === undefined ? {} : { testRule: test.arn };
  return { alternate: { targetGroupArn, productionRule: production.arn, ...testRule } };
}

/**
 * A route with the listeners that it is at: with a second target group the one that has the traffic, then the test listener.
 *
 * @param forwarding names of the listeners that take rules
 */
export function withListeners(route: ApplicationRouteOptions, forwarding: readonly string[]): ApplicationRouteOptions {
  const { testListener } = route.alternate ?? {};
  if (testListener === undefined || !forwarding.includes(testListener)) return route;
  return { ...route, listeners: [...productionListeners(route, forwarding), testListener] };
}

/** Everything that is wrong with the target of a route, and with its second target group. */
export function* checkRoute(route: ApplicationRouteOptions, forwarding: readonly string[]): Generator<Issue> {
  yield* checkForwardTarget(route);
  if (route.alternate === undefined) return;
  yield* checkTestListener(route.alternate, forwarding);
  const listeners = productionListeners(route, forwarding);
  if (listeners.length === 1) return;
  yield issue("listener-unnamed", {
    path: "listeners",
    problem: `the route has an alternate, and is at ${listeners.length === 0 ? "no listener" : `the listeners ${listeners.join(", ")}`} besides the one for tests`,
    why: "ECS shifts the traffic of one rule, which is at one listener",
    fix: `write listeners: ["${listeners[0] ?? "http"}"]`,
  });
}

/** What is wrong with the name of a test listener. */
export function* checkTestListener(
  { testListener }: AlternateTargetOptions,
  listeners: readonly string[],
): Generator<Issue> {
  if (testListener === undefined || listeners.includes(testListener)) return;
  yield issue("listener-unknown", {
    path: "alternate.testListener",
    problem: `there is no listener "${testListener}" that forwards requests`,
    fix: `write "${nearest(testListener, listeners) ?? listeners[0]}", or add it to the listeners of the load balancer; there are ${listeners.join(", ")}`,
  });
}

function productionListeners(
  { listeners, alternate }: ApplicationRouteOptions,
  all: readonly string[],
): readonly string[] {
  return (listeners ?? all).filter((name) => name !== alternate?.testListener);
}
