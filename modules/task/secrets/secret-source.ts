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
}

/** What a parameter has to tell: the provider's `SsmParameter` satisfies it. */
export interface SsmParameterReference {
  /** Name of the parameter. */
  readonly name: string;
  /** ARN of the parameter. */
  readonly arn: string;
}

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
}

/** Where the value of a secret comes from. */
export type SecretSource = SsmParameterSecret | SecretsManagerSecret;

/** The kinds of {@link SecretSource}. */
export const SECRET_KINDS = ["ssm-parameter", "secrets-manager"] as const satisfies readonly SecretSource["kind"][];

/** Names the source of a secret. The kind is declared, not parsed, because a token cannot be parsed. */
export const SecretSource = {
  /**
   * A parameter of Systems Manager Parameter Store, usually a SecureString.
   *
   * @param parameter the parameter (an `SsmParameter`, or anything with its name and ARN); or only its name, if it is in
   * the task's Region and account; or only its ARN
   */
  ssmParameter(parameter: SsmParameterReference | string): SsmParameterSecret {
    // A token that cdktf passes as an object is a name or an ARN, not a parameter.
    return typeof parameter === "object" && "arn" in parameter
      ? { kind: "ssm-parameter", parameter: parameter.name, parameterArn: parameter.arn }
      : { kind: "ssm-parameter", parameter };
  },

  /**
   * A secret of Secrets Manager.
   *
   * @param secretArn ARN of the secret
   * @param part a key of a JSON secret, or a version
   */
  secretsManager(
    secretArn: string,
    part: Pick<SecretsManagerSecret, "jsonKey" | "versionStage" | "versionId"> = {},
  ): SecretsManagerSecret {
    return { kind: "secrets-manager", secretArn, ...part };
  },
} as const;

/** The secret as a container definition's `valueFrom` names it. */
export function secretValueFrom(secret: SecretSource): string {
  if (secret.kind === "ssm-parameter") return secret.parameter;
  const part = [secret.jsonKey, secret.versionStage, secret.versionId];
  if (part.every((field) => field === undefined)) return secret.secretArn;
  return [secret.secretArn, ...part.map((field) => field ?? "")].join(":");
}
