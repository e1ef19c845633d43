import { type Issue, issue } from "../../issues/issue";
import { knownValue } from "../model/fact";
import type { RunningTask } from "../model/network-model";
import type { Policy, Statement } from "../model/policy";
import type { Role } from "../model/role";
import { matchesPattern, sameText } from "../model/text-match";
import { allOf, anyOf, type Truth } from "../model/truth";

/** Who takes the roles of a task. */
const TASKS = "ecs-tasks.amazonaws.com";

/**
 * ECS may take the roles of the task.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function* checkRoleTrust({ name, roles }: RunningTask): Generator<Issue> {
  const seen = new Set<string>();
  for (const [title, fact] of [
    ["execution role", roles["execution-role"]],
    ["task role", roles["task-role"]],
  ] as const) {
    const role = fact && knownValue(fact);
    if (role === undefined || seen.has(role.address) || roleTrusts(role) !== "no") continue;
    seen.add(role.address);
    yield issue("role-trust-missing", {
      path: role.address,
      problem: `${role.address}, the ${title} of the task "${name}", does not let ${TASKS} take it`,
      fix: `allow sts:AssumeRole to the service ${TASKS} in assume_role_policy of ${role.address}`,
    });
  }
}

/** Roles of which it is not known whether ECS may take them, as clauses. Those from elsewhere are said where they ask. */
export function trustUnknown({ roles }: RunningTask): readonly string[] {
  return [roles["execution-role"], roles["task-role"]].flatMap((fact) => {
    const role = fact && knownValue(fact);
    return role !== undefined && roleTrusts(role) === "unknown"
      ? [`whether assume_role_policy of ${role.address} lets ${TASKS} take it is not known`]
      : [];
  });
}

/** Whether the tasks of ECS may take a role. */
function roleTrusts({ trust }: Role): Truth {
  if (!trust.known || trust.value.statements.length === 0) return "unknown";
  return trustAdmits(trust.value);
}

function trustAdmits({ statements }: Policy): Truth {
  const of = (effect: Statement["effect"]) => statements.filter((statement) => statement.effect === effect);
  const allows = anyOf(of("Allow").map(applies));
  // A deny beside it may be about somebody else.
  return of("Deny").length > 0 && allows !== "no" ? "unknown" : allows;
}

function applies({ principal, actions, conditions }: Statement): Truth {
  const isAction = anyOf(actions.values.map((pattern) => matchesPattern("sts:assumerole", pattern.toLowerCase())));
  const negated = actions.negated || principal === undefined || principal.negated;
  if (negated) return "unknown";
  return allOf([isAction, anyOf(principal.values.map(isTasks)), conditions.length > 0 ? "unknown" : "yes"]);
}

/** A star, and another spelling of the service, as some partitions have it, may stand for it. */
function isTasks(name: string): Truth {
  if (name === "*" || name === "Service:*" || /^Service:ecs-tasks\.(?!amazonaws\.com$)/.test(name)) return "unknown";
  return sameText(name, `Service:${TASKS}`);
}
