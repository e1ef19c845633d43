import type { PolicyStatement } from "../aws/policy-document";
import { environmentFile } from "../task/environment-file";
import type { FargateTask } from "../task/fargate-task";
import { type AwslogsDriver, type LogDriver, secretOptionsOf } from "../task/log-drivers/log-driver";
import type { TaskArns } from "./task-arns";

/** What the execution role's rights depend on, besides the task. */
export interface ExecutionRoleSurroundings {
  /** The ARNs of what the task names. */
  readonly arns: TaskArns;
  /** ARN of the service's log group. */
  readonly logGroupArn: string;
  /** Id of the VPC to which pulling is limited. @default - it is not limited */
  readonly pullOnlyFromVpc?: string;
}

/**
 * The least rights with which a task starts: pull its images, read its secrets and files, write its logs.
 *
 * Source: Amazon ECS Developer Guide, "Task execution IAM role". The token of ECR has no resource, and AWS's own sample
 * leaves it without a condition.
 */
export function executionRoleStatements(task: FargateTask, surroundings: ExecutionRoleSurroundings): PolicyStatement[] {
  const { arns } = surroundings;
  const files = Object.values(task.containers).flatMap(({ environmentFiles = [] }) =>
    environmentFiles.map((file) => environmentFile(file).arn),
  );
  return [
    ...pullStatements(task, surroundings),
    ...secretStatements(task, arns),
    ...statement("EnvironmentFiles", ["s3:GetObject"], files),
    ...statement(
      "EnvironmentFileBuckets",
      ["s3:GetBucketLocation"],
      files.map((arn) => arns.bucketOf(arn)),
    ),
    ...logStatements(task, surroundings),
  ];
}

function pullStatements(task: FargateTask, { arns, pullOnlyFromVpc }: ExecutionRoleSurroundings): PolicyStatement[] {
  const images = Object.values(task.containers).flatMap(({ image }) => (image.kind === "ecr" ? [image] : []));
  const repositories = images.map((image) => arns.repository(image));
  if (task.runtimeMonitoring === true) repositories.push(arns.guardDutyRepository());
  const cached = images.filter(({ pullThroughCache }) => pullThroughCache === true);
  const condition =
    pullOnlyFromVpc === undefined ? {} : { conditions: { StringEquals: { "aws:SourceVpc": pullOnlyFromVpc } } };
  return [
    ...(repositories.length === 0 ? [] : statement("EcrToken", ["ecr:GetAuthorizationToken"], ["*"])),
    ...statement(
      "EcrPull",
      ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      repositories,
    ).map((pull) => ({ ...pull, ...condition })),
    ...statement(
      "EcrPullThroughCache",
      ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
      cached.map((image) => arns.repository(image)),
    ),
  ];
}

function secretStatements(task: FargateTask, arns: TaskArns): PolicyStatement[] {
  const containers = Object.values(task.containers);
  const secrets = [
    ...containers.flatMap((container) => Object.values(container.secrets ?? {})),
    ...logDrivers(task).flatMap((driver) => Object.values(secretOptionsOf(driver) ?? {})),
  ];
  const parameters = secrets.flatMap((secret) => (secret.kind === "ssm-parameter" ? arns.parameter(secret) : []));
  const ofRegistries = containers.flatMap(({ image }) =>
    image.kind === "registry" ? (image.credentialsParameter ?? []) : [],
  );
  const ofManager = secrets.flatMap((secret) => (secret.kind === "secrets-manager" ? secret.secretArn : []));
  return [
    ...statement("ParameterStore", ["ssm:GetParameters"], parameters),
    ...statement("SecretsManager", ["secretsmanager:GetSecretValue"], [...ofManager, ...ofRegistries]),
  ];
}

function logStatements(task: FargateTask, { arns, logGroupArn }: ExecutionRoleSurroundings): PolicyStatement[] {
  const drivers = logDrivers(task).flatMap((driver) => (driver.kind === "awslogs" ? [driver] : []));
  const groupOf = ({ logGroupName, region }: AwslogsDriver) =>
    `${logGroupName === undefined ? logGroupArn : arns.logGroup(logGroupName, region)}:*`;
  const created = drivers.filter(({ createGroup }) => createGroup === true);
  return [
    ...statement("Logs", ["logs:CreateLogStream", "logs:PutLogEvents"], drivers.map(groupOf)),
    ...statement("LogGroups", ["logs:CreateLogGroup"], created.map(groupOf)),
  ];
}

/** The log drivers of the containers and of the proxy of Service Connect. */
function logDrivers({ containers, serviceConnect }: FargateTask): LogDriver[] {
  const ofContainers = Object.values(containers).map(({ logDriver }): LogDriver => logDriver ?? { kind: "awslogs" });
  return serviceConnect?.logDriver === undefined ? ofContainers : [...ofContainers, serviceConnect.logDriver];
}

function statement(sid: string, actions: readonly string[], resources: readonly string[]): PolicyStatement[] {
  return resources.length === 0 ? [] : [{ sid, actions, resources: [...new Set(resources)] }];
}
