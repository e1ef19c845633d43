import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { checkTestListener } from "./alternate-rules";
import { checkTargetGroup } from "./check-target-group";
import type { NetworkServiceTarget, NetworkTargetOptions } from "./network-load-balancer-props";

/**
 * Everything that is wrong with a target of a network load balancer.
 *
 * @param listeners names of the load balancer's listeners
 * @param taken the listeners that have a target, by name
 */
export function* checkNetworkTarget(
  options: NetworkTargetOptions,
  listeners: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): Generator<Issue> {
  yield* checkTargetGroup(options, "the target");
  yield* checkListener(options.listener, listeners, taken);
}

/** What is wrong with the test listener of a target, beside {@link checkNetworkTarget}. */
export function* checkAlternateOfListener(
  { alternate, listener }: NetworkServiceTarget,
  listeners: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): Generator<Issue> {
  const { testListener } = alternate ?? {};
  if (alternate === undefined || testListener === undefined) return;
  yield* checkTestListener(alternate, listeners);
  if (!taken.has(testListener) && testListener !== listener) return;
  yield issue("load-balancer-target-taken", {
    path: "alternate.testListener",
    problem: `the listener "${testListener}" has a target already`,
    why: "at the test listener only the new tasks answer",
    fix: "name another listener, which nothing else uses, or leave testListener out",
  });
}

/** A listener that nothing was done with. */
export function listenerWithoutTarget(name: string): Issue {
  return issue("load-balancer-without-target", {
    path: `listeners.${name}`,
    problem: `the listener "${name}" forwards to nothing`,
    why: "a listener is made with the target that it forwards to",
    fix: `call target, instances or addresses of the load balancer with listener: "${name}", or remove the listener`,
  });
}

function* checkListener(
  listener: string | undefined,
  listeners: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): Generator<Issue> {
  const path = "listener";
  const all = listeners.join(", ");
  const name = listener ?? listeners[0] ?? "";
  if (listener === undefined && listeners.length > 1) {
    yield issue("listener-unnamed", {
      path,
      problem: "it is not said which listener forwards to the target",
      why: `the load balancer has several: ${all}`,
      fix: `write listener: "${listeners[0]}"`,
    });
  } else if (!listeners.includes(name)) {
    yield issue("listener-unknown", {
      path,
      problem: `there is no listener "${name}"`,
      fix: `write "${nearest(name, listeners) ?? listeners[0]}"; there are ${all}`,
    });
  } else if (taken.has(name)) {
    yield issue("load-balancer-target-taken", {
      path,
      problem: `the listener "${name}" has a target already`,
      why: "a TCP listener forwards to one target group",
      fix: "add a listener with another port, or put all targets into one call",
    });
  }
}
