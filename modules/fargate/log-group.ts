import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import { knowByName } from "../endpoints/words-of-another-stack";
import { createBeforeDestroy, keepName } from "../internal/keep-name";
import type { LogDefaults } from "../task/log-drivers/log-driver-kind";
import { usesLogGroupOfService } from "../task/log-drivers/placed-log-driver";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";

/** Where containers log that do not say: the service's log group, and its Region. */
export type ServiceLogs = Pick<LogDefaults, "region" | "logGroupName">;

/** The log group of a task, where a container uses it. */
export function taskLogGroup(scope: Construct, props: FargateTaskDefinitionProps): CloudwatchLogGroup | undefined {
  const { task, logGroup = {} } = props;
  if (!usesLogGroupOfService(task)) return undefined;
  const created = new CloudwatchLogGroup(scope, "log-group", {
    name: logGroup.name ?? `/aws/ecs/${task.family}`,
    retentionInDays: logGroup.retentionInDays ?? 30,
    ...(logGroup.kmsKeyArn === undefined ? {} : { kmsKeyId: logGroup.kmsKeyArn }),
  });
  if (logGroup.name === undefined) {
    if (knowByName(props, scope)) createBeforeDestroy(created);
    else keepName(created, "name");
  }
  return created;
}
