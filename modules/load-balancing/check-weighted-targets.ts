import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import type { WeightedRouteOptions } from "./application-route-props";
import { checkTargetGroup } from "./check-target-group";

/** Source: Elastic Load Balancing API Reference, TargetGroupTuple and TargetGroupStickinessConfig, and the quotas, read 2026-11-28. */
const MOST_TARGETS = 5;
const MOST_WEIGHT = 999;
const MOST_SECONDS = 604_800;

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
    yield* checkWhole(target.weight, `targets.${name}.weight`, "weight", 0, MOST_WEIGHT);
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
  if (stickySeconds !== undefined)
    yield* checkWhole(stickySeconds, "stickySeconds", "number of seconds", 1, MOST_SECONDS);
}

function* checkWhole(value: number, path: string, what: string, least: number, most: number): Generator<Issue> {
  if (isUnresolved(value) || (Number.isInteger(value) && value >= least && value <= most)) return;
  yield issue("listener-rule-invalid", {
    path,
    problem: `${value} is not a ${what} that AWS takes`,
    why: `it takes whole numbers from ${least} to ${most}`,
    fix: `write a number from ${least} to ${most}`,
  });
}
