import type { ApiRequest } from "../model/api-request";
import type { Policy, PolicyList, Statement } from "../model/policy";
import { isSymbol, readingsOf, type SymbolicText } from "../model/symbol";
import { matchesPattern, sameText } from "../model/text-match";
import { allOf, anyOf, not, type Truth } from "../model/truth";
import { accountOfRole } from "./arn-account";
import { conditionsHold } from "./policy-condition";
import type { RequestContext } from "./request-context";

/**
 * Whether a policy admits a request: a statement allows it, and none denies it.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function policyAdmits(policy: Policy, request: ApiRequest, context: RequestContext): Truth {
  const [truth, ...others] = readingsOf(request.resource).map((resource) =>
    admits(policy, { ...request, resource }, context),
  );
  return truth === undefined || others.some((other) => other !== truth) ? "unknown" : truth;
}

function admits(policy: Policy, request: ApiRequest, context: RequestContext): Truth {
  const applies = (effect: Statement["effect"]) =>
    anyOf(
      policy.statements
        .filter((statement) => statement.effect === effect)
        .map((statement) => statementApplies(statement, request, context)),
    );
  return allOf([applies("Allow"), not(applies("Deny"))]);
}

/** The statement of a policy that denies a request. @returns `undefined` where none is known to */
export function deniedBy(policy: Policy, request: ApiRequest, context: RequestContext): Statement | undefined {
  const requests = readingsOf(request.resource).map((resource) => ({ ...request, resource }));
  return policy.statements.find(
    (statement) =>
      statement.effect === "Deny" && requests.every((each) => statementApplies(statement, each, context) === "yes"),
  );
}

/** Whether a policy admits whatever may be asked. */
export function admitsEverything({ statements }: Policy): boolean {
  const isAll = ({ negated, values }: PolicyList | { negated: false; values: readonly string[] }) =>
    !negated && values.some((value) => value === "*" || value === "*:*");
  const open = statements.some(
    ({ effect, actions, resources, conditions, principal }) =>
      effect === "Allow" &&
      isAll(actions) &&
      isAll(resources) &&
      conditions.length === 0 &&
      (principal === undefined || isAll(principal)),
  );
  return open && statements.every(({ effect }) => effect === "Allow");
}

function statementApplies(statement: Statement, request: ApiRequest, context: RequestContext): Truth {
  const { actions, resources, principal, conditions } = statement;
  const action = request.action.toLowerCase();
  const isAsked = listed(actions, (pattern) => matchesPattern(action, pattern.toLowerCase()));
  // Most statements are about other actions, and their resources may be many.
  if (isAsked === "no") return "no";
  return allOf([
    isAsked,
    listed(resources, (pattern) => matchesPattern(request.resource, pattern)),
    principal === undefined ? "yes" : listed(principal, (name) => isPrincipal(name, request, context)),
    conditionsHold(conditions, request, context),
  ]);
}

function listed({ negated, values }: PolicyList, is: (value: SymbolicText) => Truth): Truth {
  const truth = anyOf(values.map(is));
  return negated ? not(truth) : truth;
}

/**
 * A principal is everybody, an account, or a role. ECR signs the requests for its layers with a principal of its own; who shows
 * no role is one of everybody only.
 */
function isPrincipal(name: SymbolicText, { principal }: ApiRequest, context: RequestContext): Truth {
  if (name === "*") return "yes";
  if (/^(?:Service|Federated|CanonicalUser):/.test(name)) return "no";
  // A symbol may stand for everybody, or for ECR's own principal.
  if (principal === "ecr" || principal === "anonymous") return isSymbol(name) ? "unknown" : "no";
  const role = principal === "execution-role" ? context.executionRole : context.taskRole;
  const account =
    /^arn:[^:]*:iam::([^:]*):root$/.exec(name)?.[1] ?? (isSymbol(name) || /^\d{12}$/.test(name) ? name : undefined);
  const asAccount = account === undefined ? "no" : sameText(account, accountOfRole(role, context.account));
  return anyOf([sameText(name, role), asAccount]);
}
