import type { PolicyStatement } from "../aws/policy-document";
import type { FargateTaskLaunch } from "./fargate-task-launch";

/**
 * The least rights of whoever starts a task: to run its revisions in its cluster, and to pass on its two roles.
 *
 * Sources: Amazon ECS Developer Guide, "Amazon ECS EventBridge IAM role"; Service Authorization Reference, "Actions, resources, and
 * condition keys for Amazon Elastic Container Service" (`RunTask`).
 */
export function runTaskStatements(launch: FargateTaskLaunch): readonly PolicyStatement[] {
  return [
    {
      actions: ["ecs:RunTask"],
      resources: [`${launch.familyArn}:*`],
      conditions: { ArnEquals: { "ecs:cluster": launch.clusterArn } },
    },
    {
      actions: ["iam:PassRole"],
      resources: [launch.executionRoleArn, launch.taskRoleArn],
      conditions: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
  ];
}
