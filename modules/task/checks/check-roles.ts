import { type Issue, issue } from "../../issues/issue";
import type { Container } from "../container";
import type { UncheckedFargateTask } from "../fargate-task";
import { secretOptionsOf } from "../log-drivers/placed-log-driver";

/** Which roles a task definition lacks, where nothing is filled in. */
export function* checkRoles(task: UncheckedFargateTask): Generator<Issue> {
  const { verbatim } = task;
  if (verbatim === undefined) return;
  if (verbatim.executionRoleArn === undefined) {
    const users = Object.entries(task.containers).flatMap(([name, container]) =>
      Array.from(usesOfExecutionRole(container), (use) => `${use} (${name})`),
    );
    if (users.length > 0) {
      yield issue("execution-role-missing", {
        problem: `the task has no execution role, which ${users.join(", ")} needs`,
        fix: "add executionRoleArn",
      });
    }
  }
  if (verbatim.taskRoleArn === undefined && task.executeCommand !== undefined) {
    yield issue("task-role-missing", {
      problem: "the task has no task role, but ECS Exec needs one",
      fix: "add taskRoleArn, with the four actions of ssmmessages",
    });
  }
}

/** Source: Amazon ECS Developer Guide, "Task execution IAM role". */
function* usesOfExecutionRole({ image, secrets, environmentFiles, logDriver }: Container): Generator<string> {
  if (image.kind === "ecr") yield "an image in ECR";
  if (image.kind === "registry" && image.credentialsParameter !== undefined) yield "a private registry";
  if (Object.keys({ ...secrets, ...secretOptionsOf(logDriver) }).length > 0) yield "a secret";
  if ((environmentFiles ?? []).length > 0) yield "an environment file";
  if (logDriver?.kind === "awslogs") yield "the log driver awslogs";
}
