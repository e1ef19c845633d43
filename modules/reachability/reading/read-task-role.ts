import type { PolicyStatement } from "../../aws/policy-document";
import { knownValue } from "../model/fact";
import type { Statement } from "../model/policy";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, memberOf } from "./facts";
import { namesOf } from "./identities";
import type { NetworkTypeName } from "./network-types";
import { policyFact } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

/**
 * What the policies of a role allow, as far as they are written down: inline ones, and those of the configuration that are
 * attached. Policies of AWS and conditions are left out; what is read is a sign of what the application calls, no more.
 */
export function readRoleStatements(role: Value, index: ResourceIndex): readonly PolicyStatement[] {
  const found = roleOf(symbolicText(role), index);
  if (isAbsent(role) || found === undefined) return [];
  const inline = knownValue(blocksFact(found.argument("inline_policy"))) ?? [];
  const own = ofRole("aws_iam_role_policy", found, index);
  const attached = ofRole("aws_iam_role_policy_attachment", found, index).flatMap((attachment) => {
    return policyOf(symbolicText(attachment.argument("policy_arn")), index) ?? [];
  });
  const texts = [
    ...inline.map((block) => memberOf(block, "policy")),
    ...[...own, ...attached].map((policy) => policy.argument("policy")),
  ];
  return texts
    .flatMap((text) => knownValue(policyFact(text, found.address, index))?.statements ?? [])
    .flatMap(asPlanned);
}

function asPlanned({ effect, actions, resources }: Statement): PolicyStatement[] {
  if (effect === "Deny" || actions.negated) return [];
  return [{ effect, actions: actions.values, resources: resources.values }];
}

function ofRole(type: NetworkTypeName, role: TerraformResource, index: ResourceIndex): readonly TerraformResource[] {
  const byRole = index.groupedBy(type, (each) => roleOf(symbolicText(each.argument("role")), index)?.address);
  return byRole.get(role.address) ?? [];
}

/** A role by its name, its ARN, or a reference to either. */
function roleOf(name: string, index: ResourceIndex): TerraformResource | undefined {
  return index.byIdentity("aws_iam_role", (role) => namesOf(role, index, ["id", "name", "arn"])).get(name);
}

function policyOf(arn: string, index: ResourceIndex): TerraformResource | undefined {
  return index.byIdentity("aws_iam_policy", (policy) => namesOf(policy, index, ["id", "arn"])).get(arn);
}
