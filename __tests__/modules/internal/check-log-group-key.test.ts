import { expect, it } from "vitest";
import { checkLogGroupKey } from "../../../modules/internal/check-log-group-key";

it("is the ARN of a key, or what Terraform fills in", () => {
  for (const key of ["arn:aws-cn:kms:cn-north-1:123456789012:key/0a1b", "${aws_kms_key.logs.arn}"]) {
    expect(checkLogGroupKey(key, "logGroup.kmsKeyArn")).toBeUndefined();
  }
});

it.each(["alias/logs", "0a1b2c3d-0000-4000-8000-000000000000", "arn:aws:kms:eu-west-1:123456789012:alias/logs"])(
  "is not %s",
  (key) => {
    expect(checkLogGroupKey(key, "logGroup.kmsKeyArn")).toMatchObject({
      code: "log-group-key-malformed",
      path: "logGroup.kmsKeyArn",
      problem: `"${key}" is not the ARN of a key`,
    });
  },
);
