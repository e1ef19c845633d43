import type { ApiRequest } from "../model/api-request";
import type { Fact } from "../model/fact";
import type { Policy } from "../model/policy";
import type { Role } from "../model/role";
import type { SymbolicText } from "../model/symbol";
import { allOf, anyOf, type Truth } from "../model/truth";
import { deniedBy, policyAdmits } from "./policy-admits";
import type { RequestContext } from "./request-context";
import { type RoleVerdict, roleAdmits } from "./role-admits";

/**
 * Whether a key of KMS with a policy of its own may be used: the policy allows it to the role, or leaves it to the policies of
 * roles by allowing it to the account, and the role's do.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export function keyAdmits(policy: Fact<Policy>, role: Role, request: ApiRequest, context: RequestContext): RoleVerdict {
  if (!policy.known) return { truth: "unknown", because: policy.because };
  const holder = policy.value.address;
  const denial = deniedBy(policy.value, request, context);
  if (denial !== undefined) return { truth: "no", denial, holder };
  const byRole = roleAdmits(role, request, context, { withoutPolicy: new Set([request.resource]) });
  if (byRole.denial !== undefined) return byRole;
  const name = request.principal === "task-role" ? context.taskRole : context.executionRole;
  const isAccount = (principal: SymbolicText) => principal !== name && ACCOUNT.test(principal);
  const admits = (is: (principal: SymbolicText) => boolean) =>
    policyAdmits(withPrincipals(policy.value, is), request, context);
  const direct = admits((principal) => !isAccount(principal));
  const delegated = admits(isAccount);
  const truth = anyOf([role.boundary === undefined ? direct : atMostUnknown(direct), allOf([delegated, byRole.truth])]);
  if (truth === "yes") return { truth };
  if (truth === "no") return delegated === "yes" ? byRole : { truth, holder };
  const because = byRole.because ?? `whether the policy of ${holder} allows ${request.action} is not known`;
  return { truth, because };
}

/** The whole of an account, or something that may stand for its number. */
const ACCOUNT = /^(?:arn:[^:]*:iam::[^:]*:root|\d{12}|\$\{[^}]*\})$/;

/** A policy in which what is allowed is allowed to some principals only. */
function withPrincipals(policy: Policy, is: (principal: SymbolicText) => boolean): Policy {
  const statements = policy.statements.map((statement) => {
    const { effect, principal } = statement;
    if (effect === "Deny" || principal === undefined || principal.negated) return statement;
    return { ...statement, principal: { negated: false, values: principal.values.filter(is) } };
  });
  return { ...policy, statements };
}

function atMostUnknown(truth: Truth): Truth {
  return truth === "yes" ? "unknown" : truth;
}
