import type { Construct } from "constructs";
import { arnPartition } from "../aws/region";
import { volumesWithoutRole } from "./ebs-volumes";
import type { FargateServiceProps } from "./fargate-service-props";
import { TaskRole } from "./role";

/**
 * The role with which ECS manages volumes of EBS, where it is asked for and a volume has none of yours.
 *
 * Source: Amazon ECS Developer Guide, "Amazon ECS infrastructure IAM role".
 */
export function infrastructureRole(
  scope: Construct,
  { task, network, infrastructureRole: options }: FargateServiceProps,
): TaskRole | undefined {
  if (options === undefined || volumesWithoutRole(task).length === 0) return undefined;
  const policies = `arn:${arnPartition(network.region)}:iam::aws:policy`;
  const volumes = `${policies}/service-role/AmazonECSInfrastructureRolePolicyForVolumes`;
  return new TaskRole(scope, "infrastructure-role", {
    namePrefix: `${task.family}-infrastructure-`,
    options: { ...options, managedPolicies: { ...options.managedPolicies, volumes } },
    statements: [],
    service: "ecs.amazonaws.com",
  });
}
