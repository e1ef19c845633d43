import type { Ask, AskedRequest } from "../../../../modules/asks/ask";
import { asksOf } from "../../../../modules/planning/rules/asks-of";
import { apiRequests } from "../../../../modules/reachability/calls/api-requests";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import type { ConcreteRequest } from "../../../support/policy-evaluator";
import { ACCOUNT, REGION } from "./every-source";

const VPC = "vpc-0123456789abcdef0";
const LOG_GROUP = "/aws/ecs/orders";

/** What the roles are called once they exist. */
export const ROLES = {
  "execution-role": `arn:aws:iam::${ACCOUNT}:role/orders-execution-1`,
  "task-role": `arn:aws:iam::${ACCOUNT}:role/orders-task-1`,
} as const;

/** What an apply fills in for the expressions of the policies. */
export function filledIn(expression: string): string {
  const role = /^\$\{aws_iam_role\.orders_((?:execution|task)-role)_\w+\.arn\}$/.exec(expression)?.[1];
  if (role === "execution-role" || role === "task-role") return ROLES[role];
  if (/^\$\{data\.aws_caller_identity\.[^}]*\.account_id\}$/.test(expression)) return ACCOUNT;
  if (/^\$\{aws_vpc\.[^}]*\.id\}$/.test(expression)) return VPC;
  if (/^\$\{aws_cloudwatch_log_group\.[^}]*\.arn\}$/.test(expression)) {
    return `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${LOG_GROUP}`;
  }
  throw new Error(`${expression} is left`);
}

/** A request of the plan. */
export interface PlannedRequest {
  readonly service: string;
  readonly by: Ask["by"];
  readonly request: ConcreteRequest;
  /** Whether it goes through an endpoint. */
  readonly isThroughEndpoint: boolean;
  /** Whether a role has the right to it. */
  readonly isOfRole: boolean;
  /** Whether the task may do without it. */
  readonly mayLack: boolean;
}

/** Every request of a task, with names for what a request gives. */
export function plannedRequests(task: UncheckedFargateTask): readonly PlannedRequest[] {
  return asksOf(task).flatMap((ask) =>
    (ask.requests ?? []).flatMap((asked) =>
      // A key is asked as any other thing is.
      apiRequests({ by: ask.by, requests: [{ ...asked, ofKey: false }] }, { region: REGION, account: ACCOUNT }).map(
        ({ action, resource }) => ({
          service: ask.service,
          by: ask.by,
          request: concrete(ask, asked, action, resource),
          isThroughEndpoint: asked.ofKey !== true && ask.withoutEndpoint !== true,
          mayLack: asked.mayLack === true,
          isOfRole: asked.sid !== undefined && (ask.by === "execution-role" || ask.by === "task-role"),
        }),
      ),
    ),
  );
}

function concrete({ by }: Ask, { on }: AskedRequest, action: string, resource: string): ConcreteRequest {
  const role = by === "execution-role" || by === "task-role" ? ROLES[by] : undefined;
  const alias = on.kind === "key" ? /alias\/.*$/.exec(on.key)?.[0] : undefined;
  const accessPoint = on.kind === "file-system" ? on.accessPointArn : undefined;
  const named = resource
    .replace("log-group:${?}", `log-group:${LOG_GROUP}`)
    .replace("${suffix}", "-AbCdEf")
    .replaceAll("${?}", "210987654321")
    .replaceAll(/\$\{[^}]*\}/g, "any");
  return {
    action,
    resource: named,
    ...(role === undefined ? {} : { role }),
    context: {
      "aws:SourceVpc": [VPC],
      ...(alias === undefined ? {} : { "kms:ResourceAliases": [alias] }),
      ...(accessPoint === undefined ? {} : { "elasticfilesystem:AccessPointArn": [accessPoint] }),
    },
  };
}
