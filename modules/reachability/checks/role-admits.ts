import type { ApiRequest } from "../model/api-request";
import type { NetworkModel, RunningTask } from "../model/network-model";
import type { Policy, Statement } from "../model/policy";
import type { Role } from "../model/role";
import { readingsOf, type SymbolicText, withStars } from "../model/symbol";
import { sameText } from "../model/text-match";
import type { Truth } from "../model/truth";
import { accountOf } from "./arn-account";
import { deniedBy, policyAdmits } from "./policy-admits";
import { describeRequest, type RequestContext } from "./request-context";

/** Whether a role may make a request. */
export interface RoleVerdict {
  readonly truth: Truth;
  /** The statement that denies it. @default - none does */
  readonly denial?: Statement;
  /** Whether it is the boundary that does not allow it. @default false */
  readonly beyondBoundary?: boolean;
  /** Address of the policy that stands in the way. @default - a policy of the role, or the boundary */
  readonly holder?: string;
  /** Why it is not known, as a clause. @default - it is known */
  readonly because?: string;
}

/** Services that grant nothing to a role of the same account by policies of their own. */
const BY_ROLES_ALONE: ReadonlySet<string> = new Set(["logs", "ssm", "ssmmessages"]);

/**
 * Whether a role may make a request: its policies allow it and none denies it, within its boundary. A policy of the thing
 * itself may allow what they do not.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function roleAdmits(
  role: Role,
  request: ApiRequest,
  context: RequestContext,
  model: Pick<NetworkModel, "withoutPolicy">,
): RoleVerdict {
  const { address, others, boundary } = role;
  const all: Policy = { address, statements: role.policies.flatMap(({ statements }) => statements), length: 0 };
  const denial = deniedBy(all, request, context);
  if (denial !== undefined) return { truth: "no", denial };
  const truth = policyAdmits(all, request, context);
  if (truth === "unknown") return unknown(partlyUnknown(address, request));
  if (others !== undefined) return unknown(others);
  if (truth === "no") {
    const granting = mayBeGranted(request, context, model);
    return granting === undefined ? { truth } : unknown(granting);
  }
  if (boundary === undefined) return { truth };
  if (!boundary.known) return unknown(boundary.because);
  const within = policyAdmits(boundary.value, request, context);
  return within === "unknown"
    ? unknown(partlyUnknown(`the permissions boundary of ${address}`, request))
    : { truth: within, beyondBoundary: within === "no" };
}

function partlyUnknown(holder: string, request: ApiRequest): string {
  const asked = withStars(describeRequest(request));
  return `whether ${holder} allows ${asked} depends on what has its value only when Terraform runs, or on a condition that is not read`;
}

function unknown(because: string): RoleVerdict {
  return { truth: "unknown", because };
}

/** What may have a policy for a resource. An object is covered by the policy of its bucket. */
function thingsOf(resource: SymbolicText): readonly SymbolicText[] {
  return [...readingsOf(resource), resource.replace(/^(\$\{[^}]*\}|[^/]*)\/.*$/, "$1")];
}

/** Whether the policy of the thing itself denies a request, whatever those of roles say. @returns `undefined` where none is known to */
export function deniedByThing(
  request: ApiRequest,
  context: RequestContext,
  { resourcePolicies }: Pick<NetworkModel, "resourcePolicies">,
): RoleVerdict | undefined {
  for (const policy of thingsOf(request.resource).flatMap((arn) => resourcePolicies.get(arn) ?? [])) {
    const denial = deniedBy(policy, request, context);
    if (denial !== undefined) return { truth: "no", denial, holder: policy.address };
  }
  return undefined;
}

/** Why something else than a role's own policies may allow a request. In another account it takes both. */
function mayBeGranted(
  { action, resource }: ApiRequest,
  { account }: Pick<RunningTask, "account">,
  { withoutPolicy }: Pick<NetworkModel, "withoutPolicy">,
): string | undefined {
  const [service = ""] = action.split(":");
  if (resource === "*" || BY_ROLES_ALONE.has(service)) return undefined;
  const owner = accountOf(resource);
  if (owner !== undefined && sameText(owner, account) === "no") return undefined;
  if (thingsOf(resource).some((arn) => withoutPolicy.has(arn))) return undefined;
  return `a policy of ${withStars(resource)} itself may allow ${action}`;
}
