import { type Fact, known, unknown } from "../model/fact";
import type { Policy, PolicyCondition, PolicyList, Statement } from "../model/policy";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isObject, type TerraformJson } from "../terraform/expressions/terraform-json";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { notKnown } from "./facts";
import { identityOf, referringTo } from "./identities";
import { readPolicyDocument } from "./read-policy-document";
import type { ResourceIndex } from "./resource-index";

/** The policy of an endpoint: its own, or that of a resource of its own. Without one everything is admitted. */
export function endpointPolicy(endpoint: TerraformResource, index: ResourceIndex): Fact<Policy | undefined> {
  const own = endpoint.argument("policy");
  if (isGiven(own, endpoint)) return policyFact(own, endpoint.address, index);
  const id = identityOf(endpoint, index);
  const { items, possible } = referringTo(id, "aws_vpc_endpoint_policy", "vpc_endpoint_id", index);
  const [resource] = items;
  if (resource !== undefined) {
    const policy = resource.argument("policy");
    return isGiven(policy, resource) ? policyFact(policy, resource.address, index) : known(undefined);
  }
  if (possible[0] !== undefined) return unknown(`whether ${possible[0].address} is about it is not known`);
  return known(undefined);
}

function isGiven(value: Value, resource: TerraformResource): boolean {
  const isOwn = value.kind === "reference" && value.address === resource.address;
  return !isOwn && !isAbsent(value) && !(value.kind === "literal" && value.value === "");
}

/** A policy that an argument holds as JSON text, or by reference to a policy document. */
export function policyFact(value: Value, address: string, index: ResourceIndex): Fact<Policy> {
  if (value.kind === "reference") {
    const document = index.at(value.address);
    const isDocument = document?.type === "aws_iam_policy_document" && /^(minified_)?json$/.test(value.attribute);
    return document !== undefined && isDocument ? readPolicyDocument(document, address) : notKnown(value);
  }
  if (value.kind !== "literal" && value.kind !== "text") return notKnown(value);
  const text = symbolicText(value);
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json)) return unknown(`the policy of ${address} is no JSON object`);
    const statements = listOf(json["Statement"]).map(readStatement);
    if (statements.some((statement) => statement === undefined)) {
      return unknown(`the policy of ${address} has a statement that cannot be read`);
    }
    return known({ address, statements: statements.filter(isStatement), length: lengthOf(text) });
  } catch {
    return unknown(`the policy of ${address} is not JSON before Terraform runs`);
  }
}

/** Spaces do not count: AWS keeps a policy without them. */
function lengthOf(text: string): number {
  return text.replaceAll(/\$\{[^}]*\}/g, "").replaceAll(/\s+/g, " ").length;
}

function isStatement(statement: Statement | undefined): statement is Statement {
  return statement !== undefined;
}

/** The statements of a policy that is parsed already; `undefined` where something in it is not as IAM has it. */
export function readStatement(json: unknown): Statement | undefined {
  if (!isObject(json)) return undefined;
  const { Effect: effect, Sid: sid } = json;
  const actions = listPair(json, "Action", texts);
  const resources = listPair(json, "Resource", texts) ?? { negated: false, values: [] };
  const principal = listPair(json, "Principal", principals);
  if ((effect !== "Allow" && effect !== "Deny") || actions === undefined) return undefined;
  return {
    ...(typeof sid === "string" ? { sid } : {}),
    effect,
    ...(principal === undefined ? {} : { principal }),
    actions,
    resources,
    conditions: conditions(json["Condition"]),
  };
}

function listPair(json: TerraformJson, name: string, read: (value: unknown) => string[]): PolicyList | undefined {
  if (json[name] !== undefined) return { negated: false, values: read(json[name]) };
  const negated = json[`Not${name}`];
  return negated === undefined ? undefined : { negated: true, values: read(negated) };
}

function texts(value: unknown): string[] {
  return listOf(value).map(String);
}

/** `"*"`, and `{ "AWS": … }`; other kinds of principals are kept with their kind, for example `Service:ecs.amazonaws.com`. */
function principals(value: unknown): string[] {
  if (!isObject(value)) return texts(value);
  return Object.entries(value).flatMap(([kind, names]) =>
    texts(names).map((name) => (kind === "AWS" ? name : `${kind}:${name}`)),
  );
}

function conditions(value: unknown): PolicyCondition[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isObject(keys) ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: texts(values) })) : [],
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
