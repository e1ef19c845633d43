import { type Issue, issue } from "../../issues/issue";
import type { Container } from "../container";
import type { UncheckedFargateTask } from "../fargate-task";
import { secretOptionsOf } from "../log-drivers/placed-log-driver";

/**
 * Which roles a task definition lacks, where nothing is filled in.
 *
 * Source for S3 Files: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html
 */
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
  if (verbatim.taskRoleArn !== undefined) return;
  for (const [name, { kind }] of Object.entries(task.volumes ?? {})) {
    if (kind !== "s3-files") continue;
    yield issue("task-role-missing", {
      path: `volumes.${name}`,
      problem: `the task has no task role, but the volume "${name}" needs one`,
      why: "a file system of S3 Files is mounted with the task role",
      fix: "add taskRoleArn, with the rights to mount the file system",
    });
  }
  if (task.executeCommand !== undefined) {
    yield issue("task-role-missing", {
      problem: "the task has no task role, but ECS Exec needs one",
      why: "the agent of ECS Exec opens its sessions with the task role",
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
