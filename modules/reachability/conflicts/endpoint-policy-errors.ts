import { LONGEST_ENDPOINT_POLICY } from "../../aws/limits";
import { policyAdmits } from "../checks/policy-admits";
import { isAboutOwners } from "../checks/policy-condition";
import type { RequestContext } from "../checks/request-context";
import type { ApiRequest } from "../model/api-request";
import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { Policy } from "../model/policy";
import { UNKNOWN_TEXT } from "../model/symbol";
import { type ConflictRule, conflict, type ResourceIssue } from "./conflict-rule";

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
    yield conflict("gateway-policy-principal", {
      path: policy.address,
      problem: `a statement${sid === undefined ? "" : ` "${sid}"`} in the policy of ${address} has ${given}`,
      fix: 'write "Principal": "*", and name the role in a condition on aws:PrincipalArn',
    });
  }
}

function* tooLong({ address, length }: Policy): Generator<ResourceIssue> {
  if (length <= LONGEST_ENDPOINT_POLICY) return;
  const terraform = "name actions and resources with wildcards, or merge statements";
  yield conflict("endpoint-policy-too-long", {
    path: address,
    problem: `the policy of ${address} has at least ${length} characters`,
    fix: {
      library: `${terraform}; in place of one that is generated, give the endpoint your own: settings: { "ecr.dkr": { policy: [{ principal: "*", actions: ["ecr:*"], resources: ["arn:aws:ecr:eu-west-1:123456789012:repository/team/*"] }] } }`,
      ...{ ecs: terraform, terraform },
    },
  });
}

function* denyOnly({ address, statements }: Policy): Generator<ResourceIssue> {
  if (statements.some(({ effect }) => effect === "Allow")) return;
  yield conflict("endpoint-policy-allows-nothing", {
    path: address,
    problem: `no statement in the policy of ${address} allows anything`,
    fix: 'add a statement with "Effect": "Allow" for what the tasks call',
  });
}

/**
 * ECR signs the requests for image layers, and the bucket is AWS's; such a condition can never hold. A policy that admits the
 * layers by another statement has it for nothing.
 */
function* layerConditions(policy: Policy): Generator<ResourceIssue> {
  const { address, statements } = policy;
  for (const { effect, resources, conditions } of statements) {
    const layers = resources.negated
      ? undefined
      : resources.values.find((each) => each.includes("starport-layer-bucket"));
    const request = layers === undefined ? undefined : layerRequest(layers);
    const condition = conditions.find(isAboutOwners);
    if (effect !== "Allow" || condition === undefined || request === undefined) continue;
    if (policyAdmits(policy, request, NOBODY) !== "no") continue;
    yield conflict("endpoint-policy-layer-condition", {
      path: address,
      problem: `the statement of ${address} about the bucket of the image layers has a condition on ${condition.key}`,
      fix: "give the bucket a statement of its own without that condition",
    });
  }
}

function layerRequest(resource: string): ApiRequest {
  return { action: "s3:GetObject", resource: resource.replaceAll("*", "${layer}"), principal: "ecr" };
}

/** The context of a request of which nothing is known. */
const NOBODY: RequestContext = {
  executionRole: UNKNOWN_TEXT,
  taskRole: UNKNOWN_TEXT,
  account: UNKNOWN_TEXT,
  vpc: { id: UNKNOWN_TEXT, created: false },
  endpoint: { id: UNKNOWN_TEXT, created: false },
};
