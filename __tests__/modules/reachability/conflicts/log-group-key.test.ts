import { expect, it } from "vitest";
import { isolatedNetwork, policy } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const GROUP = "aws_cloudwatch_log_group.orders";
const KEY = "aws_kms_key.logs";
const ACCOUNT = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::123456789012:root" },
  Action: "kms:*",
  Resource: "*",
};
const allowed = (principal: unknown): Block => ({ ...ACCOUNT, Principal: principal });

const encrypted = (key: Block, kmsKeyId = "${aws_kms_key.logs.arn}"): TerraformFixture =>
  isolatedNetwork().add(KEY, key).add(GROUP, { name: "/orders", kms_key_id: kmsKeyId });
const found = (fixture: TerraformFixture) =>
  issuesWith(fixture.prove(), "log-group-key-refused").map(({ path, problem }) => `${path}: ${problem}`);
const says = (holder: string) =>
  `${GROUP}: ${GROUP} is encrypted with a key that CloudWatch Logs may not use: ${holder} does not allow it`;

it("a key that is left to the account, by its policy or for want of one, is refused", () => {
  expect(found(encrypted({ policy: policy(ACCOUNT) }))).toEqual([says(KEY)]);
  expect(found(encrypted({}))).toEqual([says(KEY)]);
  expect(found(encrypted({}, "${aws_kms_key.logs.key_id}"))).toEqual([says(KEY)]);
  expect(found(encrypted({ policy: policy(ACCOUNT, allowed({ Service: "sns.amazonaws.com" })) }))).toEqual([says(KEY)]);
  const beside = encrypted({}).add("aws_kms_key_policy.logs", {
    key_id: "${aws_kms_key.logs.id}",
    policy: policy(ACCOUNT),
  });
  expect(found(beside)).toEqual([says("aws_kms_key_policy.logs")]);
});

it.each<[who: string, principal: unknown]>([
  ["the service in its Region", { Service: "logs.eu-west-1.amazonaws.com" }],
  [
    "the service in a Region that only an apply knows",
    { Service: ["sns.amazonaws.com", "logs.${var.region}.amazonaws.com"] },
  ],
  ["a service that only an apply knows", { Service: "${var.service}" }],
  ["everybody", "*"],
])("a key that may admit %s is left alone", (_, principal) => {
  expect(found(encrypted({ policy: policy(ACCOUNT, allowed(principal)) }))).toEqual([]);
});

it.each<[what: string, fixture: TerraformFixture]>([
  ["no key", isolatedNetwork().add(GROUP, { name: "/orders" })],
  ["a key of another Terraform", encrypted({}, "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d")],
  ["a key by its alias", encrypted({}, "${aws_kms_alias.logs.arn}")],
  ["a policy that only an apply knows", encrypted({ policy: "${var.policy}" })],
  ["a grant beside the policy", encrypted({}).add("aws_kms_grant.logs", { key_id: "${aws_kms_key.logs.id}" })],
])("with %s nothing is said", (_, fixture) => {
  expect(found(fixture)).toEqual([]);
});
