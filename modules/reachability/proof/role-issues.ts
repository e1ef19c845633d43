import type { Issue } from "../../issues/issue";
import { checkRoles } from "../../task/checks/check-roles";
import { asRegistered } from "../../task/definition/check-reading";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";

/** The arguments of a task definition that name its roles. */
const ROLE_ARGUMENTS = { executionRole: "execution_role_arn", taskRole: "task_role_arn" } as const;

/** Roles that a task definition is not given although its task needs them, with paths of the task. */
export function* roleIssues(reading: TaskDefinitionReading): Generator<Issue> {
  const { task, unknown } = reading;
  if (task !== undefined) yield* checkRoles(asRegistered(task, reading), { fields: ROLE_ARGUMENTS, unknown });
}
