import type { Ask, AskFinding } from "../../asks/ask";
import type { PlanSurroundings } from "../../asks/plan-surroundings";
import { isWindows } from "../../aws/operating-system";
import { resolvePlatformVersion } from "../../aws/platform-version";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { ASK_RULES } from "./ask-rules";

/** What every rule finds in a task. */
export function* askFindings(task: UncheckedFargateTask, surroundings: PlanSurroundings): Generator<AskFinding> {
  const { platformVersion, operatingSystemFamily, reachableHosts = [] } = task;
  const context = {
    surroundings,
    platformVersion: resolvePlatformVersion(platformVersion, operatingSystemFamily),
    isWindows: isWindows(operatingSystemFamily),
    reachableHosts,
  };
  const containers = Object.entries(task.containers);
  for (const { asks } of ASK_RULES) yield* asks({ task, containers, context });
}

/** Everything that a task asks, wherever it runs. */
export function asksOf(task: UncheckedFargateTask): readonly Ask[] {
  return [...askFindings(task, {})].filter((finding) => "service" in finding);
}
