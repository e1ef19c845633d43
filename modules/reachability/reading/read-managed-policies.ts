import type { ManagedStatement } from "../../aws/managed-policies/managed-statement";
import { managedPolicy, managedPolicyNamed } from "../../aws/managed-policy";
import { type Fact, known, knownValue, unknown } from "../model/fact";
import type { Policy, Statement } from "../model/policy";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty, notKnown, textFact } from "./facts";
import { namesOf } from "./identities";
import { policyFact } from "./read-policy";
import type { ResourceIndex } from "./resource-index";

/** What a managed policy says: one of this Terraform, one that a data source has looked up, or a known one of AWS's. */
export function managedPolicyFact(arn: Value, index: ResourceIndex): Fact<Policy> {
  if (arn.kind === "unknown") return notKnown(arn);
  const name = symbolicText(arn);
  const found = policyOf(name, index) ?? lookedUp(arn, index);
  if (found !== undefined) return policyFact(found.argument("policy"), found.address, index);
  const ofAws = /^arn:[^:]+:iam::aws:policy\/(.+)$/.exec(name)?.[1] ?? lookedUpByName(arn, index);
  const statements = ofAws === undefined ? undefined : managedPolicy(ofAws);
  if (statements === undefined) return unknown(`what the policy ${name} says is not known here`);
  return known({ address: name, statements: statements.map(asStatement), length: 0 });
}

function asStatement({ actions, allBut, resources, conditions = {} }: ManagedStatement): Statement {
  return {
    effect: "Allow",
    actions: { negated: allBut, values: actions },
    resources: { negated: false, values: resources },
    conditions: Object.entries(conditions).flatMap(([operator, byKey]) =>
      Object.entries(byKey).map(([key, values]) => ({ operator, key, values: [values].flat() })),
    ),
  };
}

function policyOf(arn: string, index: ResourceIndex): TerraformResource | undefined {
  return index.byIdentity("aws_iam_policy", (policy) => namesOf(policy, index, ["id", "arn"])).get(arn);
}

/** The policy of AWS's that a data source looks up by a name that no other one has: it refuses a name that two have. */
function lookedUpByName(arn: Value, index: ResourceIndex): string | undefined {
  const lookup = arn.kind === "reference" ? index.at(arn.address) : undefined;
  if (lookup?.mode !== "data" || lookup.type !== "aws_iam_policy") return undefined;
  const name = knownValue(textFact(lookup.argument("name")));
  return name === undefined ? undefined : managedPolicyNamed(name);
}

/** A data source that has been read, as a plan has it. */
function lookedUp(arn: Value, index: ResourceIndex): TerraformResource | undefined {
  const name = symbolicText(arn);
  const isIt = (data: TerraformResource) =>
    arn.kind === "reference" ? arn.address === data.address : symbolicText(data.attribute("arn")) === name;
  return index.data("aws_iam_policy").find((data) => isIt(data) && !isEmpty(data.argument("policy")));
}
