import type { SymbolicText } from "../model/symbol";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { asGiven, type TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty } from "./facts";
import { identityOf, referringTo } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** What gives a thing a policy of its own, besides its argument `policy`: resources, and the argument that names the thing. */
const POLICIES: Readonly<Record<string, readonly (readonly [type: string, argument: string])[]>> = {
  aws_ecr_repository: [["aws_ecr_repository_policy", "repository"]],
  // Without a policy of its own a key leaves it to roles. Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
  aws_kms_key: [
    ["aws_kms_key_policy", "key_id"],
    ["aws_kms_grant", "key_id"],
  ],
  aws_s3_bucket: [["aws_s3_bucket_policy", "bucket"]],
  aws_secretsmanager_secret: [["aws_secretsmanager_secret_policy", "secret_arn"]],
};

/** ARNs of what is created here and has no policy of its own. */
export function readWithoutPolicy(index: ResourceIndex): ReadonlySet<SymbolicText> {
  const things = Object.keys(POLICIES).flatMap((type) => index.managed(type));
  return new Set(
    things.filter((thing) => !mayHavePolicy(thing, index)).map((thing) => symbolicText(thing.attribute("arn"))),
  );
}

function mayHavePolicy(thing: TerraformResource, index: ResourceIndex): boolean {
  if (!isEmpty(asGiven(thing.argument("policy"), thing))) return true;
  return (POLICIES[thing.type] ?? []).some(([type, argument]) => {
    const { items, possible } = referringTo(identityOf(thing, index), type, argument, index);
    return items.length + possible.length > 0;
  });
}
