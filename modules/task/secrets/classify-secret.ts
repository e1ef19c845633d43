import { isMasked, maskPending, splitAtColons } from "../../values/pending-parts";
import { isCapitalWord } from "../../values/placeholder";
import { referredType } from "../json/referred-type";
import type { SecretSource } from "./secret-source";
import { readSecretsManagerSecret, secretsManagerSecret } from "./secrets-manager-secret";
import { ssmParameterSecret } from "./ssm-parameter-secret";

/** Fields of the ARN of a secret before a suffix, and of one with the suffix `:json-key:version-stage:version-id`. */
const ARN_FIELDS = 7;
const SUFFIX_FIELDS = 3;

/** An attribute that is the ARN of a secret of Secrets Manager by its name, as that of the password which RDS manages. */
const SECRET_ARN_ATTRIBUTE =
  /^\$\{\s*(?:(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?aws_\w+\.[\w.[\]"-]*secret_arn|AWS::\w+::\w+ [\w.]*SecretArn)\s*\}$/;

/** What a `valueFrom` refers to. */
export interface ClassifiedSecret {
  readonly source: SecretSource;
  /** How many fields follow the name of a secret of Secrets Manager; ECS takes none or three. */
  readonly suffixFields: number;
}

/**
 * The source of a secret, as `valueFrom` of a container definition or a log configuration names it.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 *
 * @returns `undefined` where Terraform fills in what would tell
 */
export function classifySecret(valueFrom: string): ClassifiedSecret | undefined {
  const fields = splitAtColons(valueFrom);
  const [first = "", , service = ""] = fields;
  const masked = maskPending(first);
  if (first === "arn") {
    if (service === "secretsmanager") return secretsManager(valueFrom, fields, ARN_FIELDS);
    return isMasked(maskPending(service)) ? undefined : parameter(valueFrom);
  }
  if (isCapitalWord(first) && /ARN$/.test(first)) return undefined;
  if (!isMasked(masked)) return parameter(valueFrom);
  const type = referredType(first);
  if (type === "aws_ssm_parameter") return parameter(valueFrom);
  // Nothing but a secret of Secrets Manager has the suffix.
  const hasSuffix = fields.length === 1 + SUFFIX_FIELDS;
  if (type?.startsWith("aws_secretsmanager_secret") || hasSuffix || SECRET_ARN_ATTRIBUTE.test(first)) {
    return secretsManager(valueFrom, fields, 1);
  }
  return cannotBeArn(masked) ? parameter(valueFrom) : undefined;
}

function parameter(name: string): ClassifiedSecret {
  return { source: ssmParameterSecret(name), suffixFields: 0 };
}

function secretsManager(valueFrom: string, fields: readonly string[], arnFields: number): ClassifiedSecret {
  const suffix = fields.slice(arnFields);
  const source =
    suffix.length > SUFFIX_FIELDS
      ? secretsManagerSecret(valueFrom)
      : readSecretsManagerSecret(fields.slice(0, arnFields).join(":"), suffix);
  return { source, suffixFields: suffix.length };
}

/** A name of a parameter whose start shows that no ARN follows. What no name has is part of a placeholder. */
function cannotBeArn(masked: string): boolean {
  const [start = ""] = masked.split("\u0000");
  return /^[\w./-]+$/.test(start) && !"arn:".startsWith(start) && !start.startsWith("arn:");
}
