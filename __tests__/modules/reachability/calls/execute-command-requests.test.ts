import { describe, expect, it } from "vitest";
import { executeCommandRequests } from "../../../../modules/reachability/calls/execute-command-requests";

const SURROUNDINGS = { region: "eu-west-1", account: "123456789012" };
const keyOf = (kmsKeyId: string) =>
  executeCommandRequests({ kmsKeyId }, "kms", SURROUNDINGS)?.map(({ resource }) => resource);

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
    ["${aws_kms_alias.exec.arn}", "${?}"],
    ["${var.key}", "${var.key}"],
  ])("%s is asked for by its ARN", (kmsKeyId, arn) => {
    expect(keyOf(kmsKeyId)).toEqual([arn]);
  });

  it("is in a Region that nobody knows where the task's is not known", () => {
    const requests = executeCommandRequests({ kmsKeyId: "0a1b" }, "kms", { account: "123456789012" });
    expect(requests?.[0]?.resource).toBe("arn:${?}:kms:${?}:123456789012:key/0a1b");
  });
});

describe("the bucket of ECS Exec", () => {
  it.each([
    ["eu-west-1", "arn:aws:s3:::sessions"],
    ["cn-north-1", "arn:aws-cn:s3:::sessions"],
  ])("is in the partition of %s", (region, arn) => {
    const requests = executeCommandRequests({ s3BucketName: "sessions" }, "s3", { ...SURROUNDINGS, region });
    expect(requests?.map(({ resource }) => resource)).toEqual([`${arn}/\${object}`, arn, arn]);
  });
});
