import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { actionPrefix } from "../../aws/endpoint-services/service-of-action";
import { type Issue, issue } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import type { ApiRequest } from "../model/api-request";
import type { Endpoint, RunningTask } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { PolicyList, Statement } from "../model/policy";
import { UNKNOWN_TEXT, withStars } from "../model/symbol";
import { matchesPattern } from "../model/text-match";

/** What a task asks of a service, and what its call meets on the way. */
export interface AskedThrough {
  /** Addresses, that of the endpoint among them. */
  readonly met: readonly string[];
  readonly service: EndpointServiceName;
  readonly requests: readonly ApiRequest[];
  readonly task: RunningTask;
}

/** One request, and who makes it. */
export interface Asked {
  readonly request: ApiRequest;
  /** The role. @default - nobody's: ECR signs it, or it shows no role */
  readonly role: string | undefined;
}

/** How many of the things that are asked a fix names. */
const MOST_NAMED = 4;

/**
 * Endpoints whose policies admit more than the tasks ask, with what is asked. Of a call of which no request is known everything may
 * be needed that its role may do.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function* widePolicies({ model }: NetworkView, through: readonly AskedThrough[]): Generator<Issue> {
  for (const endpoint of model.endpoints) {
    const { address, service, policy } = endpoint;
    if (service === undefined || endpointServiceFacts(service).policy !== true || !policy.known) continue;
    const own = through.filter(({ met }) => met.includes(address));
    const asked = own.flatMap(askedOf);
    if (asked.length === 0) continue;
    const path = policy.value?.address ?? address;
    const wide = widthsOf(endpoint, withOtherOfEcr(service, own, through).flatMap(askedOf));
    if (wide === undefined) continue;
    yield issue("policy-too-wide", { path, problem: wide, fix: `admit there no more than ${needed(asked)}` });
  }
}

/** AWS advises one policy for the two endpoints of ECR: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
function withOtherOfEcr(
  service: EndpointServiceName,
  own: readonly AskedThrough[],
  through: readonly AskedThrough[],
): readonly AskedThrough[] {
  if (actionPrefix(service) !== "ecr") return own;
  const callers = new Set(own.map(({ task }) => task));
  return through.filter((each) => callers.has(each.task) && actionPrefix(each.service) === "ecr");
}

function askedOf({ requests, task }: AskedThrough): readonly Asked[] {
  return requests.map((request) => ({ request, role: roleOf(request, task) }));
}

/** A role that is created here by its address, another by its ARN. */
function roleOf({ principal }: ApiRequest, task: RunningTask): string | undefined {
  if (principal !== "execution-role" && principal !== "task-role") return undefined;
  const role = task.roles[principal];
  if (role?.known === true) return role.value.address;
  return principal === "execution-role" ? task.executionRole : task.taskRole;
}

/** What a policy admits beyond what is asked, as a sentence. @returns `undefined` where that is nothing */
function widthsOf({ address, policy }: Endpoint, asked: readonly Asked[]): string | undefined {
  if (!policy.known) return undefined;
  if (policy.value === undefined) return `${address} has AWS's policy, which admits everything to everybody`;
  const { address: path, statements } = policy.value;
  for (const statement of statements) {
    const widths = statement.effect === "Deny" ? [] : [...widthsOfStatement(statement, asked)];
    if (widths.length === 0) continue;
    const name = statement.sid === undefined ? "a statement" : `the statement "${statement.sid}"`;
    return `${name} in the policy of ${path} admits ${widths.join(" and ")}`;
  }
  return undefined;
}

/** Words for actions that a list allows without naming them; `undefined` where it names them all. */
export function describeEveryAction({ negated, values }: PolicyList): string | undefined {
  if (negated) return "every action but some";
  const wide = values.filter((value) => /^(?:\*|[\w-]+:\*)$/.test(value));
  return wide.length === 0 ? undefined : `every action (${wide.join(", ")})`;
}

function* widthsOfStatement(statement: Statement, asked: readonly Asked[]): Generator<string> {
  const { actions, resources, principal, conditions } = statement;
  const own = asked.filter(({ request }) => mayAdmit(actions, request.action) && mayAdmit(resources, request.resource));
  // Of what somebody else may need nothing is said.
  if (own.length === 0) return;
  const isUnknown = own.some(({ request }) => request.action === UNKNOWN_TEXT);
  const everyAction = isUnknown ? undefined : describeEveryAction(actions);
  if (everyAction !== undefined) yield everyAction;
  const areThings = own.every(({ request }) => request.resource !== "*");
  if (!isUnknown && areThings && (resources.negated || resources.values.includes("*"))) yield "everything";
  const isEverybody = principal === undefined || principal.negated || principal.values.includes("*");
  const haveRoles = own.some(({ role }) => role !== undefined);
  if (isEverybody && conditions.length === 0 && haveRoles) yield "everybody";
}

/** Whether a list of a statement may admit what is asked. */
export function mayAdmit({ negated, values }: PolicyList, asked: string): boolean {
  if (asked === UNKNOWN_TEXT) return true;
  const isListed = values.some((value) => matchesPattern(asked.toLowerCase(), value.toLowerCase()) !== "no");
  return isListed !== negated;
}

/** What is asked, in words: actions, what they are about, and by whom. */
export function needed(asked: readonly Asked[]): string {
  const known = asked.filter(({ request }) => request.action !== UNKNOWN_TEXT);
  const groups = [...groupedBy(known, ({ request, role }) => `${request.resource} ${role ?? ""}`).values()];
  const named = groups.slice(0, MOST_NAMED).map((group) => {
    const [{ request, role }] = group;
    const actions = [...new Set(group.map((each) => each.request.action))].join(", ");
    const on = request.resource === "*" ? "" : ` on ${withStars(request.resource)}`;
    return `${actions}${on}${role === undefined ? "" : ` for ${role}`}`;
  });
  const further = groups.length > MOST_NAMED ? [`${groups.length - MOST_NAMED} more`] : [];
  const unknown = new Set(asked.filter(({ request }) => request.action === UNKNOWN_TEXT).map(({ role }) => role));
  const open = [...unknown].map((role) => `what the application calls${role === undefined ? "" : ` with ${role}`}`);
  return [...named, ...further, ...open].join("; ");
}
