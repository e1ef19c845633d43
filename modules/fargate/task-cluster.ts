import type { Construct } from "constructs";
import { keepName } from "../internal/keep-name";
import { capacityProvidersOf } from "./capacity-providers";
import type { CreatedOrExisting } from "./created-or-existing";
import { FargateCluster } from "./fargate-cluster";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";

/** The cluster in which the task runs. */
export function taskCluster(
  scope: Construct,
  { task, cluster = {}, capacityProviders }: FargateTaskDefinitionProps,
): CreatedOrExisting<FargateCluster> {
  if ("arn" in cluster) return { arn: cluster.arn, created: undefined };
  const created = new FargateCluster(scope, "cluster", {
    name: task.family,
    capacityProviders: capacityProvidersOf(capacityProviders),
    ...(task.executeCommand === undefined ? {} : { executeCommand: task.executeCommand }),
    ...cluster,
  });
  if (cluster.name === undefined) keepName(created.cluster, "name");
  return { arn: created.arn, created };
}
