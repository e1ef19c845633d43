import { arnPartition } from "../../aws/region";
import { type Issue, issue } from "../../issues/issue";
import { knownValue } from "../model/fact";
import type { RunningTask } from "../model/network-model";
import type { Policy, PolicyCondition, Statement } from "../model/policy";
import type { Role } from "../model/role";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { matchesPattern, sameText } from "../model/text-match";
import { allOf, anyOf, type Truth } from "../model/truth";
import { textHolds, textOperator } from "./text-operator";

/** Who takes the roles of a task. */
const TASKS = "ecs-tasks.amazonaws.com";

/**
 * ECS may take the roles of the task.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function* checkRoleTrust(task: RunningTask): Generator<Issue> {
  const { name, roles } = task;
  const seen = new Set<string>();
  for (const [title, fact] of [
    ["execution role", roles["execution-role"]],
    ["task role", roles["task-role"]],
  ] as const) {
    const role = fact && knownValue(fact);
    if (role === undefined || seen.has(role.address) || roleTrusts(role, task) !== "no") continue;
    seen.add(role.address);
    const condition = conditionInTheWay(role, task);
    const who = `${role.address}, the ${title} of the task "${name}",`;
    if (condition !== undefined) {
      const { key, operator, values } = condition;
      const actual = (contextOf(key, task) ?? "").replaceAll(UNKNOWN_TEXT, "*");
      yield issue("role-trust-missing", {
        path: role.address,
        problem: `${who} lets ${TASKS} take it only where ${operator} of ${key} is ${values.join(" or ")}, and here ${key} is ${actual}`,
        fix: `let the condition on ${key} in assume_role_policy of ${role.address} admit ${actual}`,
      });
      continue;
    }
    yield issue("role-trust-missing", {
      path: role.address,
      problem: `${who} does not let ${TASKS} take it`,
      fix: `allow sts:AssumeRole to the service ${TASKS} in assume_role_policy of ${role.address}`,
    });
  }
}

/** Roles of which it is not known whether ECS may take them, as clauses. Those from elsewhere are said where they ask. */
export function trustUnknown(task: RunningTask): readonly string[] {
  const { roles } = task;
  return [roles["execution-role"], roles["task-role"]].flatMap((fact) => {
    const role = fact && knownValue(fact);
    return role !== undefined && roleTrusts(role, task) === "unknown"
      ? [`whether assume_role_policy of ${role.address} lets ${TASKS} take it is not known`]
      : [];
  });
}

/** Whether ECS may take a role for a task. */
function roleTrusts({ trust }: Role, task: RunningTask): Truth {
  if (!trust.known || trust.value.statements.length === 0) return "unknown";
  return trustAdmits(trust.value, task);
}

function trustAdmits({ statements }: Policy, task: RunningTask): Truth {
  const of = (effect: Statement["effect"]) => statements.filter((statement) => statement.effect === effect);
  const allows = anyOf(
    of("Allow").map((statement) =>
      allOf([isAboutTasks(statement), ...statement.conditions.map((condition) => holdsFor(condition, task))]),
    ),
  );
  // A deny beside it may be about somebody else.
  return of("Deny").length > 0 && allows !== "no" ? "unknown" : allows;
}

/** Whether a statement is about ECS taking the role, whatever its conditions. */
function isAboutTasks({ principal, actions }: Statement): Truth {
  const isAction = anyOf(actions.values.map((pattern) => matchesPattern("sts:assumerole", pattern.toLowerCase())));
  const negated = actions.negated || principal === undefined || principal.negated;
  return negated ? "unknown" : allOf([isAction, anyOf(principal.values.map(isTasks))]);
}

/** The condition that does not hold, where a statement would let ECS take the role but for it. */
function conditionInTheWay({ trust }: Role, task: RunningTask): PolicyCondition | undefined {
  return knownValue(trust)
    ?.statements.filter((statement) => statement.effect === "Allow" && isAboutTasks(statement) === "yes")
    .flatMap(({ conditions }) => conditions)
    .find((condition) => holdsFor(condition, task) === "no");
}

function holdsFor({ key, operator, values }: PolicyCondition, task: RunningTask): Truth {
  const compared = textOperator(operator);
  const actual = contextOf(key, task);
  return compared === undefined || actual === undefined ? "unknown" : textHolds(values, compared, actual);
}

/**
 * What ECS says about itself when it takes a role. Of the ARN the page tells no more than the account and the Region.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
function contextOf(key: string, { account, region }: RunningTask): SymbolicText | undefined {
  switch (key.toLowerCase()) {
    case "aws:sourceaccount":
      return account;
    case "aws:sourcearn": {
      const where = knownValue(region);
      const partition = where === undefined ? UNKNOWN_TEXT : arnPartition(where);
      return `arn:${partition}:ecs:${where ?? UNKNOWN_TEXT}:${account}:${UNKNOWN_TEXT}`;
    }
    default:
      return undefined;
  }
}

/** A star, and another spelling of the service, as some partitions have it, may stand for it. */
function isTasks(name: string): Truth {
  if (name === "*" || name === "Service:*" || /^Service:ecs-tasks\.(?!amazonaws\.com$)/.test(name)) return "unknown";
  return sameText(name, `Service:${TASKS}`);
}
