import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isUnresolved } from "../../values/unresolved";
import { SECRET_KINDS, type SecretSource, type SecretsManagerSecret } from "./secret-source";

/** Everything that is wrong with the source of one secret. */
export function* checkSecret(secret: SecretSource, path: string): Generator<Issue> {
  if (secret.kind === "ssm-parameter") yield* checkParameter(secret.parameter, path);
  else if (secret.kind === "secrets-manager") yield* checkSecretsManager(secret, path);
  else yield* reportUnknownKind(secret, path);
}

/** For callers that the compiler does not check. */
function* reportUnknownKind(secret: unknown, path: string): Generator<Issue> {
  const kind = typeof secret === "object" && secret !== null && "kind" in secret ? secret.kind : undefined;
  const meant = typeof kind === "string" ? nearest(kind, SECRET_KINDS) : undefined;
  yield issue("secret-kind-unknown", {
    path,
    problem:
      kind === undefined
        ? `${JSON.stringify(secret)} has no kind of secret`
        : `${JSON.stringify(kind)} is not a kind of secret`,
    fix:
      meant === "secrets-manager"
        ? "write SecretSource.secretsManager(secretArn)"
        : meant === "ssm-parameter"
          ? "write SecretSource.ssmParameter(name)"
          : "write SecretSource.ssmParameter(name) or SecretSource.secretsManager(secretArn)",
  });
}

function* checkParameter(parameter: string, path: string): Generator<Issue> {
  if (isUnresolved(parameter)) return;
  if (/^arn:[a-z-]+:ssm:[a-z0-9-]+:\d{12}:parameter\/.+$/.test(parameter)) return;
  if (/^[A-Za-z0-9_./-]+$/.test(parameter)) return;
  yield issue("ssm-parameter-malformed", {
    path,
    problem: `"${parameter}" is neither the name nor the ARN of a parameter`,
    fix: 'write the name, for example "/orders/db-password", or the ARN "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/db-password"',
  });
}

function* checkSecretsManager(secret: SecretsManagerSecret, path: string): Generator<Issue> {
  if (
    !isUnresolved(secret.secretArn) &&
    !/^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^:]+$/.test(secret.secretArn)
  ) {
    const suffixed = /^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:[^:]+:/.test(secret.secretArn);
    yield issue("secret-arn-malformed", {
      path,
      problem: `"${secret.secretArn}" is not the ARN of a secret`,
      why: suffixed
        ? "it carries a key or a version, which the right to read the secret must not name"
        : "ECS finds a secret of Secrets Manager by its ARN",
      fix: suffixed
        ? 'write the bare ARN and the rest as options, for example { jsonKey: "password" }'
        : 'write it as "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf", or use SecretSource.ssmParameter(name)',
    });
  }
  if (secret.versionStage !== undefined && secret.versionId !== undefined) {
    yield issue("secret-version-ambiguous", {
      path,
      problem: `the version is named twice, by stage "${secret.versionStage}" and by id "${secret.versionId}"`,
      fix: "leave out versionStage or versionId",
    });
  }
  for (const [field, value] of Object.entries({ jsonKey: secret.jsonKey, versionStage: secret.versionStage })) {
    if (value === undefined || isUnresolved(value) || !value.includes(":")) continue;
    yield issue("secret-part-malformed", {
      path: `${path}.${field}`,
      problem: `${field} "${value}" has a colon`,
      fix: "rename the key or the stage, or fetch the whole secret",
    });
  }
}
