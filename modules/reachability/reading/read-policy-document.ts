import { allKnown, eachFact, type Fact, known, knownValue, mapFact } from "../model/fact";
import type { Policy, PolicyCondition, PolicyList, Statement } from "../model/policy";
import { isSymbolic, symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, isEmpty, listFact, memberOf, notKnown, textFact } from "./facts";

/**
 * The policy that an `aws_iam_policy_document` makes: the statements of the documents that it takes over, its own, and those of
 * the documents that override it.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 *
 * @param readOther reads the JSON of another document
 */
export function readPolicyDocument(
  document: TerraformResource,
  address: string,
  readOther: (json: Value) => Fact<Policy>,
): Fact<Policy> {
  const others = (lists: readonly string[]) =>
    allKnown(lists.map((name) => othersOf(document.argument(name), readOther)));
  const parts = allKnown([
    mapFact(others(["source_json", "source_policy_documents"]), (lists) => lists.flat(2)),
    eachFact(blocksFact(document.argument("statement")), readStatement),
    mapFact(others(["override_json", "override_policy_documents"]), (lists) => lists.flat(2)),
  ]);
  return mapFact(parts, (all) => {
    const statements = all.flat().reduce(merged, []);
    return { address, statements, length: JSON.stringify(statements).length };
  });
}

function othersOf(value: Value, readOther: (json: Value) => Fact<Policy>): Fact<readonly (readonly Statement[])[]> {
  const documents = value.kind === "list" ? listFact(value) : known(isEmpty(value) ? [] : [value]);
  return eachFact(
    mapFact(documents, (list) => list.filter((each) => !isEmpty(each))),
    (json) => mapFact(readOther(json), ({ statements }) => statements),
  );
}

/** A statement replaces that of the same `Sid` before it. */
function merged(before: readonly Statement[], statement: Statement): readonly Statement[] {
  const at = statement.sid === undefined ? -1 : before.findIndex(({ sid }) => sid === statement.sid);
  return at === -1 ? [...before, statement] : before.with(at, statement);
}

function readStatement(block: ObjectValue): Fact<Statement> {
  const sid = memberOf(block, "sid");
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
    ...(isEmpty(sid) || !isSymbolic(sid) ? {} : { sid: symbolicText(sid) }),
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
