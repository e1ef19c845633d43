import type { EndpointServiceName } from "../../planning/endpoint-services/catalog";
import type { EndpointReason } from "../../planning/plan/planned-endpoint";
import { arnPartition } from "../../planning/region";
import type { Container } from "../../planning/task/container";
import { environmentFile } from "../../planning/task/environment-file";
import { executeCommandOptions } from "../../planning/task/execute-command";
import type { UncheckedFargateTask } from "../../planning/task/fargate-task";
import type { SecretSource } from "../../planning/task/secret-source";
import { type SymbolicText, UNKNOWN_TEXT } from "../terraform/symbolic-text";
import type { ApiRequest } from "./api-request";

/** Where a task runs, as ARNs have it. */
export interface Surroundings {
  /** @default - not known */
  readonly region?: string;
  readonly account: SymbolicText;
}

/**
 * What a task asks of a service for a reason of its plan, as a policy sees it.
 *
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html,
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 *
 * @returns `undefined` where the task does not show what is asked
 */
export function apiRequests(
  task: UncheckedFargateTask,
  service: EndpointServiceName,
  reason: EndpointReason,
  surroundings: Surroundings,
): readonly ApiRequest[] | undefined {
  const { source = "" } = reason;
  const name = service.replace(/-fips(?=\.|$)/, "");
  if (source === "executeCommand") return executeCommandRequests(task, name);
  const container = containerAt(task, source);
  if (container === undefined) return undefined;
  if (source.endsWith(".image")) return imageRequests(container, name, surroundings);
  if (source.endsWith(".logDriver")) return logRequests(container, name, surroundings);
  const file = /\.environmentFiles\[(\d+)\]$/.exec(source)?.[1];
  if (file !== undefined) return fileRequests(container, Number(file));
  const secret = secretAt(container, source);
  return secret && secretRequests(secret, name, surroundings);
}

/** The container whose name a path starts with; names may have no dots. */
function containerAt(task: UncheckedFargateTask, path: string): Container | undefined {
  const name = /^containers\.([^.]+)\./.exec(path)?.[1];
  return name !== undefined && Object.hasOwn(task.containers, name) ? task.containers[name] : undefined;
}

function imageRequests(
  { image }: Container,
  service: string,
  { region, account }: Surroundings,
): readonly ApiRequest[] | undefined {
  if (image.kind !== "ecr") return undefined;
  const byRole = (action: string, resource: string) => ({ action, resource, principal: "execution-role" }) as const;
  if (service === "ecr.api") return [byRole("ecr:GetAuthorizationToken", "*")];
  if (service === "ecr.dkr") {
    const arn = repositoryArn(image.repositoryUrl, account);
    return [byRole("ecr:BatchGetImage", arn), byRole("ecr:GetDownloadUrlForLayer", arn)];
  }
  if (service !== "s3") return undefined;
  return [{ action: "s3:GetObject", resource: layerArn(region), principal: "ecr" }];
}

/** The bucket with the image layers of a Region. Its name outside of the commercial partition is not established. */
function layerArn(region: string | undefined): SymbolicText {
  if (region === undefined || arnPartition(region) !== "aws") return UNKNOWN_TEXT;
  return `arn:aws:s3:::prod-${region}-starport-layer-bucket/\${layer}`;
}

function repositoryArn(url: string, account: SymbolicText): SymbolicText {
  const match = /^(.+)\.dkr\.ecr(?:-fips)?\.([a-z0-9-]+)\.[a-z.]+\/(.+)$/.exec(url);
  const [, owner = account, region, name] = match ?? [];
  if (region === undefined) return UNKNOWN_TEXT;
  return `arn:${arnPartition(region)}:ecr:${region}:${owner}:repository/${name}`;
}

function logRequests({ logDriver }: Container, service: string, { region, account }: Surroundings) {
  if (service !== "logs" || logDriver?.kind !== "awslogs") return undefined;
  const where = logDriver.region ?? region;
  const partition = where === undefined ? UNKNOWN_TEXT : arnPartition(where);
  const group = logDriver.logGroupName ?? UNKNOWN_TEXT;
  const resource = `arn:${partition}:logs:${where ?? UNKNOWN_TEXT}:${account}:log-group:${group}:log-stream:\${stream}`;
  const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
  if (logDriver.createGroup === true) actions.push("logs:CreateLogGroup");
  return actions.map((action) => ({ action, resource, principal: "execution-role" }) as const);
}

function fileRequests({ environmentFiles }: Container, index: number): readonly ApiRequest[] | undefined {
  const file = environmentFiles?.[index];
  if (file === undefined) return undefined;
  const { arn } = environmentFile(file);
  const [bucket = ""] = arn.split("/");
  return [
    { action: "s3:GetObject", resource: arn, principal: "execution-role" },
    { action: "s3:GetBucketLocation", resource: bucket, principal: "execution-role" },
  ];
}

function secretAt({ secrets, logDriver }: Container, path: string): SecretSource | undefined {
  const [, place, name = ""] = /\.(secrets|secretOptions)\.(.+)$/.exec(path) ?? [];
  const options = logDriver !== undefined && "secretOptions" in logDriver ? logDriver.secretOptions : undefined;
  const sources = place === "secrets" ? secrets : place === "secretOptions" ? options : undefined;
  return sources?.[name];
}

function secretRequests(secret: SecretSource, service: string, { region, account }: Surroundings) {
  const principal = "execution-role" as const;
  if (secret.kind === "secrets-manager" && service === "secretsmanager") {
    return [{ action: "secretsmanager:GetSecretValue", resource: secret.secretArn, principal }];
  }
  if (secret.kind !== "ssm-parameter" || service !== "ssm") return undefined;
  const { parameter } = secret;
  const partition = region === undefined ? UNKNOWN_TEXT : arnPartition(region);
  const start = `arn:${partition}:ssm:${region ?? UNKNOWN_TEXT}:${account}:parameter`;
  // An expression may stand for a name or for an ARN.
  const resource = parameter.startsWith("arn:")
    ? parameter
    : parameter.startsWith("${")
      ? UNKNOWN_TEXT
      : `${start}${parameter.startsWith("/") ? "" : "/"}${parameter}`;
  return [{ action: "ssm:GetParameters", resource, principal }];
}

const EXEC_ACTIONS = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];

function executeCommandRequests(task: UncheckedFargateTask, service: string): readonly ApiRequest[] | undefined {
  const principal = "task-role" as const;
  const options = executeCommandOptions(task.executeCommand);
  if (service === "ssmmessages") {
    return EXEC_ACTIONS.map((action) => ({ action: `ssmmessages:${action}`, resource: "*", principal }));
  }
  if (service === "kms") return [{ action: "kms:Decrypt", resource: options?.kmsKeyId ?? UNKNOWN_TEXT, principal }];
  if (service === "s3" && options?.s3BucketName !== undefined) {
    const bucket = `arn:\${?}:s3:::${options.s3BucketName}`;
    return [
      { action: "s3:PutObject", resource: `${bucket}/\${object}`, principal },
      { action: "s3:GetEncryptionConfiguration", resource: bucket, principal },
    ];
  }
  return undefined;
}
