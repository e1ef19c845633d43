import { knownValue } from "../model/fact";
import type { Members } from "../model/grouped";
import type { Policy } from "../model/policy";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty } from "./facts";
import { identityOf, namesOf, referringTo } from "./identities";
import type { NetworkTypeName } from "./network-types";
import { policyFact } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

/** Types of what may have a policy of its own. Those of keys are read on their own. */
const WITH_POLICY = [
  "aws_dynamodb_table",
  "aws_ecr_repository",
  "aws_kinesis_stream",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
  "aws_sqs_queue",
] as const;

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
  const things = index.managed(...WITH_POLICY, "aws_kms_key");
  return new Set(
    things.filter((thing) => !mayHavePolicy(thing, index)).map((thing) => symbolicText(thing.attribute("arn"))),
  );
}

/** What the policies say that are known of what is created here, by its ARN. */
export function readResourcePolicies(index: ResourceIndex): ReadonlyMap<SymbolicText, readonly Policy[]> {
  const policies = index.managed(...WITH_POLICY).map((thing) => {
    const own = isEmpty(thing.argument("policy")) ? [] : [thing];
    const others = policiesOf(thing, index).items;
    const facts = [...own, ...others].map((holder) => policyFact(holder.argument("policy"), holder.address, index));
    return [
      symbolicText(thing.attribute("arn")),
      facts.flatMap((fact) => knownValue(fact) ?? []).map(aboutItself),
    ] as const;
  });
  return new Map(policies.filter(([, known]) => known.length > 0));
}

/** The policy of a repository names no resource. */
function aboutItself(policy: Policy): Policy {
  const statements = policy.statements.map((statement) =>
    statement.resources.values.length > 0 ? statement : { ...statement, resources: { negated: false, values: ["*"] } },
  );
  return { ...policy, statements };
}

function mayHavePolicy(thing: TerraformResource, index: ResourceIndex): boolean {
  if (!isEmpty(thing.argument("policy"))) return true;
  const { items, possible } = policiesOf(thing, index);
  return items.length + possible.length > 0;
}

/** The resources that give a thing a policy, by reference or by its name, and those that may. */
function policiesOf(thing: TerraformResource, index: ResourceIndex): Members<TerraformResource> {
  const names = namesOf(thing, index, ["arn", "name"]).filter((name) => name !== "" && name !== UNKNOWN_TEXT);
  const all = (POLICIES.get(thing.type) ?? []).map(([type, argument]) => {
    const { items, possible } = referringTo(identityOf(thing, index), type, argument, index);
    const named = index.managed(type).filter((holder) => names.includes(symbolicText(holder.argument(argument))));
    return { items: [...new Set([...items, ...named])], possible };
  });
  return { items: all.flatMap(({ items }) => items), possible: all.flatMap(({ possible }) => possible) };
}
