import { describe, expect, it } from "vitest";
import { symbolicArn } from "../../../../modules/reachability/calls/symbolic-arns";

const PLACE = { region: "eu-west-1", account: "123456789012" };

describe("the key of ECS Exec", () => {
  it.each([
    ["0a1b2c3d", "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d"],
    ["arn:aws:kms:eu-west-1:210987654321:key/0a1b2c3d", "arn:aws:kms:eu-west-1:210987654321:key/0a1b2c3d"],
    ["alias/sessions", "arn:aws:kms:eu-west-1:123456789012:key/${?}"],
    ["arn:aws:kms:eu-west-1:210987654321:alias/sessions", "arn:aws:kms:eu-west-1:210987654321:key/${?}"],
    ["${aws_kms_key.exec.arn}", "${aws_kms_key.exec.arn}"],
    ["${aws_kms_key.exec.key_id}", "${aws_kms_key.exec.arn}"],
    ["${aws_kms_key.module.keys.aws_kms_key.exec.id}", "${aws_kms_key.module.keys.aws_kms_key.exec.arn}"],
    ["${aws_kms_alias.exec.target_key_arn}", "${aws_kms_alias.exec.target_key_arn}"],
    ["${aws_kms_alias.exec.arn}", "${aws_kms_alias.exec.target_key_arn}"],
    ["${data.aws_kms_alias.exec.name}", "${data.aws_kms_alias.exec.target_key_arn}"],
    ["${data.aws_kms_key.exec.key_id}", "${data.aws_kms_key.exec.arn}"],
    ["${var.key}", "${var.key}"],
  ])("%s is asked for by its ARN", (key, arn) => {
    expect(symbolicArn({ kind: "key", key }, PLACE)).toBe(arn);
  });

  it("is in a Region that nobody knows where the task's is not known", () => {
    expect(symbolicArn({ kind: "key", key: "0a1b" }, { account: "123456789012" })).toBe(
      "arn:${?}:kms:${?}:123456789012:key/0a1b",
    );
  });
});

it.each([
  ["eu-west-1", "arn:aws:s3:::sessions"],
  ["cn-north-1", "arn:aws-cn:s3:::sessions"],
])("a bucket is in the partition of %s", (region, arn) => {
  expect(symbolicArn({ kind: "bucket", name: "sessions" }, { ...PLACE, region })).toBe(arn);
  expect(symbolicArn({ kind: "objects-in-bucket", name: "sessions" }, { ...PLACE, region })).toBe(`${arn}/\${object}`);
});

it.each([
  [
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/orders",
    "arn:aws:ecr:eu-west-1:123456789012:repository/team/orders",
  ],
  [
    "123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov/orders",
    "arn:aws-iso:ecr:us-iso-east-1:123456789012:repository/orders",
  ],
  [
    "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/orders",
    "arn:aws-cn:ecr:cn-north-1:123456789012:repository/orders",
  ],
  ["123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/orders", "arn:aws:ecr:us-east-1:123456789012:repository/orders"],
  [
    "${var.account}.dkr.ecr.eu-west-1.amazonaws.com/${var.name}",
    "arn:aws:ecr:eu-west-1:${var.account}:repository/${var.name}",
  ],
  ["123456789012.dkr.ecr.${var.region}.amazonaws.com/orders", "${?}"],
  ["${aws_ecr_repository.orders.repository_url}", "${?}"],
])("a pull from %s is about its repository", (url, arn) => {
  expect(symbolicArn({ kind: "repository", url }, PLACE)).toBe(arn);
});

it.each([
  [
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf",
  ],
  ["${aws_secretsmanager_secret.registry.arn}", "${aws_secretsmanager_secret.registry.arn}"],
  [
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry${suffix}",
  ],
  [
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:my-secret",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:my-secret${suffix?}",
  ],
  [
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:${var.name}",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:${var.name}",
  ],
  ["registry", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry${suffix}"],
])("the secret %s is asked for by its ARN", (secret, arn) => {
  expect(symbolicArn({ kind: "secret", secret }, PLACE)).toBe(arn);
});

it("what concerns a log group itself is about its stream without a name", () => {
  const group = { name: "/orders", region: "us-east-1" };
  const arn = "arn:aws:logs:us-east-1:123456789012:log-group:/orders:log-stream:";
  expect(symbolicArn({ kind: "log-group", ...group }, PLACE)).toBe(arn);
  expect(symbolicArn({ kind: "log-streams", ...group }, PLACE)).toBe(`${arn}\${stream}`);
});
