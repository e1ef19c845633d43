import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { asksToRegion } from "../../asks/asks-to-region";
import { beforeStart } from "../../asks/before-start";
import { FAILURES } from "../../asks/failures";
import { keyDecryption } from "../../asks/key-decryption";
import { arnRegion } from "../../aws/arn-region";
import { isJsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";

/**
 * What `repositoryCredentials` of a container ask, whatever its image.
 *
 * @param secret ARN of the secret with user and password, or its name in the task's Region and account
 * @param kmsKey key of one's own with which it is encrypted
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export function* repositoryCredentialsAsks(
  secret: string,
  path: string,
  context: AskContext,
  kmsKey?: string,
): Generator<AskFinding> {
  const ask = {
    rule: "repository-credentials",
    service: "secretsmanager",
    by: "execution-role",
    requests: [
      { sid: "SecretsManager", actions: ["secretsmanager:GetSecretValue"], on: { kind: "secret", secret } },
      ...keyDecryption("SecretsManagerKey", kmsKey),
    ],
    text: "the registry's user and password are fetched from Secrets Manager",
    failure: FAILURES.secretsManager,
    path,
  } as const;
  const found = asksToRegion([ask], arnRegion(secret), context, {
    name: `the secret "${secret}"`,
    fix: `replicate it to ${context.surroundings.region} and name the replica`,
  });
  for (const finding of found) yield* beforeStart(finding, context);
}

/** The secret of a container's `repositoryCredentials` in ECS's spelling. */
export function credentialsParameterOf(fields: Readonly<Record<string, JsonValue>> | undefined): string | undefined {
  const credentials = fields?.["repositoryCredentials"];
  const parameter = isJsonObject(credentials) ? credentials["credentialsParameter"] : undefined;
  return typeof parameter === "string" && parameter !== "" ? parameter : undefined;
}
