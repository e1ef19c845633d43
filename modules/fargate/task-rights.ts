import type { AskedRequest } from "../asks/ask";
import { roleStatements } from "../asks/role-statements";
import type { PolicyStatement } from "../aws/policy-document";
import type { TaskArns } from "../endpoints/task-arns";
import { asksOf } from "../planning/rules/asks-of";
import type { UncheckedFargateTask } from "../task/fargate-task";

/** The rights of the two roles of a task. */
export interface TaskRights {
  readonly executionRole: readonly PolicyStatement[];
  readonly taskRole: readonly PolicyStatement[];
}

/**
 * The least rights with which a task starts and runs: what it asks, and what it grants its application.
 *
 * Sources: Amazon ECS Developer Guide, "Task execution IAM role" and "Monitor Amazon ECS containers with ECS Exec".
 */
export function taskRights(task: UncheckedFargateTask, arns: TaskArns): TaskRights {
  const asks = asksOf(task);
  const rightTo = (request: AskedRequest) => arns.rightTo(request);
  return {
    executionRole: roleStatements(asks, "execution-role", rightTo),
    taskRole: [...roleStatements(asks, "task-role", rightTo), ...(task.taskRoleStatements ?? [])],
  };
}
