import type { PolicyStatement } from "../aws/policy-document";
import { executeCommandOptions } from "../task/execute-command";
import type { FargateTask } from "../task/fargate-task";
import type { TaskArns } from "./task-arns";

/** What the task role's rights depend on, besides the task. */
export interface TaskRoleSurroundings {
  /** The ARNs of what the task names. */
  readonly arns: TaskArns;
  /** ARN of the service's log group, which is there where a container uses it. */
  readonly logGroupArn: string;
}

/**
 * The rights of the containers: those that the task asks for, and those that ECS Exec needs.
 *
 * Source: Amazon ECS Developer Guide, "Monitor Amazon ECS containers with ECS Exec".
 */
export function taskRoleStatements(task: FargateTask, surroundings: TaskRoleSurroundings): PolicyStatement[] {
  return [...executeCommandStatements(task, surroundings), ...(task.taskRoleStatements ?? [])];
}

function executeCommandStatements(task: FargateTask, surroundings: TaskRoleSurroundings): PolicyStatement[] {
  const options = executeCommandOptions(task.executeCommand);
  if (options === undefined) return [];
  const { arns } = surroundings;
  const { logging, cloudWatchLogGroupName, s3BucketName, kmsKeyId } = options;
  const override = logging === "OVERRIDE";
  const logGroups = logging === "DEFAULT" ? logGroupsOfTask(task, surroundings) : [];
  if (override && cloudWatchLogGroupName !== undefined) logGroups.push(arns.logGroup(cloudWatchLogGroupName));
  return [
    {
      sid: "ExecuteCommand",
      actions: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      resources: ["*"],
    },
    ...(logGroups.length === 0 ? [] : logStatements([...new Set(logGroups)])),
    ...(override && s3BucketName !== undefined ? bucketStatements(arns.bucket(s3BucketName)) : []),
    ...(kmsKeyId === undefined
      ? []
      : [{ sid: "ExecuteCommandKey", actions: ["kms:Decrypt"], resources: [arns.key(kmsKeyId)] }]),
  ];
}

/** With the logging DEFAULT the output goes where awslogs of the task sends its own. */
function logGroupsOfTask(task: FargateTask, { arns, logGroupArn }: TaskRoleSurroundings): string[] {
  return Object.values(task.containers).flatMap(({ logDriver }) => {
    if (logDriver !== undefined && logDriver.kind !== "awslogs") return [];
    if (logDriver?.logGroupName !== undefined) return arns.logGroup(logDriver.logGroupName, logDriver.region);
    return logGroupArn;
  });
}

function logStatements(logGroups: readonly string[]): PolicyStatement[] {
  return [
    { sid: "ExecuteCommandLogGroups", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    {
      sid: "ExecuteCommandLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: logGroups.map((arn) => `${arn}:*`),
    },
  ];
}

function bucketStatements(bucket: string): PolicyStatement[] {
  return [
    {
      sid: "ExecuteCommandBucket",
      actions: ["s3:GetBucketLocation", "s3:GetEncryptionConfiguration"],
      resources: [bucket],
    },
    { sid: "ExecuteCommandObjects", actions: ["s3:PutObject"], resources: [`${bucket}/*`] },
  ];
}
