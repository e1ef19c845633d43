import type { Issue } from "../issues/issue";
import { checkWhole } from "./check-whole";
import { checkHealthCheck } from "./health-check";
import { portIssues } from "./port-issues";
import type { TargetGroupOptions } from "./target-group";

/** Source: Elastic Load Balancing API Reference, TargetGroupAttribute, read 2026-11-28. */
const DELAY = { least: 0, most: 3600, what: "number of seconds" } as const;

/**
 * Everything that is wrong with a target group.
 *
 * @param target the target in words, for example `the container "api"`
 * @param path where its properties are, with a dot at the end unless they are the whole
 */
export function* checkTargetGroup(
  { port, healthCheck, deregistrationDelay }: TargetGroupOptions,
  target: string,
  path = "",
): Generator<Issue> {
  yield* portIssues(port, `${path}port`, target);
  yield* checkHealthCheck(healthCheck ?? {}, `${path}healthCheck`);
  yield* checkWhole("load-balancer-setting-invalid", deregistrationDelay, `${path}deregistrationDelay`, DELAY);
}
