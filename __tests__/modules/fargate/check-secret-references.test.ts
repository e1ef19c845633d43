import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { App, TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { checkSecretReferences } from "../../../modules/fargate/check-secret-references";
import { SecretSource } from "../../../modules/task/secrets/secret-source";
import { ordersTask } from "../../support/orders";
import { STRING_TOKENS } from "../../support/tokens";

const stack = new TerraformStack(new App(), "stack");
const secret = new SecretsmanagerSecret(stack, "secret", { name: "orders" });
const parameter = new SsmParameter(stack, "parameter", { name: "/orders", type: "SecureString" });
const found = new DataAwsSsmParameter(stack, "found", { name: "/found" });

function check(source: SecretSource) {
  const api = { ...ordersTask.containers.api, secrets: { PASSWORD: source } };
  return [...checkSecretReferences({ containers: { api } })];
}

describe("checkSecretReferences", () => {
  it.each([
    ["the ARN of a secret", SecretSource.secretsManager(secret.arn, { jsonKey: "password" })],
    ["the id of a secret", SecretSource.secretsManager(secret.id)],
    ["a parameter", SecretSource.ssmParameter(parameter)],
    ["the ARN of a parameter that is looked up", SecretSource.ssmParameter(found.arn)],
    ["a text", SecretSource.ssmParameter("/orders")],
  ])("takes %s", (_name, source) => {
    expect(check(source)).toEqual([]);
  });

  it.each(STRING_TOKENS)("does not judge %s", (_name, token) => {
    expect(check(SecretSource.secretsManager(token))).toEqual([]);
  });

  it("refuses the name of a secret", () => {
    expect(check(SecretSource.secretsManager(secret.name))).toMatchObject([
      {
        code: "secret-arn-malformed",
        path: "containers.api.secrets.PASSWORD",
        problem: '"${aws_secretsmanager_secret.secret.name}" is the name of a secret, not its ARN',
      },
    ]);
  });

  it("refuses a secret in the place of a parameter, and a parameter in that of a secret", () => {
    expect(check(SecretSource.ssmParameter(secret.arn))).toMatchObject([{ code: "ssm-parameter-malformed" }]);
    expect(check(SecretSource.secretsManager(parameter.arn))).toMatchObject([{ code: "secret-arn-malformed" }]);
  });
});
