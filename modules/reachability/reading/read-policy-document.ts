import { eachFact, type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { Policy, PolicyCondition, PolicyList, Statement } from "../model/policy";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type ObjectValue } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, listFact, memberOf, notKnown, textFact } from "./facts";

/** The policy that an `aws_iam_policy_document` makes out of its statements. */
export function readPolicyDocument(document: TerraformResource, address: string): Fact<Policy> {
  for (const source of ["source_policy_documents", "override_policy_documents", "source_json", "override_json"]) {
    if (!isAbsent(document.argument(source))) return unknown(`${document.address} takes over other documents`);
  }
  const read = eachFact(blocksFact(document.argument("statement")), readStatement);
  return mapFact(read, (statements) => ({ address, statements, length: JSON.stringify(statements).length }));
}

function readStatement(block: ObjectValue): Fact<Statement> {
  const effect = textFact(memberOf(block, "effect"), "Allow");
  const actions = pair(block, "actions", "not_actions");
  const resources = pair(block, "resources", "not_resources");
  const principals = principalsOf(block);
  const conditions = conditionsOf(block);
  if (!effect.known) return effect;
  if (!actions.known) return actions;
  if (!resources.known) return resources;
  if (!principals.known) return principals;
  if (!conditions.known) return conditions;
  return known({
    effect: effect.value === "Deny" ? "Deny" : "Allow",
    ...(principals.value === undefined ? {} : { principal: principals.value }),
    actions: actions.value ?? { negated: false, values: [] },
    resources: resources.value ?? { negated: false, values: [] },
    conditions: conditions.value,
  });
}

function pair(block: ObjectValue, name: string, negatedName: string): Fact<PolicyList | undefined> {
  for (const negated of [false, true]) {
    const value = memberOf(block, negated ? negatedName : name);
    if (isAbsent(value)) continue;
    return mapFact(listFact(value), (list) => ({ negated, values: list.map(symbolicText) }));
  }
  return known(undefined);
}

function principalsOf(block: ObjectValue): Fact<PolicyList | undefined> {
  for (const negated of [false, true]) {
    const blocks = blocksFact(memberOf(block, negated ? "not_principals" : "principals"));
    if (!blocks.known) return blocks;
    if (blocks.value.length === 0) continue;
    const values: string[] = [];
    for (const principal of blocks.value) {
      const type = knownValue(textFact(memberOf(principal, "type")));
      const identifiers = listFact(memberOf(principal, "identifiers"));
      if (type === undefined || !identifiers.known) return notKnown(principal);
      const start = type === "AWS" || type === "*" ? "" : `${type}:`;
      values.push(...identifiers.value.map((identifier) => `${start}${symbolicText(identifier)}`));
    }
    return known({ negated, values });
  }
  return known(undefined);
}

function conditionsOf(block: ObjectValue): Fact<readonly PolicyCondition[]> {
  return eachFact(blocksFact(memberOf(block, "condition")), (condition) =>
    mapFact(listFact(memberOf(condition, "values")), (values) => ({
      operator: symbolicText(memberOf(condition, "test")),
      key: symbolicText(memberOf(condition, "variable")),
      values: values.map(symbolicText),
    })),
  );
}
