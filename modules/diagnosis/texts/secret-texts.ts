import { byExecutionRole, type KnownText, PAGES } from "./known-text";

const SECRET = byExecutionRole(["secretsmanager"], "secretsmanager:GetSecretValue");
const PARAMETER = byExecutionRole(["ssm"], "ssm:GetParameters");
const OF_SECRET = "the task cannot fetch a secret from Secrets Manager";
const OF_PARAMETER = "the task cannot fetch a parameter from Systems Manager";

/** Texts about secrets and parameters, those in which the service has answered first. */
export const SECRET_TEXTS: readonly KnownText[] = [
  {
    name: "secret-reference",
    pattern:
      /did not contain json key|an invalid ARN format for the AWS Secrets Manager secret|unexpected ARN format with parameters|(?:asm|secret).*ValidationException: Invalid name/i,
    what: OF_SECRET,
    call: SECRET,
    causes: ["secret-reference-malformed"],
    source: PAGES.agent,
    confidence: "seen",
  },
  {
    name: "secret-deleted",
    pattern: /(?:secret|asm).*marked (?:for deletion|deleted)/i,
    what: OF_SECRET,
    call: SECRET,
    causes: ["secret-deleted"],
    source: PAGES.agent,
    confidence: "seen",
  },
  {
    name: "secret-missing",
    pattern: /Secrets Manager can't find the specified secret/i,
    what: OF_SECRET,
    call: SECRET,
    causes: ["secret-missing"],
    source: PAGES.agent,
    confidence: "seen",
  },
  {
    name: "secret-key-refused",
    pattern: /Access to KMS is not allowed|not authorized to perform: kms:Decrypt/i,
    what: "the task cannot have a secret or parameter decrypted",
    call: byExecutionRole(["secretsmanager", "ssm"], "kms:Decrypt"),
    causes: ["key-permission-missing", "resource-policy-refuses"],
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
    confidence: "derived",
  },
  {
    name: "parameter-missing",
    pattern: /(?:ssm|secrets?|parameter store).*invalid (?:ssm )?parameters?:|invalid ssm parameters?:/i,
    what: OF_PARAMETER,
    call: PARAMETER,
    causes: ["parameter-missing"],
    source: PAGES.agent,
    confidence: "seen",
  },
  {
    name: "secret",
    pattern:
      /unable to retrieve secrets? from asm|pull secrets from AWS Secrets Manager|between the task and (?:AWS )?Secrets Manager|failed to fetch secret|not authorized to perform: secretsmanager:GetSecretValue|Secrets Manager: GetSecretValue/i,
    what: OF_SECRET,
    call: SECRET,
    source: PAGES.initialization,
    confidence: "documented",
  },
  {
    name: "parameter",
    pattern:
      /unable to retrieve secrets? from ssm|pull secrets from AWS Systems Manager|between the task and AWS Systems Manager|secret data from SSM|not authorized to perform: ssm:GetParameters?\b|\bSSM: GetParameters?\b/i,
    what: OF_PARAMETER,
    call: PARAMETER,
    source: PAGES.initialization,
    confidence: "documented",
  },
];
