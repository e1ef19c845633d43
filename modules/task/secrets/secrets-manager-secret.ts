import { FAILURES } from "../../asks/failures";
import { keyDecryption } from "../../asks/key-decryption";
import { isAccountIdOrWord } from "../../aws/account-id";
import { issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import { referredAttribute, referredType } from "../json/referred-type";
import type { SecretKind } from "./secret-kind";

/** A secret of Secrets Manager, or a part of one. */
export interface SecretsManagerSecret {
  readonly kind: "secrets-manager";
  /** ARN of the secret, without the suffix that names a key or a version. */
  readonly secretArn: string;
  /** Key in a secret that holds a JSON object. @default - the whole secret */
  readonly jsonKey?: string;
  /** Staging label of the version, for example `"AWSPREVIOUS"`; excludes `versionId`. @default - `AWSCURRENT` */
  readonly versionStage?: string;
  /** Id of the version; excludes `versionStage`. @default - the version labelled `AWSCURRENT` */
  readonly versionId?: string;
  /** Key of KMS with which it is encrypted: its id, its ARN, or an alias; the execution role may decrypt with it. @default - a key of AWS's */
  readonly kmsKey?: string;
}

/**
 * A secret of Secrets Manager.
 *
 * @param secretArn ARN of the secret
 * @param part a key of a JSON secret, or a version, and the key of KMS of your own with which it is encrypted
 */
export function secretsManagerSecret(
  secretArn: string,
  part: Pick<SecretsManagerSecret, "jsonKey" | "versionStage" | "versionId" | "kmsKey"> = {},
): SecretsManagerSecret {
  return { kind: "secrets-manager", secretArn, ...part };
}

/**
 * A secret with the fields that follow its name in `valueFrom`: `json-key:version-stage:version-id`.
 *
 * A suffix of three empty fields means the whole secret, as none does; it is kept as it is written.
 */
export function readSecretsManagerSecret(secretArn: string, suffix: readonly string[]): SecretsManagerSecret {
  const [jsonKey = "", versionStage = "", versionId = ""] = suffix;
  const isBare = suffix.length > 0 && versionStage === "" && versionId === "";
  return secretsManagerSecret(secretArn, {
    ...(jsonKey === "" && !isBare ? {} : { jsonKey }),
    ...(versionStage === "" ? {} : { versionStage }),
    ...(versionId === "" ? {} : { versionId }),
  });
}

const EXAMPLE = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";

/** With the account, and what follows the name. */
const SECRET_ARN = /^arn:[a-z-]+:secretsmanager:[\w-]+:([\w-]+):secret:[^:]+(:.*)?$/;

/** Fetched when the task starts. A customer's KMS key needs no endpoint: the service decrypts. */
export const secretsManagerKind: SecretKind<SecretsManagerSecret> = {
  made: "SecretSource.secretsManager(secretArn)",
  *check({ secretArn, jsonKey, versionStage, versionId }, path) {
    const referred = referredType(secretArn);
    if (referred === "aws_ssm_parameter") {
      yield issue("secret-arn-malformed", {
        path,
        problem: `"${secretArn}" is a parameter, not a secret of Secrets Manager`,
        why: "ECS finds a secret of Secrets Manager by its ARN",
        fix: { library: "use SecretSource.ssmParameter(parameter)", ecs: "write the ARN of a secret" },
      });
    }
    if (referred === "aws_secretsmanager_secret" && referredAttribute(secretArn) === "name") {
      yield issue("secret-arn-malformed", {
        path,
        problem: `"${secretArn}" is the name of a secret, not its ARN`,
        why: "ECS takes a name for that of a parameter of Parameter Store",
        fix: {
          library: "write its attribute arn, as in SecretSource.secretsManager(secret.arn)",
          ecs: `write "${secretArn.replace(/\.name(?=\s*\}$)/, ".arn")}"`,
        },
      });
    }
    const [, account = "", suffix] = SECRET_ARN.exec(secretArn) ?? [];
    const suffixed = suffix !== undefined && isAccountIdOrWord(account);
    if (!isPending(secretArn) && (suffixed || !isAccountIdOrWord(account))) {
      yield issue("secret-arn-malformed", {
        path,
        problem: `"${secretArn}" is not the ARN of a secret`,
        why: suffixed
          ? "it carries a key or a version, which the right to read the secret must not name"
          : "ECS finds a secret of Secrets Manager by its ARN",
        fix: suffixed
          ? {
              library: 'write the bare ARN and the rest as options, for example { jsonKey: "password" }',
              ecs: `write at most three fields behind the ARN: ${EXAMPLE}:json-key:version-stage:version-id`,
            }
          : {
              library: `write it as "${EXAMPLE}", or use SecretSource.ssmParameter(name)`,
              ecs: `write it as "${EXAMPLE}", or the name or ARN of a parameter`,
            },
      });
    }
    if (versionStage !== undefined && versionId !== undefined) {
      yield issue("secret-version-ambiguous", {
        path,
        problem: `the version is named twice, by stage "${versionStage}" and by id "${versionId}"`,
        fix: { library: "leave out versionStage or versionId", ecs: "leave the stage or the id out of valueFrom" },
      });
    }
    for (const [field, value] of Object.entries({ jsonKey, versionStage })) {
      if (value === undefined || isPending(value) || !value.includes(":")) continue;
      yield issue("secret-part-malformed", {
        path: `${path}.${field}`,
        problem: `${field} "${value}" has a colon`,
        fix: "rename the key or the stage, or fetch the whole secret",
      });
    }
  },
  write({ secretArn, jsonKey, versionStage, versionId }) {
    const part = [jsonKey, versionStage, versionId];
    if (part.every((field) => field === undefined)) return secretArn;
    return [secretArn, ...part.map((field) => field ?? "")].join(":");
  },
  asks: ({ secretArn: secret, kmsKey }) => ({
    ask: {
      rule: "secret-values",
      service: "secretsmanager",
      by: "execution-role",
      requests: [
        {
          sid: "SecretsManager",
          actions: ["secretsmanager:GetSecretValue"],
          on: { kind: "secret", secret, isArn: true },
        },
        ...keyDecryption("SecretsManagerKey", kmsKey),
      ],
      text: "the value is fetched from Secrets Manager",
      failure: FAILURES.secretsManager,
    },
    reference: secret,
    fixFor: (region) => `replicate the secret to ${region} and name the replica`,
  }),
};
