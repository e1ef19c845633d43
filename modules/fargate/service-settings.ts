import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import { launchOn } from "./capacity-providers";
import { ebsVolumeSettings } from "./ebs-volumes";
import type { FargateServiceProps } from "./fargate-service-props";
import type { ServiceLogs } from "./log-group";
import { serviceConnectSettings } from "./service-connect";
import { deploymentSettings } from "./service-deployment";
import { serviceLifecycle } from "./service-lifecycle";

/** What an ECS service takes from its properties, apart from its network and its load balancers. */
export function serviceSettings(
  props: FargateServiceProps,
  logs: ServiceLogs,
  infrastructureRoleArn?: string,
): EcsServiceConfig {
  const { task } = props;
  return {
    name: props.name ?? task.family,
    ...launchOn(props.capacityProviders),
    desiredCount: props.desiredCount ?? props.scaling?.min ?? 1,
    ...deploymentSettings(props.deployment, props.deployment?.roleArn ?? infrastructureRoleArn),
    ...(task.executeCommand === undefined ? {} : { enableExecuteCommand: true }),
    ...serviceConnectSettings(task, logs),
    ...ebsVolumeSettings(task, infrastructureRoleArn),
    ...serviceLifecycle(props),
  };
}
