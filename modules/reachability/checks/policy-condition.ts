import type { PolicyCondition } from "../model/policy";
import { anyOf, not, type Truth } from "../model/truth";
import type { ApiRequest } from "../proof/api-request";
import type { SymbolicText } from "../terraform/symbolic-text";
import { matchesPattern, sameText } from "../terraform/text-match";

/** What a policy can ask about a request, besides action and resource. */
export interface RequestContext {
  readonly executionRole: SymbolicText;
  readonly taskRole: SymbolicText;
  readonly account: SymbolicText;
  readonly vpc: ThingOfRequest;
  readonly endpoint: ThingOfRequest;
}

/** What a request comes through. */
export interface ThingOfRequest {
  /** Its id, as policies have it. */
  readonly id: SymbolicText;
  /** Whether it is created here, so that no id that is written down is its own. */
  readonly created: boolean;
}

/** Condition keys about who asks. On a request for an image layer that is ECR, not a role of the task. */
export const PRINCIPAL_KEYS: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principaltype",
  "aws:userid",
]);

/** Condition keys about who owns what is asked for. The bucket of the image layers is AWS's. */
export const OWNER_KEYS: ReadonlySet<string> = new Set([
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "s3:resourceaccount",
]);

/** Whether a condition of a statement holds for a request. One that is not understood is not known to hold. */
export function conditionHolds(condition: PolicyCondition, request: ApiRequest, context: RequestContext): Truth {
  const key = condition.key.toLowerCase();
  const isLayer = request.principal === "ecr";
  if (isLayer && (PRINCIPAL_KEYS.has(key) || OWNER_KEYS.has(key))) return "no";
  const operator =
    /^(?:ForAnyValue:|ForAllValues:)?(String|Arn|Bool)(Not)?(Equals|Like|EqualsIgnoreCase)?(?:IfExists)?$/.exec(
      condition.operator,
    );
  if (operator === null) return "unknown";
  const thing = key === "aws:sourcevpc" ? context.vpc : key === "aws:sourcevpce" ? context.endpoint : undefined;
  const actual = thing?.id ?? valueOfKey(key, request, context);
  if (actual === undefined) return "unknown";
  // ArnEquals takes wildcards as ArnLike does.
  const compare = operator[1] === "Arn" || operator[3] === "Like" ? matchesPattern : sameText;
  const isOther = (value: SymbolicText) => thing?.created === true && /^vpc(?:e)?-[0-9a-f]+$/.test(value);
  const truth = anyOf(condition.values.map((value) => (isOther(value) ? "no" : compare(actual, value))));
  return operator[2] === undefined ? truth : not(truth);
}

function valueOfKey(key: string, { principal }: ApiRequest, context: RequestContext): SymbolicText | undefined {
  const role = principal === "task-role" ? context.taskRole : context.executionRole;
  switch (key) {
    case "aws:principalarn":
      return role;
    case "aws:principalaccount":
      return /^arn:[^:]*:iam::([^:]+):/.exec(role)?.[1] ?? context.account;
    case "aws:securetransport":
      return "true";
    default:
      return undefined;
  }
}
