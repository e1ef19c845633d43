import { type Issue, issue } from "../issues/issue";
import type { ApplicationTargetOptions } from "./application-load-balancer-props";
import { checkTargetGroup } from "./check-target-group";
import { checkStickySessions } from "./sticky-sessions";

/** Everything that is wrong with a container that an application load balancer forwards to. */
export function* checkTargetContainer(options: ApplicationTargetOptions): Generator<Issue> {
  yield* checkTargetGroup(options, `the container "${options.container}"`);
  yield* checkStickySessions(options.stickySessions, "stickySessions");
}

/** Everything that is wrong with the target of an application load balancer, which may have one already. */
export function* checkApplicationTarget(options: ApplicationTargetOptions, hasTarget: boolean): Generator<Issue> {
  yield* checkTargetContainer(options);
  if (!hasTarget) return;
  yield issue("load-balancer-target-taken", {
    problem: "the load balancer has a target already",
    why: "what no route takes goes to one target group",
    fix: 'give each further service a route: balancer.route("orders", { container, port, paths: ["/orders/*"] })',
  });
}

/** A load balancer that nothing was done with. */
export function loadBalancerWithoutTarget(): Issue {
  return issue("load-balancer-without-target", {
    problem: "the load balancer forwards to nothing",
    why: "its listeners are made with the target that they forward to",
    fix: "give a service loadBalancers: [balancer.target({ container, port })], or each of several a balancer.route(…)",
  });
}
