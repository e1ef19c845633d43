import type { Construct } from "constructs";
import type { PolicyStatement } from "../aws/policy-document";
import type { TaskArns } from "../endpoints/task-arns";
import { knowByName } from "../endpoints/words-of-another-stack";
import type { CreatedOrExisting } from "./created-or-existing";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import { TaskRole } from "./role";

/** The role with which ECS starts the task. */
export function executionRole(
  scope: Construct,
  props: FargateTaskDefinitionProps,
  statements: readonly PolicyStatement[],
): CreatedOrExisting<TaskRole> {
  const { task, executionRole: options = {} } = props;
  if ("arn" in options) return { arn: options.arn, created: undefined };
  const namePrefix = `${task.family}-execution-`;
  const isKnownByName = knowByName(props, scope);
  const created = new TaskRole(scope, "execution-role", { namePrefix, isKnownByName, options, statements });
  return { arn: created.role.arn, created };
}

/** The role of the containers' own calls. */
export function taskRole(
  scope: Construct,
  props: FargateTaskDefinitionProps,
  statements: readonly PolicyStatement[],
  arns: TaskArns,
): CreatedOrExisting<TaskRole> {
  const { task, taskRole: options = {} } = props;
  if ("arn" in options) return { arn: options.arn, created: undefined };
  const namePrefix = `${task.family}-task-`;
  const isKnownByName = knowByName(props, scope);
  const { trust = "own-tasks" } = options;
  const trustedWhere = trust === "own-tasks" ? { trustedWhere: arns.whereTaskIsOwn() } : {};
  const created = new TaskRole(scope, "task-role", {
    namePrefix,
    isKnownByName,
    options,
    statements,
    ...trustedWhere,
  });
  return { arn: created.role.arn, created };
}
