import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import { resolvePlatformVersion } from "../aws/platform-version";
import { ebsVolumeSettings } from "./ebs-volumes";
import type { FargateServiceProps } from "./fargate-service-props";
import type { ServiceLogs } from "./log-group";
import { serviceConnectSettings } from "./service-connect";

/** What an ECS service takes from its properties and its task. */
export interface ServiceSettings extends EcsServiceConfig {
  readonly platformVersion: string;
}

/** What an ECS service takes from its properties, apart from its network and its load balancers. */
export function serviceSettings(props: FargateServiceProps, logs: ServiceLogs): ServiceSettings {
  const { task } = props;
  return {
    name: props.name ?? task.family,
    launchType: "FARGATE",
    platformVersion: task.platformVersion ?? resolvePlatformVersion(undefined, task.operatingSystemFamily),
    desiredCount: props.desiredCount ?? 1,
    // Without it ECS goes on for ever starting a task that cannot start.
    deploymentCircuitBreaker: { enable: true, rollback: true },
    ...(task.executeCommand === undefined ? {} : { enableExecuteCommand: true }),
    ...serviceConnectSettings(task, logs),
    ...ebsVolumeSettings(task),
  };
}
