import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import type { EndpointReason } from "../../planning/plan/planned-endpoint";
import type { Container } from "../../task/container";
import { environmentFile } from "../../task/environment-file";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { type LogDriver, secretOptionsOf } from "../../task/log-drivers/log-driver";
import type { SecretSource } from "../../task/secrets/secret-source";
import type { ServiceConnect } from "../../task/service-connect";
import type { ApiRequest } from "../model/api-request";
import { UNKNOWN_TEXT } from "../model/symbol";
import { executeCommandRequests } from "./execute-command-requests";
import { imageRequests } from "./image-requests";
import { ownArn, type Surroundings } from "./surroundings";

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
  if (source === "executeCommand") return executeCommandRequests(task.executeCommand, name, surroundings);
  const part = source.startsWith("serviceConnect.") ? task.serviceConnect : containerAt(task, source);
  if (part === undefined) return undefined;
  if (source.endsWith(".logDriver")) return logRequests(part.logDriver, name, surroundings);
  const secret = secretAt(part, source);
  if (secret !== undefined) return secretRequests(secret, name, surroundings);
  if (!("image" in part)) return undefined;
  if (source.endsWith(".image")) return imageRequests(part.image, name, surroundings);
  const file = /\.environmentFiles\[(\d+)\]$/.exec(source)?.[1];
  return file === undefined ? undefined : fileRequests(part, Number(file));
}

/** The container whose name a path starts with; names may have no dots. */
function containerAt(task: UncheckedFargateTask, path: string): Container | undefined {
  const name = /^containers\.([^.]+)\./.exec(path)?.[1];
  return name !== undefined && Object.hasOwn(task.containers, name) ? task.containers[name] : undefined;
}

function logRequests(logDriver: LogDriver | undefined, service: string, surroundings: Surroundings) {
  if (service !== "logs" || logDriver?.kind !== "awslogs") return undefined;
  const { region, logGroupName = UNKNOWN_TEXT, createGroup } = logDriver;
  const group = ownArn(
    { service: "logs", resource: `log-group:${logGroupName}`, ...(region === undefined ? {} : { region }) },
    surroundings,
  );
  const resource = `${group}:log-stream:\${stream}`;
  const actions = ["logs:CreateLogStream", "logs:PutLogEvents"];
  if (createGroup === true) actions.push("logs:CreateLogGroup");
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

function secretAt(part: Container | ServiceConnect, path: string): SecretSource | undefined {
  const [, place, name = ""] = /\.(secrets|secretOptions)\.(.+)$/.exec(path) ?? [];
  if (place === "secretOptions") return secretOptionsOf(part.logDriver)?.[name];
  return place === "secrets" && "secrets" in part ? part.secrets?.[name] : undefined;
}

function secretRequests(secret: SecretSource, service: string, surroundings: Surroundings) {
  const principal = "execution-role" as const;
  if (secret.kind === "secrets-manager" && service === "secretsmanager") {
    return [{ action: "secretsmanager:GetSecretValue", resource: secret.secretArn, principal }];
  }
  if (secret.kind !== "ssm-parameter" || service !== "ssm") return undefined;
  const { parameter } = secret;
  const name = parameter.startsWith("/") ? parameter : `/${parameter}`;
  // An expression may stand for a name or for an ARN.
  const resource = parameter.startsWith("arn:")
    ? parameter
    : parameter.startsWith("${")
      ? UNKNOWN_TEXT
      : ownArn({ service: "ssm", resource: `parameter${name}` }, surroundings);
  return [{ action: "ssm:GetParameters", resource, principal }];
}
