import { describe, expect, it } from "vitest";
import { referredAttribute, referredType } from "../../../../modules/task/json/referred-type";

describe("referredType", () => {
  it.each([
    ["${aws_ecr_repository.orders.repository_url}:1", "aws_ecr_repository"],
    ["${data.aws_ssm_parameter.x.arn}", "aws_ssm_parameter"],
    ["${ aws_ecr_repository.a.b }", "aws_ecr_repository"],
    ["${var.aws_ecr_repository.x}", undefined],
    ["x${aws_ecr_repository.a.b}", undefined],
    ["${TfToken[TOKEN.1]}", undefined],
    ["${AWS::ECR::Repository Orders.RepositoryUri}:1", "aws_ecr_repository"],
    ["${AWS::SecretsManager::SecretTargetAttachment A}", "aws_secretsmanager_secret_target_attachment"],
    ["${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/a", undefined],
    ["{{ tfstate `aws_ssm_parameter.key.name` }}", "aws_ssm_parameter"],
    ['{{ tfstate "module.app.data.aws_secretsmanager_secret.key.arn" }}:user::', "aws_secretsmanager_secret"],
    ["{{tfstatef `module.a['x'].aws_ecr_repository.all['%s'].repository_url` `app`}}:1", "aws_ecr_repository"],
    ["{{ first_tfstate `aws_ssm_parameter.key.name` }}", "aws_ssm_parameter"],
    ["{{ tfstate `output.repository` }}:1", undefined],
    ["{{ must_env `aws_ecr_repository.a.b` }}", undefined],
  ])("of %s is %s", (text, type) => {
    expect(referredType(text)).toBe(type);
  });
});

describe("referredAttribute", () => {
  it.each([
    ["${aws_secretsmanager_secret.orders.name}", "name"],
    ["${ data.aws_secretsmanager_secret.orders[0].arn }", "arn"],
    ['${aws_secretsmanager_secret.all["a"].id}', "id"],
    ["${aws_secretsmanager_secret.orders.arn}:password::", undefined],
    ["${aws_secretsmanager_secret.orders.replica[0].region}", undefined],
    ["${upper(aws_secretsmanager_secret.orders.name)}", undefined],
    ["${var.secret.name}", undefined],
  ])("of %s is %s", (text, attribute) => {
    expect(referredAttribute(text)).toBe(attribute);
  });
});
