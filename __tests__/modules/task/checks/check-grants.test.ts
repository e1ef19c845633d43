import { describe, expect, it } from "vitest";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { UncheckedGrant } from "../../../../modules/task/grants/grant";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:jobs";
const check = (...grants: UncheckedGrant[]) => [...checkTask(taskWith({}, { grants }))];

describe("the grants of a task", () => {
  it.each<UncheckedGrant>([
    { service: "sqs", access: "consume", on: QUEUE },
    { service: "s3", access: ["read", "write"], on: ["arn:aws:s3:::a", "arn:aws-cn:s3:::b/prefix"] },
    { service: "ecr.api", actions: ["ecr:Describe*"], on: "*" },
    { service: "sqs", access: "send", on: "${var.queue}" },
    {
      ...{
        service: "elasticfilesystem",
        access: "write",
        on: "arn:aws:elasticfilesystem:eu-west-1:1:file-system/fs-0a",
      },
      accessPoint: "arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0a",
    },
    { service: "elasticfilesystem", access: "read", on: "*", accessPoint: "${aws_efs_access_point.a.arn}" },
    { service: "sqs", access: "send", on: QUEUE, key: "arn:aws:kms:eu-west-1:123456789012:key/0a1b" },
    { service: "s3", access: ["read", "delete"], on: "*", key: "${aws_kms_key.a.arn}" },
    { service: "kms", access: "decrypt", on: "arn:aws:kms:eu-west-1:123456789012:key/0a1b" },
  ])("may be %j", (grant) => expect(check(grant)).toEqual([]));

  it.each<[wrong: UncheckedGrant, path: string, fix: string]>([
    [
      { service: "sqs", access: "send", on: QUEUE, key: "alias/jobs" },
      "grants[1].key",
      "write the ARN of the key, for example key.arn; an alias is no resource of a right",
    ],
    ...[
      { service: "lambda", access: "invoke", on: "*", key: "arn:aws:kms:eu-west-1:123456789012:key/0a1b" },
      { service: "sqs", actions: ["sqs:PurgeQueue"], on: QUEUE, key: "arn:aws:kms:eu-west-1:123456789012:key/0a1b" },
    ].map((grant): [UncheckedGrant, string, string] => [
      grant,
      "grants[1].key",
      'leave key out, and write a grant of its own where there is such a right: { service: "kms", actions: ["kms:Decrypt"], on: key.arn }',
    ]),
    [
      { service: "elasticfilesystem", access: "read", on: "*", accessPoint: "fsap-0a" },
      "grants[1].accessPoint",
      "write the ARN of the access point, for example accessPoint.arn",
    ],
    [
      { service: "sqs", access: "send", on: QUEUE, accessPoint: "fsap-0a" },
      "grants[1].accessPoint",
      "leave accessPoint out",
    ],
    [{ service: "sqs", access: "consum", on: QUEUE }, "grants[1].access", 'write "consume", or actions: ["sqs:…"]'],
    [
      { service: "sqs", access: "administrate", on: QUEUE },
      "grants[1].access",
      'write "consume" or "send", or actions: ["sqs:…"]',
    ],
    [{ service: "kinesis-firehose", on: "*" }, "grants[1]", 'add access: "send" or actions: ["firehose:…"]'],
    [{ service: "monitoring", on: "*" }, "grants[1]", 'add actions: ["cloudwatch:…"]'],
    [{ service: "application-autoscaling", on: "*" }, "grants[1]", 'add actions: ["application-autoscaling:…"]'],
    [{ service: "bedrock-agent-runtime", on: "*" }, "grants[1]", 'add actions: ["bedrock:…"]'],
    [{ service: "ecr.api", access: "read", on: "*" }, "grants[1].access", 'write actions: ["ecr:…"]'],
    [{ service: "sqs", on: QUEUE }, "grants[1]", 'add access: "consume" or actions: ["sqs:…"]'],
    [
      { service: "sqs", access: "send", actions: ["sqs:SendMessage"], on: QUEUE },
      "grants[1]",
      "leave one of them out; two grants can have one each",
    ],
    [{ service: "sqs", access: [], on: QUEUE }, "grants[1]", 'write access: "consume" or actions: ["sqs:…"]'],
    [
      { service: "sqs", actions: ["SendMessage"], on: QUEUE },
      "grants[1].actions",
      'write the prefix of the service, a colon and the name of the operation, for example "sqs:SendMessage"',
    ],
    [
      { service: "sqs", access: "send", on: "jobs" },
      "grants[1].on",
      'write the ARN of the thing, for example queue.arn, or "*" where the actions have no resource',
    ],
    [
      { service: "sqs", access: "send", on: [] },
      "grants[1].on",
      'write the ARN of the thing, or "*" where the actions have no resource',
    ],
  ])("cannot be %j", (wrong, path, fix) => {
    expect(onlyIssue(check({ service: "sqs", access: "send", on: QUEUE }, wrong))).toMatchObject({
      code: "grant-invalid",
      path,
      fix,
    });
  });
});
