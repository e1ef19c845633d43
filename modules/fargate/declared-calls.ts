import type { FargateTask } from "../planning/task/fargate-task";
import type { Annotations } from "../reachability/terraform/annotations";

/**
 * What a task says about its calls that no argument of a task definition holds. It goes into a comment of the resource,
 * where the proof reads it.
 *
 * @returns `undefined` where the task says nothing of the kind
 */
export function declaredCalls({ uses, reachableHosts, fips, runtimeMonitoring }: FargateTask): Annotations | undefined {
  const declared: Annotations = {
    ...(uses === undefined || uses.length === 0 ? {} : { uses }),
    ...(reachableHosts === undefined || reachableHosts.length === 0 ? {} : { reachableHosts }),
    ...(fips === true ? { fips } : {}),
    ...(runtimeMonitoring === true ? { runtimeMonitoring } : {}),
  };
  return Object.keys(declared).length === 0 ? undefined : declared;
}
