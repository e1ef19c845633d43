import { FAILURES } from "../../asks/failures";
import { keyDecryption } from "../../asks/key-decryption";
import { isAccountIdOrWord } from "../../aws/account-id";
import { issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import { referredType } from "../json/referred-type";
import type { SecretKind } from "./secret-kind";

/** A parameter of Systems Manager Parameter Store. */
export interface SsmParameterSecret {
  readonly kind: "ssm-parameter";
  /** Name of a parameter in the task's Region and account, or the ARN of any parameter. */
  readonly parameter: string;
  /**
   * ARN of the parameter, to which the execution role's right is limited.
   *
   * @default - derived from `parameter`
   */
  readonly parameterArn?: string;
  /** Key of KMS with which it is encrypted: its id, its ARN, or an alias; the execution role may decrypt with it. @default - a key of AWS's */
  readonly kmsKey?: string;
}

/** What a parameter has to tell: the provider's `SsmParameter` satisfies it. */
export interface SsmParameterReference {
  readonly name: string;
  readonly arn: string;
}

/**
 * A parameter of Systems Manager Parameter Store, usually a SecureString.
 *
 * @param parameter the parameter (an `SsmParameter`, or anything with its name and ARN); or only its name, if it is in
 * the task's Region and account; or only its ARN
 * @param options the key of your own with which it is encrypted
 */
export function ssmParameterSecret(
  parameter: SsmParameterReference | string,
  options: Pick<SsmParameterSecret, "kmsKey"> = {},
): SsmParameterSecret {
  // A token that cdktf passes as an object is a name or an ARN, not a parameter.
  return typeof parameter === "object" && "arn" in parameter
    ? { kind: "ssm-parameter", parameter: parameter.name, parameterArn: parameter.arn, ...options }
    : { kind: "ssm-parameter", parameter, ...options };
}

/** Fetched when the task starts. A customer's KMS key needs no endpoint: the service decrypts. */
export const ssmParameterKind: SecretKind<SsmParameterSecret> = {
  made: "SecretSource.ssmParameter(name)",
  *check({ parameter }, path) {
    if (referredType(parameter)?.startsWith("aws_secretsmanager_secret")) {
      yield issue("ssm-parameter-malformed", {
        path,
        problem: `"${parameter}" is a secret of Secrets Manager, not a parameter`,
        why: "the kind of the source decides which endpoint and which right the task is given",
        fix: { library: "use SecretSource.secretsManager(secretArn)", ecs: "write the name or the ARN of a parameter" },
      });
    }
    if (isPending(parameter)) return;
    const account = /^arn:[a-z-]+:ssm:[\w-]+:([\w-]+):parameter\/.+$/.exec(parameter)?.[1];
    if (account !== undefined && isAccountIdOrWord(account)) return;
    if (/^[A-Za-z0-9_./-]+$/.test(parameter)) return;
    yield issue("ssm-parameter-malformed", {
      path,
      problem: `"${parameter}" is neither the name nor the ARN of a parameter`,
      fix: 'write the name, for example "/orders/db-password", or the ARN "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/db-password"',
    });
  },
  write: ({ parameter }) => parameter,
  asks: ({ parameter, parameterArn: arn, kmsKey }) => ({
    ask: {
      rule: "secret-values",
      service: "ssm",
      by: "execution-role",
      requests: [
        { sid: "ParameterStore", actions: ["ssm:GetParameters"], on: { kind: "parameter", parameter, arn } },
        ...keyDecryption("ParameterStoreKey", kmsKey),
      ],
      text: "the value is fetched from Parameter Store",
      failure: FAILURES.parameterStore,
    },
    reference: parameter,
    fixFor: (region) => `keep a copy of the parameter in ${region} and name it`,
  }),
};
