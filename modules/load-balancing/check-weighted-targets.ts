import { type Issue, issue } from "../issues/issue";
import type { WeightedRouteOptions } from "./application-route-props";
import { checkTargetGroup } from "./check-target-group";
import { checkWhole } from "./check-whole";
import { checkStickySessions } from "./sticky-sessions";

/** Source: Elastic Load Balancing API Reference, TargetGroupTuple and TargetGroupStickinessConfig, and the quotas, read 2026-11-28. */
const MOST_TARGETS = 5;
const WEIGHT = { least: 0, most: 999, what: "weight" } as const;
const STICKY_SECONDS = { least: 1, most: 604_800, what: "number of seconds" } as const;

/** Everything that is wrong with containers that share requests, and with their weights. */
export function* checkWeightedTargets({ targets, stickySeconds }: WeightedRouteOptions): Generator<Issue> {
  const all = Object.entries(targets);
  if (all.length === 0 || all.length > MOST_TARGETS) {
    yield issue("listener-rule-invalid", {
      path: "targets",
      problem: `the requests are shared by ${all.length === 0 ? "no container" : `${all.length} containers`}`,
      why: `AWS takes 1 to ${MOST_TARGETS} target groups in a rule`,
      fix: all.length === 0 ? "write targets: { stable: { container, port, weight: 1 } }" : "make several routes of it",
    });
  }
  for (const [name, target] of all) {
    yield* checkTargetGroup(target, `the container "${target.container}"`, `targets.${name}.`);
    yield* checkStickySessions(target.stickySessions, `targets.${name}.stickySessions`);
    yield* checkWhole("listener-rule-invalid", target.weight, `targets.${name}.weight`, WEIGHT);
  }
  const weights = all.map(([, { weight }]) => weight);
  if (weights.length > 0 && weights.every((weight) => weight === 0)) {
    yield issue("listener-rule-invalid", {
      path: "targets",
      problem: "every weight is 0",
      why: "no container would get a request",
      fix: "write a weight above 0 for one of them",
    });
  }
  yield* checkWhole("listener-rule-invalid", stickySeconds, "stickySeconds", STICKY_SECONDS);
}
