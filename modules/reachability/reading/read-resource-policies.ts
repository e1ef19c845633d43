import type { SymbolicText } from "../model/symbol";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty } from "./facts";
import { identityOf, referringTo } from "./identities";
import type { NetworkTypeName } from "./network-types";
import type { ResourceIndex } from "./resource-index";

/** What gives a thing a policy of its own, besides its argument `policy`: resources, and the argument that names the thing. */
const POLICIES: ReadonlyMap<string, readonly (readonly [type: NetworkTypeName, argument: string])[]> = new Map([
  ["aws_dynamodb_table", [["aws_dynamodb_resource_policy", "resource_arn"]]],
  ["aws_ecr_repository", [["aws_ecr_repository_policy", "repository"]]],
  ["aws_kinesis_stream", [["aws_kinesis_resource_policy", "resource_arn"]]],
  // Without a policy of its own a key leaves it to roles. Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
  [
    "aws_kms_key",
    [
      ["aws_kms_key_policy", "key_id"],
      ["aws_kms_grant", "key_id"],
    ],
  ],
  ["aws_s3_bucket", [["aws_s3_bucket_policy", "bucket"]]],
  ["aws_secretsmanager_secret", [["aws_secretsmanager_secret_policy", "secret_arn"]]],
  ["aws_sqs_queue", [["aws_sqs_queue_policy", "queue_url"]]],
] as const);

/** ARNs of what is created here and has no policy of its own. */
export function readWithoutPolicy(index: ResourceIndex): ReadonlySet<SymbolicText> {
  const things = index.managed(
    "aws_dynamodb_table",
    "aws_ecr_repository",
    "aws_kinesis_stream",
    "aws_kms_key",
    "aws_s3_bucket",
    "aws_secretsmanager_secret",
    "aws_sqs_queue",
  );
  return new Set(
    things.filter((thing) => !mayHavePolicy(thing, index)).map((thing) => symbolicText(thing.attribute("arn"))),
  );
}

function mayHavePolicy(thing: TerraformResource, index: ResourceIndex): boolean {
  if (!isEmpty(thing.argument("policy"))) return true;
  return (POLICIES.get(thing.type) ?? []).some(([type, argument]) => {
    const { items, possible } = referringTo(identityOf(thing, index), type, argument, index);
    return items.length + possible.length > 0;
  });
}
