import type { ApiRequest } from "../model/api-request";
import type { PolicyCondition } from "../model/policy";
import type { SymbolicText } from "../model/symbol";
import { allOf, type Truth } from "../model/truth";
import { accountOf, accountOfRole } from "./arn-account";
import { sourceAddressHolds } from "./policy-source-address";
import type { RequestContext } from "./request-context";
import { type TextOperator, textHolds, textOperator } from "./text-operator";

/** Condition keys about who asks. On a request for an image layer that is ECR, not a role of the task. */
const PRINCIPAL_KEYS: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principaltype",
  "aws:userid",
]);

/** Condition keys about who owns what is asked for. The bucket of the image layers is AWS's. */
const OWNER_KEYS: ReadonlySet<string> = new Set([
  "aws:resourceaccount",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
  "s3:resourceaccount",
]);

/** Keys that a request has only where its principal or resource belongs to an organization. */
const ORGANIZATION_KEYS = /orgid$|orgpaths$/;

/** The id of a VPC or an endpoint, or a reference to one that is created, which is another one wherever it is not the same. */
const NAMES_ONE = /^(?:vpce?-[0-9a-f]+|\$\{aws_vpc(?:_endpoint)?\.(?!(?:[^}]*[/.])?data\.)[^}]*\.id\})$/;

/** Whether a condition of a statement holds for a request. One that is not understood is not known to hold. */
function conditionHolds(condition: PolicyCondition, request: ApiRequest, context: RequestContext): Truth {
  const key = condition.key.toLowerCase();
  const byAddress = sourceAddressHolds(condition, context);
  if (byAddress !== undefined) return byAddress;
  const operator = textOperator(condition.operator);
  if (operator === undefined) return "unknown";
  if (request.principal === "ecr" && (PRINCIPAL_KEYS.has(key) || OWNER_KEYS.has(key))) {
    const takesAll = operator.takesPatterns && condition.values.some((value) => /^\*+$/.test(value));
    return ofLayer(ORGANIZATION_KEYS.test(key), takesAll, operator.isNegated, operator.absentIsEnough);
  }
  if (key === "kms:resourcealiases") return hasAlias(condition, operator, request);
  if (key === "elasticfilesystem:accesspointarn") return isAccessPoint(condition, operator, context.accessPoint);
  const thing = key === "aws:sourcevpc" ? context.vpc : key === "aws:sourcevpce" ? context.endpoint : undefined;
  const actual = thing?.id ?? valueOfKey(key, request, context);
  if (actual === undefined) return "unknown";
  const isOther = (value: SymbolicText) => thing?.created === true && value !== thing.id && NAMES_ONE.test(value);
  return textHolds(condition.values, operator, actual, isOther);
}

/**
 * Conditions on a request for an image layer: ECR signs it, and the bucket belongs to AWS, so that no value of one's own is
 * the one of the request. A negated condition holds then, and a deny statement that has one refuses the layer.
 */
function ofLayer(mayBeAbsent: boolean, takesAll: boolean, isNegated: boolean, absentIsEnough: boolean): Truth {
  if (takesAll && mayBeAbsent) return "unknown";
  if (takesAll) return isNegated ? "no" : "yes";
  if (isNegated) return "yes";
  return mayBeAbsent && absentIsEnough ? "unknown" : "no";
}

/**
 * Whether a key has one of some aliases. Of the aliases of a key only the one is known by which it is named.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-resource-aliases
 */
function hasAlias({ values }: PolicyCondition, operator: TextOperator, { alias }: ApiRequest): Truth {
  const isNamed = alias !== undefined && !operator.isNegated && textHolds(values, operator, alias) === "yes";
  return isNamed ? "yes" : "unknown";
}

/**
 * Whether a file system is mounted by one of some access points. A mount by none has no such key.
 *
 * Source: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
function isAccessPoint(
  { values }: PolicyCondition,
  operator: TextOperator,
  actual: RequestContext["accessPoint"],
): Truth {
  if (actual === undefined) return "unknown";
  if (actual === "none") return operator.isNegated || operator.absentIsEnough ? "yes" : "no";
  return textHolds(values, operator, actual);
}

function valueOfKey(
  key: string,
  { principal, resource, via }: ApiRequest,
  context: RequestContext,
): SymbolicText | undefined {
  // Of conditions about who asks, EFS works out none: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
  if (principal === "anonymous" && PRINCIPAL_KEYS.has(key)) return undefined;
  const role = principal === "task-role" ? context.taskRole : context.executionRole;
  switch (key) {
    case "aws:principalarn":
      return role;
    case "aws:principalaccount":
    case "kms:calleraccount":
      return accountOfRole(role, context.account);
    case "aws:resourceaccount":
      return accountOf(resource);
    case "aws:requestedregion":
      return context.region;
    case "kms:viaservice":
      return via;
    case "aws:securetransport":
      return context.isEncrypted?.known === false ? undefined : String(context.isEncrypted?.value ?? true);
    case "elasticfilesystem:accessedviamounttarget":
      return "true";
    default:
      return undefined;
  }
}

/** Whether all conditions of a statement hold. */
export function conditionsHold(
  conditions: readonly PolicyCondition[],
  request: ApiRequest,
  context: RequestContext,
): Truth {
  return allOf(conditions.map((condition) => conditionHolds(condition, request, context)));
}

/** Whether a condition is about who asks or who owns, which for the image layers are ECR and AWS. */
export function isAboutOwners({ key }: PolicyCondition): boolean {
  return PRINCIPAL_KEYS.has(key.toLowerCase()) || OWNER_KEYS.has(key.toLowerCase());
}
