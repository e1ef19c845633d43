import type {
  EcsServiceConfig,
  EcsServiceServiceConnectConfiguration,
  EcsServiceVolumeConfiguration,
} from "@cdktf/provider-aws/lib/ecs-service";
import { type Issue, issue } from "../issues/issue";
import type { FargateTask } from "../task/fargate-task";
import { logConfiguration } from "../task/log-drivers/log-configuration";
import type { LogDefaults } from "../task/log-drivers/log-driver-kind";
import type { ServiceConnect } from "../task/service-connect";
import type { EbsVolume } from "../task/volumes/ebs-volume";

/** What a service takes from the task: ECS Exec, Service Connect and volumes that are made at launch. */
export function serviceSettings(
  task: FargateTask,
  logs: Omit<LogDefaults, "streamPrefix">,
): Pick<EcsServiceConfig, "enableExecuteCommand" | "serviceConnectConfiguration" | "volumeConfiguration"> {
  const [ebs] = ebsVolumes(task);
  return {
    ...(task.executeCommand === undefined ? {} : { enableExecuteCommand: true }),
    ...(task.serviceConnect === undefined
      ? {}
      : { serviceConnectConfiguration: serviceConnectConfiguration(task.serviceConnect, logs) }),
    ...(ebs === undefined ? {} : { volumeConfiguration: volumeConfiguration(ebs) }),
  };
}

/** What is wrong with volumes that are made at launch; a task definition alone does not show it. */
export function ebsVolumeIssues(task: FargateTask): Issue[] {
  const volumes = ebsVolumes(task);
  return volumes.flatMap(([name, { infrastructureRoleArn, sizeInGb, snapshotId }], index): Issue[] => [
    ...(index === 0 ? [] : [secondVolumeIssue(name)]),
    ...(infrastructureRoleArn === undefined ? [roleMissingIssue(name)] : []),
    ...(sizeInGb === undefined && snapshotId === undefined ? [sizeMissingIssue(name)] : []),
  ]);
}

function ebsVolumes({ volumes = {} }: FargateTask): (readonly [name: string, volume: EbsVolume])[] {
  return Object.entries(volumes).flatMap(([name, volume]) => (volume.kind === "ebs" ? [[name, volume] as const] : []));
}

/** Source: Amazon ECS Developer Guide, "Use Amazon EBS volumes"; Terraform's `aws_ecs_service` has one block for it. */
function secondVolumeIssue(name: string): Issue {
  return issue("ebs-volume-second", {
    path: `volumes.${name}`,
    problem: `"${name}" is a second volume of EBS`,
    fix: "use Volume.efs(fileSystem) or Volume.bind()",
  });
}

function roleMissingIssue(name: string): Issue {
  return issue("ebs-infrastructure-role-missing", {
    path: `volumes.${name}`,
    problem: `the volume "${name}" has no infrastructure role`,
    fix: "write Volume.ebs({ infrastructureRoleArn: role.arn, … })",
  });
}

function sizeMissingIssue(name: string): Issue {
  return issue("ebs-size-missing", {
    path: `volumes.${name}`,
    problem: `the volume "${name}" has neither a size nor a snapshot`,
    fix: "write sizeInGb, for example 20",
  });
}

function volumeConfiguration([name, volume]: readonly [string, EbsVolume]): EcsServiceVolumeConfiguration {
  const { kind, infrastructureRoleArn = "", ...managed } = volume;
  return { name, managedEbsVolume: { roleArn: infrastructureRoleArn, ...managed } };
}

function serviceConnectConfiguration(
  { namespace, services, logDriver }: ServiceConnect,
  logs: Omit<LogDefaults, "streamPrefix">,
): EcsServiceServiceConnectConfiguration {
  const proxy = logDriver && logConfiguration(logDriver, { ...logs, streamPrefix: "service-connect" });
  return {
    enabled: true,
    namespace,
    ...(services === undefined ? {} : { service: services.map((each) => ({ ...each })) }),
    ...(proxy === undefined
      ? {}
      : {
          logConfiguration: {
            logDriver: proxy.logDriver,
            ...(proxy.options === undefined ? {} : { options: { ...proxy.options } }),
            ...(proxy.secretOptions === undefined ? {} : { secretOption: [...proxy.secretOptions] }),
          },
        }),
  };
}
