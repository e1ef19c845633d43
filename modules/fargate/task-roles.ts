import type { Construct } from "constructs";
import type { PolicyStatement } from "../aws/policy-document";
import type { TaskArns } from "../endpoints/task-arns";
import type { CreatedOrExisting } from "./created-or-existing";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import { TaskRole } from "./role";

/** The role with which ECS starts the task. */
export function executionRole(
  scope: Construct,
  { task, executionRole: options = {} }: FargateTaskDefinitionProps,
  statements: readonly PolicyStatement[],
): CreatedOrExisting<TaskRole> {
  if ("arn" in options) return { arn: options.arn, created: undefined };
  const namePrefix = `${task.family}-execution-`;
  const created = new TaskRole(scope, "execution-role", { namePrefix, options, statements });
  return { arn: created.role.arn, created };
}

/** The role of the containers' own calls. */
export function taskRole(
  scope: Construct,
  { task, taskRole: options = {} }: FargateTaskDefinitionProps,
  statements: readonly PolicyStatement[],
  arns: TaskArns,
): CreatedOrExisting<TaskRole> {
  if ("arn" in options) return { arn: options.arn, created: undefined };
  const namePrefix = `${task.family}-task-`;
  const { trust = "own-tasks" } = options;
  const trustedWhere = trust === "own-tasks" ? { trustedWhere: arns.whereTaskIsOwn() } : {};
  const created = new TaskRole(scope, "task-role", { namePrefix, options, statements, ...trustedWhere });
  return { arn: created.role.arn, created };
}
