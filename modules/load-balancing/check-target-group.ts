import type { Issue } from "../issues/issue";
import { checkHealthCheck } from "./health-check";
import { portIssues } from "./port-issues";
import type { TargetGroupOptions } from "./target-group";

/**
 * Everything that is wrong with a target group.
 *
 * @param target the target in words, for example `the container "api"`
 */
export function* checkTargetGroup({ port, healthCheck }: TargetGroupOptions, target: string): Generator<Issue> {
  yield* portIssues(port, "port", target);
  yield* checkHealthCheck(healthCheck ?? {}, "healthCheck");
}
