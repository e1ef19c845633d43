import { isObject } from "../../values/is-object";
import { type Fact, known, unknown } from "../model/fact";
import type { Policy, PolicyCondition, PolicyList, Statement } from "../model/policy";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import type { TerraformJson } from "../terraform/expressions/terraform-json";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { isEmpty, notKnown } from "./facts";
import { identityOf, referrerTo } from "./identities";
import { readPolicyDocument } from "./read-policy-document";
import type { ResourceIndex } from "./resource-index";

/** The policy of an endpoint: its own, or that of a resource of its own. Without one everything is admitted. */
export function endpointPolicy(endpoint: TerraformResource, index: ResourceIndex): Fact<Policy | undefined> {
  const own = endpoint.argument("policy");
  if (!isEmpty(own)) return policyFact(own, endpoint.address, index);
  const other = referrerTo(identityOf(endpoint, index), "aws_vpc_endpoint_policy", "vpc_endpoint_id", index);
  if (!other.known || other.value === undefined) return other.known ? known(undefined) : other;
  const policy = other.value.argument("policy");
  return isEmpty(policy) ? known(undefined) : policyFact(policy, other.value.address, index);
}

/**
 * A policy that an argument holds as JSON text, or by reference to a policy document.
 *
 * @param within the policy documents that take it over
 */
export function policyFact(
  value: Value,
  address: string,
  index: ResourceIndex,
  within: readonly TerraformResource[] = [],
): Fact<Policy> {
  if (value.kind === "reference") {
    const document = index.at(value.address);
    const isDocument = document?.type === "aws_iam_policy_document" && /^(minified_)?json$/.test(value.attribute);
    if (document === undefined || !isDocument) return notKnown(value);
    if (within.includes(document)) return unknown(`${document.address} takes over itself`);
    return readPolicyDocument(document, address, (json) => policyFact(json, address, index, [...within, document]));
  }
  if (value.kind !== "literal" && value.kind !== "text") return notKnown(value);
  const text = symbolicText(value);
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json)) return unknown(`the policy of ${address} is no JSON object`);
    const written = listOf(json["Statement"]);
    const statements = written.flatMap((statement) => readStatement(statement) ?? []);
    if (statements.length < written.length) {
      return unknown(`the policy of ${address} has a statement that cannot be read`);
    }
    return known({ address, statements, length: lengthOf(text) });
  } catch {
    return unknown(`the policy of ${address} is not JSON before Terraform runs`);
  }
}

/** Spaces do not count: AWS keeps a policy without them. */
function lengthOf(text: string): number {
  return text.replaceAll(/\$\{[^}]*\}/g, "").replaceAll(/\s+/g, " ").length;
}

/** The statements of a policy that is parsed already; `undefined` where something in it is not as IAM has it. */
function readStatement(json: unknown): Statement | undefined {
  if (!isObject(json)) return undefined;
  const { Effect: effect, Sid: sid } = json;
  const actions = listPair(json, "Action", texts);
  const resources = listPair(json, "Resource", texts);
  const principal = listPair(json, "Principal", principals);
  const when = conditions(json["Condition"]);
  const isRead = actions !== "unread" && resources !== "unread" && principal !== "unread" && when !== undefined;
  if ((effect !== "Allow" && effect !== "Deny") || actions === undefined || !isRead) return undefined;
  return {
    ...(typeof sid === "string" ? { sid } : {}),
    effect,
    ...(principal === undefined ? {} : { principal }),
    actions,
    resources: resources ?? { negated: false, values: [] },
    conditions: when,
  };
}

function listPair(
  json: TerraformJson,
  name: string,
  read: (value: unknown) => string[] | undefined,
): PolicyList | "unread" | undefined {
  const negated = json[name] === undefined;
  const written = negated ? json[`Not${name}`] : json[name];
  if (written === undefined) return undefined;
  const values = read(written);
  return values === undefined ? "unread" : { negated, values };
}

/** Texts; `undefined` where there is anything else among them. */
function texts(value: unknown): string[] | undefined {
  const items = listOf(value);
  return items.every(isScalar) ? items.map(String) : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** `"*"`, and `{ "AWS": … }`; other kinds of principals are kept with their kind, for example `Service:ecs.amazonaws.com`. */
function principals(value: unknown): string[] | undefined {
  if (!isObject(value)) return texts(value);
  return together(
    Object.entries(value).map(([kind, names]) =>
      texts(names)?.map((name) => (kind === "AWS" ? name : `${kind}:${name}`)),
    ),
  );
}

function conditions(value: unknown): PolicyCondition[] | undefined {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) return undefined;
  return together(
    Object.entries(value).flatMap(([operator, keys]) => {
      if (!isObject(keys)) return [undefined];
      return Object.entries(keys).map(([key, written]) => {
        const values = texts(written);
        return values && [{ operator, key, values }];
      });
    }),
  );
}

/** The things of all lists; `undefined` where a list could not be read. */
function together<T>(lists: readonly (readonly T[] | undefined)[]): T[] | undefined {
  const all: T[] = [];
  for (const list of lists) {
    if (list === undefined) return undefined;
    all.push(...list);
  }
  return all;
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
