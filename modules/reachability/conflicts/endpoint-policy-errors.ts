import { OWNER_KEYS, PRINCIPAL_KEYS } from "../checks/policy-condition";
import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { Policy, Statement } from "../model/policy";
import type { ConflictRule, ResourceIssue } from "./conflict-rule";

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html */
const LONGEST_POLICY = 20_480;

/** Policies that AWS refuses, or that admit nothing. */
export const endpointPolicyErrors: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    const policy = knownValue(endpoint.policy);
    if (policy === undefined) continue;
    if (knownValue(endpoint.type) === "Gateway") yield* gatewayPrincipals(endpoint, policy);
    yield* tooLong(policy);
    yield* denyOnly(policy);
    if (endpoint.service === "s3") yield* layerConditions(policy);
  }
};

/** Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function* gatewayPrincipals({ address }: Endpoint, policy: Policy): Generator<ResourceIssue> {
  for (const { principal, sid } of policy.statements) {
    if (principal !== undefined && !principal.negated && principal.values.every((name) => name === "*")) continue;
    const given = principal === undefined ? "no principal" : `the principal ${principal.values.join(", ")}`;
    yield {
      code: "gateway-policy-principal",
      path: policy.address,
      problem: `a statement${sid === undefined ? "" : ` "${sid}"`} in the policy of ${address} has ${given}`,
      why: 'the principal in the policy of a gateway endpoint has to be "*"',
      fix: 'write "Principal": "*", and name the role in a condition on aws:PrincipalArn',
    };
  }
}

function* tooLong({ address, length }: Policy): Generator<ResourceIssue> {
  if (length <= LONGEST_POLICY) return;
  yield {
    code: "endpoint-policy-too-long",
    path: address,
    problem: `the policy of ${address} has at least ${length} characters`,
    why: `an endpoint policy has at most ${LONGEST_POLICY}`,
    fix: "name actions and resources with wildcards, or merge statements",
  };
}

function* denyOnly({ address, statements }: Policy): Generator<ResourceIssue> {
  if (statements.some(({ effect }) => effect === "Allow")) return;
  yield {
    code: "endpoint-policy-allows-nothing",
    path: address,
    problem: `no statement in the policy of ${address} allows anything`,
    why: "what no statement allows is denied, so the endpoint refuses every call",
    fix: 'add a statement with "Effect": "Allow" for what the tasks call',
  };
}

/** ECR signs the requests for image layers, and the bucket is AWS's; such a condition can never hold. */
function* layerConditions({ address, statements }: Policy): Generator<ResourceIssue> {
  for (const statement of statements) {
    const key = statement.effect === "Allow" && namesLayers(statement) ? roleCondition(statement) : undefined;
    if (key === undefined) continue;
    yield {
      code: "endpoint-policy-layer-condition",
      path: address,
      problem: `the statement of ${address} about the bucket of the image layers has a condition on ${key}`,
      why: "ECR signs the request for an image layer, and the bucket belongs to AWS, so a condition on the principal, the account or the organization never holds",
      fix: "give the bucket a statement of its own without that condition",
    };
  }
}

function namesLayers({ resources }: Statement): boolean {
  return !resources.negated && resources.values.some((resource) => resource.includes("starport-layer-bucket"));
}

function roleCondition({ conditions }: Statement): string | undefined {
  return conditions.find(({ key }) => PRINCIPAL_KEYS.has(key.toLowerCase()) || OWNER_KEYS.has(key.toLowerCase()))?.key;
}
