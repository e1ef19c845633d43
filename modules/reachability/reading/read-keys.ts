import { type Fact, knownValue, unknown } from "../model/fact";
import type { NetworkModel } from "../model/network-model";
import type { Policy } from "../model/policy";
import type { SymbolicText } from "../model/symbol";
import { isSymbolic, symbolicText } from "../terraform/expressions/symbolic-text";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty, textFact } from "./facts";
import { identityOf, namesOf, referrerTo, referringTo } from "./identities";
import { policyFact } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

/** The keys of KMS with which secrets, parameters and log groups are encrypted, and what the policies of keys say. */
export function readKeys(
  index: ResourceIndex,
): Pick<NetworkModel, "encryptedWith" | "encryptedLogGroups" | "keyPolicies"> {
  const secrets = index.managed("aws_secretsmanager_secret").flatMap((secret) => keyed(secret, "kms_key_id", index));
  const parameters = index
    .managed("aws_ssm_parameter")
    .filter((parameter) => knownValue(textFact(parameter.argument("type"))) === "SecureString")
    .flatMap((parameter) => keyed(parameter, "key_id", index));
  const encryptedLogGroups = index.all.flatMap((group) => {
    if (group.mode !== "managed" || group.type !== "aws_cloudwatch_log_group") return [];
    const key = ownKey(group, "kms_key_id");
    return key === undefined ? [] : [{ address: group.address, key }];
  });
  const policies = index.managed("aws_kms_key").flatMap((key) => {
    const policy = keyPolicy(key, index);
    return policy === undefined ? [] : [[symbolicText(key.attribute("arn")), policy] as const];
  });
  return { encryptedWith: new Map([...secrets, ...parameters]), encryptedLogGroups, keyPolicies: new Map(policies) };
}

function keyed(thing: TerraformResource, argument: string, index: ResourceIndex) {
  const key = ownKey(thing, argument);
  if (key === undefined) return [];
  const names = namesOf(thing, index, thing.type === "aws_secretsmanager_secret" ? ["arn", "id"] : ["arn"]);
  return names.map((name): [SymbolicText, SymbolicText] => [name, key]);
}

/** Without a key of one's own it is one of AWS's, which admits whoever may read the thing. */
function ownKey(thing: TerraformResource, argument: string): SymbolicText | undefined {
  const key: Value = thing.argument(argument);
  if (isEmpty(key) || !isSymbolic(key)) return undefined;
  const text = symbolicText(key);
  return /(?:^|:)alias\/aws\//.test(text) ? undefined : text;
}

/** @returns `undefined` where it has no policy of its own, so that it leaves it to roles */
function keyPolicy(key: TerraformResource, index: ResourceIndex): Fact<Policy> | undefined {
  const id = identityOf(key, index);
  const grants = referringTo(id, "aws_kms_grant", "key_id", index);
  const [grant] = [...grants.items, ...grants.possible];
  if (grant !== undefined) return unknown(`${grant.address} may allow it`);
  const own = key.argument("policy");
  if (!isEmpty(own)) return policyFact(own, key.address, index);
  const other = referrerTo(id, "aws_kms_key_policy", "key_id", index);
  if (!other.known) return other;
  return other.value && policyFact(other.value.argument("policy"), other.value.address, index);
}
