import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { Annotations } from "../reachability/terraform/resources/annotations";
import type { FargateTask } from "../task/fargate-task";
import { keysOf } from "../task/task-keys";
import type { ClusterOptions, ExistingCluster } from "./fargate-cluster-props";
import { type SaidCall, saidCalls, type TaskCalls } from "./task-calls";

/** What decides, besides the task, what the Terraform of a service does not show. */
export interface DeclaringService {
  readonly endpoints?: VpcEndpoints;
  readonly cluster?: ClusterOptions | ExistingCluster;
  readonly calls?: TaskCalls;
}

/** What the comment of a task definition says of calls. The ARNs of grants and the security groups of calls may be expressions. */
export type SaidCalls = Annotations &
  Pick<FargateTask, "grants"> & {
    readonly calls?: Readonly<Record<string, SaidCall>>;
  };

/**
 * What a service and its task say about calls that no argument of a resource holds: what the application calls, the ports
 * of its endpoints, and what a cluster of yours does with ECS Exec. It goes into a comment of the task definition, where
 * the proof reads it.
 *
 * @returns `undefined` where they say nothing of the kind
 */
export function declaredCalls(
  task: FargateTask,
  { endpoints, cluster, calls = {} }: DeclaringService,
): SaidCalls | undefined {
  const { uses, grants, reachableHosts, fips, runtimeMonitoring, executeCommand } = task;
  const pullThroughCaches = Object.fromEntries(
    Object.entries(task.containers).flatMap(([name, { image }]) =>
      image.kind === "ecr" && image.pullThroughCache !== undefined ? [[name, image.pullThroughCache] as const] : [],
    ),
  );
  const keys = keysOf(task);
  const ports = endpoints?.portSettings ?? {};
  const isElsewhere = cluster !== undefined && "arn" in cluster;
  const declared: SaidCalls = {
    ...(uses === undefined || uses.length === 0 ? {} : { uses }),
    ...(grants === undefined || grants.length === 0 ? {} : { grants }),
    ...(Object.keys(calls).length === 0 ? {} : { calls: saidCalls(calls) }),
    ...(reachableHosts === undefined || reachableHosts.length === 0 ? {} : { reachableHosts }),
    ...(fips === true ? { fips } : {}),
    ...(runtimeMonitoring === true ? { runtimeMonitoring } : {}),
    ...(Object.keys(pullThroughCaches).length === 0 ? {} : { pullThroughCaches }),
    ...(Object.keys(keys).length === 0 ? {} : { keys }),
    ...(Object.keys(ports).length === 0 ? {} : { ports }),
    ...(isElsewhere && executeCommand !== undefined ? { executeCommand } : {}),
  };
  return Object.keys(declared).length === 0 ? undefined : declared;
}
