import { capacityProviderItems } from "./capacity-providers";
import type { FargateTaskLaunch } from "./fargate-task-launch";

/** The AWS CLI command that runs a task once, without a public address, ready to paste into a shell. */
export function runTaskCommand(launch: FargateTaskLaunch): string {
  const placement = [
    `subnets=[${launch.subnets.join(",")}]`,
    `securityGroups=[${launch.securityGroups.join(",")}]`,
    "assignPublicIp=DISABLED",
  ].join(",");
  return [
    `aws ecs run-task --region ${launch.region}`,
    `--cluster ${launch.clusterArn}`,
    `--task-definition ${launch.taskDefinitionArn}`,
    capacity(launch),
    `--platform-version ${launch.platformVersion}`,
    `--network-configuration 'awsvpcConfiguration={${placement}}'`,
    ...(launch.task.executeCommand === undefined ? [] : ["--enable-execute-command"]),
  ].join(" ");
}

function capacity({ capacityProviders }: FargateTaskLaunch): string {
  if (capacityProviders === undefined) return "--launch-type FARGATE";
  const items = capacityProviderItems(capacityProviders).map(({ capacityProvider, weight, base }) =>
    [`capacityProvider=${capacityProvider}`, `weight=${weight}`, ...(base === undefined ? [] : [`base=${base}`])].join(
      ",",
    ),
  );
  return `--capacity-provider-strategy ${items.join(" ")}`;
}
