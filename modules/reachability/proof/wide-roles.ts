import { type Issue, issue } from "../../issues/issue";
import { groupedBy } from "../../values/grouped-by";
import type { ApiRequest } from "../model/api-request";
import type { NetworkView } from "../model/network-view";
import type { Policy, Statement } from "../model/policy";
import type { Role } from "../model/role";
import { UNKNOWN_TEXT, withStars } from "../model/symbol";
import type { AskedRights } from "./asked-rights";
import { describeEveryAction, mayAdmit, needed } from "./wide-policies";

const WHY =
  "whoever gets hold of the credentials of the role, for example by a fault of the application, may do all of that";

/** The policy of AWS's for execution roles, which nearly everybody attaches. */
const EXECUTION_POLICY = /:aws:policy\/service-role\/AmazonECSTaskExecutionRolePolicy$/;

const PRINCIPALS = ["execution-role", "task-role"] as const;

/** A role, and a task that has it as one of its two. */
interface RoleOfTask {
  readonly role: Role;
  readonly principal: (typeof PRINCIPALS)[number];
  readonly rights: AskedRights;
}

/**
 * Statements of roles that allow more than the tasks ask that have them, with what is asked. Of a role nothing is said where a task has
 * it of which not all is known, and of the application's own calls only where the task says them.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html
 */
export function* wideRoles({ model }: NetworkView, all: readonly AskedRights[]): Generator<Issue> {
  const ofTasks = all.flatMap((rights) =>
    PRINCIPALS.flatMap((principal): RoleOfTask[] => {
      const role = rights.task.roles[principal];
      return role?.known === true ? [{ role: role.value, principal, rights }] : [];
    }),
  );
  const managed: Role[] = [];
  for (const group of groupedBy(ofTasks, ({ role }) => role.address).values()) {
    const [{ role }] = group;
    if (model.idleRoles.has(role.address) || !group.every(({ rights }) => rights.isWhole)) continue;
    const requests = group.flatMap(({ principal, rights }) =>
      rights.requests.filter((each) => each.principal === principal),
    );
    const saysAll = group.every(({ principal, rights }) => principal === "execution-role" || rights.saysCalls);
    for (const policy of role.policies) {
      if (EXECUTION_POLICY.test(policy.address)) {
        if (things(requests).length > 0) managed.push(role);
      } else yield* wideStatements(role, policy, requests, saysAll);
    }
  }
  if (managed.length > 0) yield withPolicyOfAws(managed);
}

function* wideStatements(
  role: Role,
  policy: Policy,
  requests: readonly ApiRequest[],
  saysAll: boolean,
): Generator<Issue> {
  for (const statement of policy.statements) {
    const { effect, sid } = statement;
    const own = requests.filter(
      ({ action, resource }) => mayAdmit(statement.actions, action) && mayAdmit(statement.resources, resource),
    );
    const isKnown = own.length > 0 && own.every(({ action }) => action !== UNKNOWN_TEXT);
    if (effect === "Deny" || !isKnown || (isOfEveryService(statement) && !saysAll)) continue;
    const widths = [...widthsOf(statement, own)];
    if (widths.length === 0) continue;
    const name = sid === undefined ? "a statement" : `the statement "${sid}"`;
    const holder = policy.address === role.address ? role.address : `${policy.address} for ${role.address}`;
    const isOwn = !policy.address.startsWith("arn:");
    const rights = needed(unique(own).map((request) => ({ request, role: undefined })));
    yield issue("policy-too-wide", {
      path: isOwn ? policy.address : role.address,
      problem: `${name} of ${holder} allows ${widths.join(" and ")}`,
      why: WHY,
      fix: `${isOwn ? "allow there" : "attach a policy in its place that allows"} no more than ${rights}`,
    });
  }
}

function* widthsOf({ actions, resources }: Statement, own: readonly ApiRequest[]): Generator<string> {
  const everyAction = describeEveryAction(actions);
  if (everyAction !== undefined) yield everyAction;
  if (things(own).length > 0 && (resources.negated || resources.values.includes("*"))) yield "everything";
}

function isOfEveryService({ actions: { negated, values } }: Statement): boolean {
  return negated || values.includes("*");
}

/** The requests that are about something that has a name. */
function things(requests: readonly ApiRequest[]): readonly ApiRequest[] {
  return requests.filter(({ resource }) => withStars(resource) !== "*");
}

function unique(requests: readonly ApiRequest[]): readonly ApiRequest[] {
  return [...new Map(requests.map((each) => [`${each.action} ${each.resource}`, each])).values()];
}

/** One line for all: the policy is what AWS's own pages attach. */
function withPolicyOfAws(roles: readonly Role[]): Issue {
  const addresses = [...new Set(roles.map(({ address }) => address))].join(", ");
  return issue("policy-too-wide", {
    severity: "note",
    path: addresses,
    problem: `AmazonECSTaskExecutionRolePolicy lets ${addresses} pull from every repository and write to every log group`,
    why: "the tasks ask it of their own only",
    fix: "attach a policy with the repositories and log groups of the tasks where that matters",
  });
}
