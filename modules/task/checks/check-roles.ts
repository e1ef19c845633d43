import { type Issue, issue } from "../../issues/issue";
import type { Container } from "../container";
import type { UncheckedFargateTask } from "../fargate-task";
import { secretOptionsOf } from "../log-drivers/placed-log-driver";
import type { Volume } from "../volumes/volume";
import type { CheckContext } from "./check-context";

const FIELDS_OF_ECS = { executionRole: "executionRoleArn", taskRole: "taskRoleArn" } as const;

/**
 * Which roles a task definition lacks, where nothing is filled in.
 *
 * Sources for volumes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html
 */
export function* checkRoles(task: UncheckedFargateTask, context: CheckContext = {}): Generator<Issue> {
  const { fields = FIELDS_OF_ECS, unknown } = context;
  const { verbatim } = task;
  if (verbatim === undefined) return;
  if (verbatim.executionRoleArn === undefined) {
    const users = Object.entries(task.containers).flatMap(([name, container]) =>
      Array.from(usesOfExecutionRole(container, `containers.${name}`))
        .filter(({ path }) => unknown?.has(path) !== true)
        .map(({ use }) => `${use} (${name})`),
    );
    if (users.length > 0) {
      yield issue("execution-role-missing", {
        problem: `the task has no execution role, which ${users.join(", ")} needs`,
        fix: `add ${fields.executionRole}`,
      });
    }
  }
  if (verbatim.taskRoleArn !== undefined) return;
  for (const [name, volume] of Object.entries(task.volumes ?? {})) {
    const why = whyTaskRole(volume);
    if (why === undefined) continue;
    yield issue("task-role-missing", {
      path: `volumes.${name}`,
      problem: `the task has no task role, but the volume "${name}" needs one`,
      why,
      fix: `add ${fields.taskRole}, with the rights to mount the file system`,
    });
  }
  if (task.executeCommand !== undefined) {
    yield issue("task-role-missing", {
      problem: "the task has no task role, but ECS Exec needs one",
      why: "the agent of ECS Exec opens its sessions with the task role",
      fix: `add ${fields.taskRole}, with the four actions of ssmmessages`,
    });
  }
}

/** Why a volume is mounted with the task role, where it is. */
function whyTaskRole(volume: Volume): string | undefined {
  if (volume.kind === "s3-files") return "a file system of S3 Files is mounted with the task role";
  if (volume.kind === "efs" && volume.iam === "ENABLED") {
    return "with IAM authorization a file system of EFS is mounted with the task role";
  }
  return undefined;
}

/** What a container needs the execution role for, and the part of the task that says so. */
interface RoleUse {
  readonly use: string;
  readonly path: string;
}

/** Source: Amazon ECS Developer Guide, "Task execution IAM role". */
function* usesOfExecutionRole(container: Container, at: string): Generator<RoleUse> {
  const { image, secrets, environmentFiles, logDriver } = container;
  if (image.kind === "ecr") yield { use: "an image in ECR", path: `${at}.image` };
  if (image.kind === "registry" && image.credentialsParameter !== undefined) {
    yield { use: "a private registry", path: `${at}.image` };
  }
  if (Object.keys({ ...secrets, ...secretOptionsOf(logDriver) }).length > 0) {
    yield { use: "a secret", path: `${at}.secrets` };
  }
  if ((environmentFiles ?? []).length > 0) {
    yield { use: "an environment file", path: `${at}.environmentFiles` };
  }
  if (logDriver?.kind === "awslogs") yield { use: "the log driver awslogs", path: `${at}.logDriver` };
}
