import type { Issue } from "../issues/issue";
import { checkHealthCheck } from "./health-check";
import { portIssues } from "./port-issues";
import type { TargetGroupOptions } from "./target-group";

/**
 * Everything that is wrong with a target group.
 *
 * @param target the target in words, for example `the container "api"`
 * @param path where its properties are, with a dot at the end unless they are the whole
 */
export function* checkTargetGroup(
  { port, healthCheck }: TargetGroupOptions,
  target: string,
  path = "",
): Generator<Issue> {
  yield* portIssues(port, `${path}port`, target);
  yield* checkHealthCheck(healthCheck ?? {}, `${path}healthCheck`);
}
