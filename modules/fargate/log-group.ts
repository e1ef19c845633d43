import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { Construct } from "constructs";
import type { FargateTask } from "../task/fargate-task";
import type { LogDriver } from "../task/log-drivers/log-driver";
import type { FargateServiceProps } from "./fargate-service-props";

/** The log group of a service, where a container uses it. */
export function serviceLogGroup(
  scope: Construct,
  { task, logGroup = {} }: FargateServiceProps,
): CloudwatchLogGroup | undefined {
  if (!usesOwnLogGroup(task)) return undefined;
  return new CloudwatchLogGroup(scope, "log-group", {
    name: logGroup.name ?? `/aws/ecs/${task.family}`,
    retentionInDays: logGroup.retentionInDays ?? 30,
  });
}

function usesOwnLogGroup({ containers, serviceConnect }: FargateTask): boolean {
  const drivers = Object.values(containers).map(({ logDriver }): LogDriver => logDriver ?? { kind: "awslogs" });
  if (serviceConnect?.logDriver !== undefined) drivers.push(serviceConnect.logDriver);
  return drivers.some((driver) => driver.kind === "awslogs" && driver.logGroupName === undefined);
}
