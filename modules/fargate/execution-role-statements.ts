import type { PolicyStatement } from "../planning/policy-document";
import type { Container, FargateTask } from "../planning/task/fargate-task";
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
 * The least rights with which a task starts: pull its images, read its secrets, write its logs.
 *
 * Source: Amazon ECS Developer Guide, "Task execution IAM role". The token of ECR has no resource, and AWS's own sample
 * leaves it without a condition.
 */
export function executionRoleStatements(task: FargateTask, surroundings: ExecutionRoleSurroundings): PolicyStatement[] {
  const { arns, logGroupArn, pullOnlyFromVpc } = surroundings;
  const containers = Object.values(task.containers);
  const repositories = unique(containers.flatMap(({ image }) => (image.kind === "ecr" ? arns.repository(image) : [])));
  const secrets = containers.flatMap((container) => Object.values(container.secrets ?? {}));
  const parameterArns = unique(
    secrets.flatMap((secret) => (secret.kind === "ssm-parameter" ? arns.parameter(secret) : [])),
  );
  const secretArns = unique(secrets.flatMap((secret) => (secret.kind === "secrets-manager" ? secret.secretArn : [])));
  const logGroups = unique(containers.flatMap((container) => logGroupArns(container, logGroupArn, arns)));
  return [
    ...ifAny(
      repositories,
      (): PolicyStatement => ({
        sid: "EcrToken",
        actions: ["ecr:GetAuthorizationToken"],
        resources: ["*"],
      }),
    ),
    ...ifAny(
      repositories,
      (resources): PolicyStatement => ({
        sid: "EcrPull",
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
        resources,
        ...(pullOnlyFromVpc === undefined
          ? {}
          : { conditions: { StringEquals: { "aws:SourceVpc": pullOnlyFromVpc } } }),
      }),
    ),
    ...ifAny(
      parameterArns,
      (resources): PolicyStatement => ({
        sid: "ParameterStore",
        actions: ["ssm:GetParameters"],
        resources,
      }),
    ),
    ...ifAny(
      secretArns,
      (resources): PolicyStatement => ({
        sid: "SecretsManager",
        actions: ["secretsmanager:GetSecretValue"],
        resources,
      }),
    ),
    ...ifAny(
      logGroups,
      (arnsOfGroups): PolicyStatement => ({
        sid: "Logs",
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: arnsOfGroups.map((arn) => `${arn}:*`),
      }),
    ),
  ];
}

function logGroupArns({ logDriver }: Container, ofService: string, arns: TaskArns): string[] {
  if (logDriver === undefined) return [ofService];
  if (logDriver.kind !== "awslogs") return [];
  return [logDriver.logGroupName === undefined ? ofService : arns.logGroup(logDriver.logGroupName, logDriver.region)];
}

function ifAny(
  resources: readonly string[],
  statement: (resources: readonly string[]) => PolicyStatement,
): PolicyStatement[] {
  return resources.length === 0 ? [] : [statement(resources)];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
