import { FAILURES } from "../../asks/failures";
import { executeCommandOptions } from "../../task/execute-command";
import type { RequirementRule } from "./requirement-rule";

/** ECS Exec opens its sessions from within the task, with the task role. */
export const executeCommand: RequirementRule = {
  id: "execute-command",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  *derive({ task, containers }) {
    const options = executeCommandOptions(task.executeCommand);
    if (options === undefined) return;
    const path = "executeCommand";
    const text = "ECS Exec opens its sessions through Session Manager";
    yield { service: "ssmmessages", text, failure: FAILURES.executeCommand, path };
    const { logging, cloudWatchLogGroupName, s3BucketName, kmsKeyId } = options;
    const awslogs = containers.some(([, { logDriver }]) => logDriver === undefined || logDriver.kind === "awslogs");
    const failure = FAILURES.executeCommandLog;
    if (logging === "OVERRIDE" ? cloudWatchLogGroupName !== undefined : logging === "DEFAULT" && awslogs) {
      yield { service: "logs", text: "ECS Exec logs its sessions to CloudWatch Logs", failure, path };
    }
    if (logging === "OVERRIDE" && s3BucketName !== undefined) {
      yield { service: "s3", text: "ECS Exec logs its sessions to S3", failure, path };
    }
    if (kmsKeyId !== undefined) {
      yield {
        service: "kms",
        text: "ECS Exec encrypts its sessions with a KMS key",
        failure: FAILURES.sessionKey,
        path,
      };
    }
  },
};
