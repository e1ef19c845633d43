import type { Construct } from "constructs";
import type { CreatedOrExisting } from "./created-or-existing";
import { FargateCluster } from "./fargate-cluster";
import type { FargateServiceProps } from "./fargate-service-props";

export function serviceCluster(
  scope: Construct,
  { task, cluster = {} }: FargateServiceProps,
): CreatedOrExisting<FargateCluster> {
  if ("arn" in cluster) return { arn: cluster.arn, created: undefined };
  const created = new FargateCluster(scope, "cluster", {
    name: task.family,
    ...cluster,
    ...(task.executeCommand === undefined ? {} : { executeCommand: task.executeCommand }),
  });
  return { arn: created.arn, created };
}
