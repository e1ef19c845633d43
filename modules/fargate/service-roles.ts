import type { Construct } from "constructs";
import type { CreatedOrExisting } from "./created-or-existing";
import { executionRoleStatements } from "./execution-role-statements";
import type { FargateServiceProps } from "./fargate-service-props";
import { TaskRole } from "./role";
import { type TaskRoleSurroundings, taskRoleStatements } from "./task-role-statements";

/** The role with which ECS starts the task. */
export function executionRole(
  scope: Construct,
  { task, network, endpoints, executionRole: options = {} }: FargateServiceProps,
  rights: TaskRoleSurroundings,
): CreatedOrExisting<TaskRole> {
  if ("arn" in options) return { arn: options.arn, created: undefined };
  // The condition holds only for calls that arrive through an endpoint of the VPC.
  const pullsThroughEndpoint = (["ecr.dkr", "ecr-fips.dkr"] as const).some((service) =>
    endpoints?.services.has(service),
  );
  const created = new TaskRole(scope, "execution-role", {
    namePrefix: `${task.family}-execution-`,
    options,
    statements: executionRoleStatements(task, {
      ...rights,
      ...(pullsThroughEndpoint ? { pullOnlyFromVpc: network.vpcId } : {}),
    }),
  });
  return { arn: created.role.arn, created };
}

/** The role of the containers' own calls. */
export function taskRole(
  scope: Construct,
  { task, taskRole: options = {} }: FargateServiceProps,
  rights: TaskRoleSurroundings,
): CreatedOrExisting<TaskRole> {
  if ("arn" in options) return { arn: options.arn, created: undefined };
  const created = new TaskRole(scope, "task-role", {
    namePrefix: `${task.family}-task-`,
    options,
    statements: taskRoleStatements(task, rights),
  });
  return { arn: created.role.arn, created };
}
