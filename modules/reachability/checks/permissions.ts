import { EXECUTION_ACTIONS, EXECUTION_POLICY } from "../../aws/managed-policy";
import type { Fix } from "../../issues/fix";
import type { EndpointCall, ServiceCall } from "../calls/call";
import { taskName } from "../calls/call";
import type { ApiRequest } from "../model/api-request";
import type { Role, TaskRoles } from "../model/role";
import { UNKNOWN_TEXT, withStars } from "../model/symbol";
import { decryptions } from "./decryptions";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding, holds, leavesOpen } from "./finding";
import { keyAdmits } from "./key-admits";
import { describeRequest, requestContext } from "./request-context";
import { deniedByThing, type RoleVerdict, roleAdmits } from "./role-admits";

/** A request of a role, and whether the role may make it. */
interface JudgedRequest {
  readonly request: ApiRequest;
  readonly role: Role;
  readonly judged: RoleVerdict;
}

/**
 * The roles of the task may ask what it asks of the service. ECR signs requests for the layers of images itself.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 *
 * @returns `undefined` where no role asks anything
 */
export function checkPermissions(call: ServiceCall | EndpointCall): Finding | undefined {
  const context = requestContext(call);
  const allowed: JudgedRequest[] = [];
  const missing: JudgedRequest[] = [];
  let because: string | undefined;
  for (const request of [...call.requests, ...requestsOfKeys(call)]) {
    const role = roleOf(request, call.task.roles);
    if (role === undefined) continue;
    if (!role.known) {
      because ??= role.because;
      continue;
    }
    const policy = call.view.model.keyPolicies.get(request.resource);
    const judged =
      deniedByThing(request, context, call.view.model) ??
      (policy === undefined
        ? roleAdmits(role.value, request, context, call.view.model)
        : keyAdmits(policy, role.value, request, context));
    if (judged.truth === "unknown") because ??= whyOpen(call, request, judged);
    else if (judged.truth === "no" && request.mayLack === true) because ??= whyLacking(request, role.value);
    else (judged.truth === "yes" ? allowed : missing).push({ request, role: role.value, judged });
  }
  const [first, ...others] = missing;
  if (first !== undefined) return refused(call, [first, ...others]);
  if (because !== undefined) return leavesOpen(because);
  if (allowed.length === 0) return undefined;
  const roles = [...new Set(allowed.map(({ role }) => role.address))];
  return holds(`${roles.join(", ")} may ${allowed.map(({ request }) => request.action).join(", ")}`, roles);
}

/** What the service asks of keys, each once: what a grant says may be seen in what is encrypted as well. */
function requestsOfKeys(call: ServiceCall): readonly ApiRequest[] {
  const all = [...(call.keyRequests ?? []), ...decryptions(call)];
  const keyed = all.map((each) => [`${each.principal} ${each.action} ${each.resource}`, each] as const);
  return [...new Map(keyed).values()];
}

function roleOf({ principal }: ApiRequest, roles: TaskRoles) {
  return principal === "execution-role" || principal === "task-role" ? roles[principal] : undefined;
}

function whyOpen({ service }: ServiceCall, { action }: ApiRequest, { because = "" }: RoleVerdict): string {
  return action === UNKNOWN_TEXT ? `what the application asks of "${service}" is not known` : because;
}

function whyLacking({ action }: ApiRequest, { address }: Role): string {
  return `${address} does not allow ${action}, and whether the task needs it is not known`;
}

function refused(call: ServiceCall, missing: readonly [JudgedRequest, ...JudgedRequest[]]): Finding {
  const [{ role, judged }] = missing;
  const { denial, beyondBoundary, holder: other } = judged;
  const requests = missing
    .filter((each) => each.role === role && each.judged.denial === denial && each.judged.holder === other)
    .map(({ request }) => request);
  const asked = requests.map((request) => withStars(describeRequest(request))).join(", ");
  const path = other ?? role.address;
  const reasons = call.reasons.filter(({ source }) => requests.some((request) => request.source === source));
  const why = `the service answers that access is denied; ${whyNeeded(reasons.length === 0 ? call : { ...call, reasons })}`;
  if (denial !== undefined) {
    const statement = denial.sid === undefined ? "a statement" : `the statement "${denial.sid}"`;
    return breaks("permission-missing", {
      problem: `${statement} of ${path} denies ${asked}, which ${taskName(call)} asks`,
      why,
      fix: `leave ${asked} out of ${statement} that denies it`,
      path,
    });
  }
  const holder = beyondBoundary === true ? `the permissions boundary of ${path}` : path;
  const inPolicy =
    other === undefined ? `a policy of ${path}${managedPolicy(requests)}` : `the policy of ${path} to ${role.address}`;
  return breaks("permission-missing", {
    problem: `no statement of ${holder} allows ${asked}${other === undefined ? "" : ` to ${role.address}`}, which ${taskName(call)} asks`,
    why,
    fix: withKeyNamed(`allow ${asked} in ${beyondBoundary === true ? holder : inPolicy}`, requests),
    path,
  });
}

/** Where the library writes the statement itself, it writes that about a key for whoever names the key. */
function withKeyNamed(fix: string, requests: readonly ApiRequest[]): Fix {
  if (!requests.every(({ action }) => action.startsWith("kms:"))) return fix;
  const isFetched = requests.every(({ principal }) => principal === "execution-role");
  return isFetched
    ? {
        library: `name the key where the task names the value, for example SecretSource.secretsManager(arn, { kmsKey: key.arn }); where the role is yours, ${fix}`,
        ecs: fix,
      }
    : {
        library: `name the key in the grant, for example { service: "sqs", access: "send", on: queue.arn, key: key.arn }; where the role is yours, ${fix}`,
        ecs: fix,
      };
}

/** The policy of AWS's that has it all, where there is one. */
function managedPolicy(requests: readonly ApiRequest[]): string {
  const isInIt = ({ action, principal }: ApiRequest) => principal === "execution-role" && EXECUTION_ACTIONS.has(action);
  const hasAll = requests.every(isInIt);
  return hasAll ? `, for example by attaching arn:aws:iam::aws:policy/${EXECUTION_POLICY}` : "";
}
