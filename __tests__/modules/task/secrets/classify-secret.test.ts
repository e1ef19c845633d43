import { describe, expect, it } from "vitest";
import { classifySecret } from "../../../../modules/task/secrets/classify-secret";
import { secretValueFrom } from "../../../../modules/task/secrets/secret-source";

const arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";

describe("classifySecret", () => {
  it.each([
    [arn, {}],
    [`${arn}:password::`, { jsonKey: "password" }],
    [`${arn}::AWSPREVIOUS:`, { versionStage: "AWSPREVIOUS" }],
    [`${arn}:::9d4cb84b`, { versionId: "9d4cb84b" }],
    [`${arn}:password:AWSPREVIOUS:`, { jsonKey: "password", versionStage: "AWSPREVIOUS" }],
    [`${arn}:::`, { jsonKey: "" }],
  ])("takes %s for a secret of Secrets Manager, and its suffix apart", (valueFrom, part) => {
    const secret = classifySecret(valueFrom);
    expect(secret?.source).toEqual({ kind: "secrets-manager", secretArn: arn, ...part });
    expect(secret && secretValueFrom(secret.source)).toBe(valueFrom);
  });

  it.each([
    "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:a-AbCdEf:key::",
    "arn:${var.partition}:secretsmanager:${var.region}:${var.account}:secret:${var.name}:key::",
    "${aws_secretsmanager_secret.orders.arn}",
    "${data.aws_secretsmanager_secret.orders.arn}:password::",
    "${TfToken[TOKEN.3]}:password::",
    "${TfToken[TOKEN.3]}:::",
    "${aws_db_instance.orders.master_user_secret[0].secret_arn}",
    "${module.data[0].aws_rds_cluster.orders[0].master_user_secret[0].secret_arn}",
    "${data.aws_redshift_cluster.orders.master_password_secret_arn}",
    "${AWS::RDS::DBInstance Orders.MasterUserSecret.SecretArn}",
  ])("takes %s for a secret of Secrets Manager", (valueFrom) => {
    const secret = classifySecret(valueFrom);
    expect(secret?.source.kind).toBe("secrets-manager");
    expect(secret && secretValueFrom(secret.source)).toBe(valueFrom);
  });

  it.each([1, 2])("says that a suffix has %i of its three fields", (count) => {
    expect(classifySecret(`${arn}${":x".repeat(count)}`)?.suffixFields).toBe(count);
  });

  it.each([
    "/orders/db-password",
    "orders-db-password",
    "arn:aws:ssm:eu-west-1:123456789012:parameter/orders/db-password",
    "arn:aws:ssm:${var.region}:123456789012:parameter/orders",
    "/orders/${var.stage}/db-password",
    "orders-${var.stage}",
    "${aws_ssm_parameter.password.arn}",
    "${data.aws_ssm_parameter.password.name}",
  ])("takes %s for a parameter of Parameter Store", (valueFrom) => {
    expect(classifySecret(valueFrom)).toEqual({
      source: { kind: "ssm-parameter", parameter: valueFrom },
      suffixFields: 0,
    });
  });

  it.each([
    "${var.secret}",
    "${var.secret_arn}",
    "${module.database.secret_arn}",
    "${var.own ? aws_ssm_parameter.own.arn : aws_db_proxy.own.secret_arn}",
    "${TfToken[TOKEN.3]}",
    "arn:aws:${var.service}:x:y:z",
    "ar${var.rest}",
    "${var.a}:x",
    "$$SECRET",
    "%%SECRET%%",
    "[[secret]]",
    "!{secret}",
  ])("does not guess what %s is", (valueFrom) => {
    expect(classifySecret(valueFrom)).toBeUndefined();
  });
});
