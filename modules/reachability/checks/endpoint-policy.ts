import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { actionPrefix } from "../../aws/endpoint-services/service-of-action";
import type { EndpointCall } from "../calls/call";
import type { ApiRequest } from "../model/api-request";
import type { Policy } from "../model/policy";
import { UNKNOWN_TEXT, withStars } from "../model/symbol";
import type { Truth } from "../model/truth";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding, holds, open } from "./finding";
import { admitsEverything, deniedBy, policyAdmits } from "./policy-admits";
import { isAboutOwners } from "./policy-condition";
import { describeRequest, type RequestContext, requestContext } from "./request-context";

/**
 * The endpoint policy admits what the task asks: action, resource and principal. Without a policy everything is admitted.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function checkEndpointPolicy(call: EndpointCall): Finding {
  const { endpoint, service } = call;
  // Whoever may do without the right may do without the endpoint's admission.
  const requests = call.requests.filter(({ mayLack }) => mayLack !== true);
  const { policy } = endpoint;
  if (!policy.known) return notKnown(call, `what the policy of ${endpoint.address} admits`, policy.because);
  if (policy.value === undefined) return holds(`${endpoint.address} has no policy, which admits everything`);
  const path = policy.value.address;
  if (endpointServiceFacts(service).policy === false) return holds(`endpoints for "${service}" have no policy`);
  if (admitsEverything(policy.value)) return holds(`the policy of ${path} admits everything`, [path]);
  if (call.requests.length === 0) {
    return notKnown(
      call,
      `whether the policy of ${path} admits what the task asks`,
      "the task does not show what it asks",
    );
  }
  const context = requestContext(call);
  let question: Finding | undefined;
  for (const request of requests) {
    const truth = admits(policy.value, request, call, context);
    if (truth === "no") return refused(call, policy.value, request, context);
    if (truth === "unknown") {
      question ??= notKnown(
        call,
        `whether the policy of ${path} admits ${describeRequest(request)}`,
        "a part of the policy or of the request has its value only when Terraform runs, or is a condition that is not read",
      );
    }
  }
  return question ?? holds(`the policy of ${path} admits ${requests.map(({ action }) => action).join(", ")}`, [path]);
}

/** Of a request of which nothing is known, a policy admits whatever it is where it admits every action of the service. */
function admits(policy: Policy, request: ApiRequest, { service }: EndpointCall, context: RequestContext): Truth {
  const truth = policyAdmits(policy, request, context);
  if (truth !== "unknown" || request.action !== UNKNOWN_TEXT) return truth;
  const action = `${actionPrefix(service)}:${UNKNOWN_TEXT}`;
  return policyAdmits(policy, { ...request, action }, context) === "yes" ? "yes" : "unknown";
}

function refused(call: EndpointCall, policy: Policy, request: ApiRequest, context: RequestContext): Finding {
  const isLayer = request.principal === "ecr";
  const byCondition = isLayer && policyAdmits(withoutOwners(policy), request, context) === "yes";
  const denial = deniedBy(policy, request, context);
  const resource = withStars(request.resource);
  const path = policy.address;
  return breaks(byCondition ? "endpoint-policy-layer-condition" : "endpoint-policy-refuses", {
    problem: `the policy of ${path} does not admit ${describeRequest(request)}, which ${isLayer ? "ECR asks for" : "is asked by"} the task "${call.task.name}"`,
    why: byCondition
      ? "ECR signs the request for an image layer, and the bucket belongs to AWS: a condition that asks for a principal, an account or an organization of one's own never holds, and its contrary always does"
      : `the endpoint answers with 403; ${whyNeeded(call)}`,
    fix:
      denial !== undefined
        ? `leave ${resource === "*" ? request.action : resource} out of the statement${denial.sid === undefined ? "" : ` "${denial.sid}"`} in the policy of ${path} that denies it`
        : byCondition
          ? `give ${path} a statement of its own, without such a condition, that allows s3:GetObject on ${resource}`
          : `allow ${request.action} on ${resource} in the policy of ${path}`,
    path,
  });
}

/** A policy without the conditions that a request for an image layer can never meet. */
function withoutOwners(policy: Policy): Policy {
  return {
    ...policy,
    statements: policy.statements.flatMap((statement) => {
      const conditions = statement.conditions.filter((condition) => !isAboutOwners(condition));
      if (statement.effect === "Deny" && conditions.length < statement.conditions.length) return [];
      return [{ ...statement, conditions }];
    }),
  };
}

function notKnown({ endpoint, service }: EndpointCall, what: string, because: string): Finding {
  return open({
    code: "endpoint-policy-unknown",
    what,
    because,
    assure: `the policy of ${endpoint.address} admits what the task asks of "${service}"`,
    path: endpoint.address,
  });
}
