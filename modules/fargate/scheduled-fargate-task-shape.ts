import { checkManagedPolicyArn } from "../internal/check-managed-policy-arn";
import { PROVIDER_PROPS } from "../internal/provider-props";
import { anything, atLeast, flag, list, type MembersOf, number, object, required, text } from "../shapes/shape";
import { TASK } from "../task/task-shape";
import { CAPACITY_PROVIDERS } from "./capacity-providers-shape";
import type { FargateTaskLaunch } from "./fargate-task-launch";
import type { ScheduledFargateTaskProps, ScheduleRetry } from "./scheduled-fargate-task-props";

const LAUNCH = object(
  {
    task: required(TASK),
    region: required(text("eu-west-1")),
    clusterArn: required(text("arn:aws:…")),
    taskDefinitionArn: required(text("arn:aws:…")),
    familyArn: required(text("arn:aws:…")),
    platformVersion: required(text("1.4.0")),
    capacityProviders: CAPACITY_PROVIDERS,
    subnets: required(list(text("subnet-…"))),
    securityGroups: required(list(text("sg-…"))),
    executionRoleArn: required(text("arn:aws:…")),
    taskRoleArn: required(text("arn:aws:…")),
    dependencies: required(list(anything("resource"))),
  } satisfies MembersOf<FargateTaskLaunch>,
  "task.launch",
);

/** The shape of {@link ScheduledFargateTaskProps}. */
export const SCHEDULED_FARGATE_TASK = object({
  task: required(
    atLeast({ launch: required(LAUNCH) }, 'new FargateTaskDefinition(this, "import", { network, endpoints, task })'),
  ),
  schedule: required(text("cron(0 3 * * ? *)")),
  timeZone: text("Europe/Zurich"),
  flexibleWindow: number(15),
  startDate: text("2027-01-01T00:00:00Z"),
  endDate: text("2027-12-31T00:00:00Z"),
  enabled: flag,
  taskCount: number(1),
  retry: object({ maximumAttempts: number(3), maximumEventAge: number(3600) } satisfies MembersOf<ScheduleRetry>),
  deadLetterQueueArn: text("arn:aws:sqs:…"),
  name: text("nightly-import"),
  description: text("imports the orders of the day"),
  groupName: text("imports"),
  kmsKeyArn: text("arn:aws:kms:…"),
  role: atLeast({ arn: required(text("arn:aws:…")) }, "{ arn: role.arn }"),
  permissionsBoundary: text("arn:aws:iam::123456789012:policy/boundary", checkManagedPolicyArn),
  ...PROVIDER_PROPS,
} satisfies MembersOf<ScheduledFargateTaskProps>);
