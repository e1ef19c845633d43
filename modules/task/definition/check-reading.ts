import type { Issue } from "../../issues/issue";
import { FROM_ELSEWHERE } from "../../values/unresolved";
import { checkTask } from "../checks/check-task";
import type { UncheckedFargateTask } from "../fargate-task";
import type { TaskDefinitionReading } from "./interpret-task-definition";

/** Who the roles come from. */
export interface CheckReadingOptions {
  /** Whether the roles are created for the task, so that the document may lack them. @default false */
  readonly rolesAreCreated?: boolean;
}

/** What the checks of a task find in a task definition that was read, with paths of the document. */
export function* checkReading(reading: TaskDefinitionReading, options: CheckReadingOptions = {}): Generator<Issue> {
  if (reading.task === undefined) return;
  yield* inputPaths(checkTask(asRegistered(reading.task, reading, options), reading), reading);
}

/**
 * Issues with paths of the document instead of the task's. Those about what Terraform fills in are left out: nobody knows
 * whether they hold.
 */
export function* inputPaths(
  issues: Iterable<Issue>,
  { paths, unknown }: Pick<TaskDefinitionReading, "paths" | "unknown">,
): Generator<Issue> {
  for (const issue of issues) {
    if (issue.path === undefined) yield issue;
    else if (!unknown.has(issue.path)) yield { ...issue, path: paths.of(issue.path) };
  }
}

/** The task as ECS would register it, with nothing filled in. A list of containers has neither a size nor roles. */
export function asRegistered(
  task: UncheckedFargateTask,
  { roles }: TaskDefinitionReading,
  { rolesAreCreated = false }: CheckReadingOptions = {},
): UncheckedFargateTask {
  const elsewhere = { executionRoleArn: FROM_ELSEWHERE, taskRoleArn: FROM_ELSEWHERE };
  if (roles === undefined) return { ...task, cpu: FROM_ELSEWHERE, memory: FROM_ELSEWHERE, verbatim: elsewhere };
  return { ...task, verbatim: rolesAreCreated ? elsewhere : roles };
}
