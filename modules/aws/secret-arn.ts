/**
 * What the ARN of a secret shows of the six characters that Secrets Manager adds to its name: `"chosen"`, they are there; `"missing"`, whoever wrote
 * it left them out; `"either"`, it ends in what may be they or the last word of the name, as in `secret:db-master`, or in what
 * Terraform fills in.
 *
 * Secrets Manager and ECS take an ARN without them as well, and policies see the whole one.
 *
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen
 */
export type SecretArnSuffix = "chosen" | "missing" | "either";

/** What the ARN of a secret, without a key or a version behind it, shows of its suffix. */
export function secretArnSuffix(arn: string): SecretArnSuffix {
  if (arn.endsWith("}")) return "either";
  const [, end] = /-([A-Za-z0-9]{6})$/.exec(arn) ?? [];
  if (end === undefined) return "missing";
  // One in a hundred suffixes is of one kind of character; words and dates always are.
  return /^(?:[a-z]+|[A-Z]+|[0-9]+)$/.test(end) ? "either" : "chosen";
}

/** The ARNs that a statement of a policy has to name, so that it is about the secret. */
export function secretArnPatterns(arn: string): readonly string[] {
  const whole = `${arn}-??????`;
  return { chosen: [arn], missing: [whole], either: [arn, whole] }[secretArnSuffix(arn)];
}
