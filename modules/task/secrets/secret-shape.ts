import { type MembersOf, object, required, text, variants } from "../../shapes/shape";
import type { SecretsManagerSecret } from "./secrets-manager-secret";
import type { SsmParameterSecret } from "./ssm-parameter-secret";

const SECRETS_MANAGER = object({
  kind: required(text("secrets-manager")),
  secretArn: required(text("arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-a1b2c3")),
  jsonKey: text("password"),
  versionStage: text("AWSCURRENT"),
  versionId: text("…"),
  kmsKey: text("alias/secrets"),
} satisfies MembersOf<SecretsManagerSecret>);

const SSM_PARAMETER = object({
  kind: required(text("ssm-parameter")),
  parameter: required(text("/orders/password")),
  parameterArn: text("arn:aws:ssm:eu-west-1:123456789012:parameter/orders/password"),
  kmsKey: text("alias/secrets"),
} satisfies MembersOf<SsmParameterSecret>);

/** The shape of a `SecretSource`. */
export const SECRET_SOURCE = variants(
  "kind",
  { "secrets-manager": SECRETS_MANAGER, "ssm-parameter": SSM_PARAMETER },
  'SecretSource.ssmParameter("/orders/password")',
);
