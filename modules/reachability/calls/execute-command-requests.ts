import { type ExecuteCommandOptions, executeCommandOptions } from "../../task/execute-command";
import type { ApiRequest } from "../model/api-request";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { ownArn, partitionText, type Surroundings } from "./surroundings";

const CHANNEL_ACTIONS = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];

/** What ECS Exec asks of a service. */
export function executeCommandRequests(
  executeCommand: true | ExecuteCommandOptions | undefined,
  service: string,
  surroundings: Surroundings,
): readonly ApiRequest[] | undefined {
  const options = executeCommandOptions(executeCommand);
  const byRole = (action: string, resource: SymbolicText) => ({ action, resource, principal: "task-role" }) as const;
  switch (service) {
    case "ssmmessages":
      return CHANNEL_ACTIONS.map((action) => byRole(`ssmmessages:${action}`, "*"));
    case "logs": {
      const name = options?.cloudWatchLogGroupName ?? UNKNOWN_TEXT;
      const group = ownArn({ service: "logs", resource: `log-group:${name}` }, surroundings);
      return [
        byRole("logs:DescribeLogGroups", "*"),
        // Whether the name of the group is followed by ":*" is not documented.
        byRole("logs:DescribeLogStreams", `${group}${UNKNOWN_TEXT}`),
        byRole("logs:CreateLogStream", `${group}:log-stream:\${stream}`),
        byRole("logs:PutLogEvents", `${group}:log-stream:\${stream}`),
      ];
    }
    case "kms":
      return [byRole("kms:Decrypt", keyArn(options?.kmsKeyId ?? UNKNOWN_TEXT, surroundings))];
    case "s3": {
      const bucket = `arn:${partitionText(surroundings.region)}:s3:::${options?.s3BucketName ?? UNKNOWN_TEXT}`;
      return [
        byRole("s3:PutObject", `${bucket}/\${object}`),
        byRole("s3:GetEncryptionConfiguration", bucket),
        byRole("s3:GetBucketLocation", bucket),
      ];
    }
    default:
      return undefined;
  }
}

/**
 * The ARN of a key, which is what policies see, however it is named: by its ARN, its id, or an alias, which may stand for
 * any key of the account and Region.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function keyArn(key: SymbolicText, surroundings: Surroundings): SymbolicText {
  const someKey = `key/${UNKNOWN_TEXT}`;
  const ofAlias = /^(arn:.+:)alias\/.*$/.exec(key)?.[1];
  if (ofAlias !== undefined) return `${ofAlias}${someKey}`;
  if (key.startsWith("arn:")) return key;
  if (key.startsWith("${")) return symbolicKeyArn(key);
  const resource = key.startsWith("alias/") ? someKey : `key/${key}`;
  return ownArn({ service: "kms", resource }, surroundings);
}

/** The key that a reference stands for: the id of a key has its ARN beside it, and which key an alias has is not known. */
function symbolicKeyArn(key: SymbolicText): SymbolicText {
  if (/^\$\{aws_kms_alias\..*(?<!\.target_key_arn)\}$/.test(key)) return UNKNOWN_TEXT;
  return key.replace(/^(\$\{aws_kms_key\.[^}]*)\.(?:key_id|id)\}$/, "$1.arn}");
}
