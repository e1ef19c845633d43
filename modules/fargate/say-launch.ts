import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import type { FargateTaskLaunch } from "./fargate-task-launch";

/**
 * Writes where a task is started into a comment of its task definition, where the proof reads it as long as nothing in the app
 * starts the task. It has the names that arguments of `aws_ecs_service` have.
 */
export function sayLaunch(taskDefinition: EcsTaskDefinition, launch: FargateTaskLaunch): void {
  const { subnets, securityGroups, platformVersion, task, clusterArn } = launch;
  taskDefinition.addOverride("//.privateFargate.launch", {
    network_configuration: { subnets, security_groups: securityGroups, assign_public_ip: false },
    platform_version: platformVersion,
    ...(task.executeCommand === undefined ? {} : { enable_execute_command: true, cluster: clusterArn }),
  });
}
