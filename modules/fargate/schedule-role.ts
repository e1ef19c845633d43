import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { policyDocument } from "../aws/policy-document";
import { keepName } from "../internal/keep-name";
import { roleNamePrefix } from "../internal/role-name-prefix";
import { runTaskStatements } from "./run-task-statements";
import type { ScheduledFargateTaskProps } from "./scheduled-fargate-task-props";

/** The role of a schedule, and what must exist before it can start a task. */
export interface ScheduleRole {
  readonly arn: string;
  /** @default - yours; nothing was created */
  readonly created?: IamRole;
  readonly dependencies: readonly ITerraformDependable[];
}

/** A role that EventBridge Scheduler may take for schedules of this account, with the rights to start the task. */
export function scheduleRole(scope: Construct, props: ScheduledFargateTaskProps): ScheduleRole {
  const { role, task, deadLetterQueueArn, permissionsBoundary } = props;
  if (role !== undefined) return { arn: role.arn, dependencies: [] };
  // Without it schedules of others could use the role. Source: EventBridge Scheduler User Guide, "Confused deputy prevention".
  const account = new DataAwsCallerIdentity(scope, "caller-identity").accountId;
  const created = new IamRole(scope, "role", {
    namePrefix: roleNamePrefix(`${task.launch.task.family}-schedule-`),
    assumeRolePolicy: policyDocument([
      {
        principal: { Service: "scheduler.amazonaws.com" },
        actions: ["sts:AssumeRole"],
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      },
    ]),
    ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
  });
  keepName(created, "name_prefix");
  const policy = new IamRolePolicy(scope, "role-policy", {
    role: created.name,
    policy: policyDocument([
      ...runTaskStatements(task.launch),
      ...(deadLetterQueueArn === undefined ? [] : [{ actions: ["sqs:SendMessage"], resources: [deadLetterQueueArn] }]),
    ]),
  });
  return { arn: created.arn, created, dependencies: [policy] };
}
