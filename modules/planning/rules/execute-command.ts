import type { Ask, AskedRequest } from "../../asks/ask";
import { FAILURES } from "../../asks/failures";
import { executeCommandOptions, type ResolvedExecuteCommand } from "../../task/execute-command";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { logDriversOf } from "../../task/log-drivers/placed-log-driver";
import type { AskRule } from "./ask-rule";

const COMMON = { rule: "execute-command", by: "task-role", path: "executeCommand" } as const;

const CHANNELS: AskedRequest = {
  sid: "ExecuteCommand",
  actions: [
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
  ],
  on: { kind: "everything" },
};

/** ECS Exec opens its sessions from within the task, with the task role. */
export const executeCommand: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  *asks({ task }) {
    const options = executeCommandOptions(task.executeCommand);
    if (options === undefined) return;
    yield {
      ...COMMON,
      service: "ssmmessages",
      requests: [CHANNELS],
      text: "ECS Exec opens its sessions through Session Manager",
      failure: FAILURES.executeCommand,
    };
    const logGroups = logGroupsOf(task, options);
    if (logGroups.length > 0) {
      yield {
        ...COMMON,
        service: "logs",
        requests: [DESCRIBE_LOG_GROUPS, ...logGroups.flatMap(logRequests)].map((request) => ({
          ...request,
          // Without the rights to the log group of awslogs the session opens all the same.
          mayLack: options.logging === "DEFAULT",
        })),
        text: "ECS Exec logs its sessions to CloudWatch Logs",
        failure: FAILURES.executeCommandLog,
      };
    }
    const { logging, s3BucketName, kmsKeyId } = options;
    if (logging === "OVERRIDE" && s3BucketName !== undefined) yield bucketAsk(s3BucketName);
    if (kmsKeyId !== undefined) {
      yield {
        ...COMMON,
        service: "kms",
        requests: [{ sid: "ExecuteCommandKey", actions: ["kms:Decrypt"], on: { kind: "key", key: kmsKeyId } }],
        text: "ECS Exec encrypts its sessions with a KMS key",
        failure: FAILURES.sessionKey,
      };
    }
  },
};

/** The log group of a driver or of the sessions themselves. */
interface LogGroup {
  readonly name?: string | undefined;
  readonly region?: string | undefined;
}

/** With the logging DEFAULT the output goes where awslogs of the containers sends its own. */
function logGroupsOf(
  { containers }: UncheckedFargateTask,
  { logging, cloudWatchLogGroupName: name }: ResolvedExecuteCommand,
): readonly LogGroup[] {
  if (logging === "OVERRIDE") return name === undefined ? [] : [{ name }];
  if (logging !== "DEFAULT") return [];
  return logDriversOf({ containers }).flatMap(({ driver }) =>
    driver.kind === "awslogs" ? [{ name: driver.logGroupName, region: driver.region }] : [],
  );
}

const DESCRIBE_LOG_GROUPS: AskedRequest = {
  sid: "ExecuteCommandLogGroups",
  actions: ["logs:DescribeLogGroups"],
  on: { kind: "everything" },
};

function logRequests(group: LogGroup): AskedRequest[] {
  const sid = "ExecuteCommandLogs";
  return [
    { sid, actions: ["logs:CreateLogStream"], on: { kind: "log-streams", ...group } },
    { sid, actions: ["logs:DescribeLogStreams"], on: { kind: "log-group", ...group } },
    { sid, actions: ["logs:PutLogEvents"], on: { kind: "log-streams", ...group } },
  ];
}

function bucketAsk(name: string): Ask {
  return {
    ...COMMON,
    service: "s3",
    requests: [
      {
        sid: "ExecuteCommandBucket",
        actions: ["s3:GetEncryptionConfiguration", "s3:GetBucketLocation"],
        granted: ["s3:GetBucketLocation", "s3:GetEncryptionConfiguration"],
        on: { kind: "bucket", name },
      },
      { sid: "ExecuteCommandObjects", actions: ["s3:PutObject"], on: { kind: "objects-in-bucket", name } },
    ],
    text: "ECS Exec logs its sessions to S3",
    failure: FAILURES.executeCommandLog,
  };
}
