import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import { type Issue, issue } from "../issues/issue";
import type { FargateTask } from "../task/fargate-task";
import type { EbsVolume } from "../task/volumes/ebs-volume";
import type { FargateServiceProps } from "./fargate-service-props";

/**
 * What an ECS service takes from a task with a volume of EBS, which is made at launch.
 *
 * @param roleArn the role of a volume that has none of yours
 */
export function ebsVolumeSettings(task: FargateTask, roleArn = ""): Pick<EcsServiceConfig, "volumeConfiguration"> {
  const [first] = ebsVolumes(task);
  if (first === undefined) return {};
  const [name, { kind, infrastructureRoleArn = roleArn, ...managed }] = first;
  return { volumeConfiguration: { name, managedEbsVolume: { roleArn: infrastructureRoleArn, ...managed } } };
}

/** Volumes for which no infrastructure role is given. */
export function volumesWithoutRole(task: FargateTask): readonly EbsVolume[] {
  return ebsVolumes(task).flatMap(([, volume]) => (volume.infrastructureRoleArn === undefined ? [volume] : []));
}

/** What is wrong with volumes that are made at launch; a task definition alone does not show it. */
export function* checkEbsVolumes({
  task,
  infrastructureRole,
}: Pick<FargateServiceProps, "task" | "infrastructureRole">): Generator<Issue> {
  for (const [index, [name, { infrastructureRoleArn, sizeInGb, snapshotId }]] of ebsVolumes(task).entries()) {
    const path = `volumes.${name}`;
    if (index > 0) {
      // Source: Amazon ECS Developer Guide, "Use Amazon EBS volumes"; Terraform's `aws_ecs_service` has one block for it.
      yield issue("ebs-volume-second", {
        path,
        problem: `"${name}" is a second volume of EBS`,
        fix: "use Volume.efs(fileSystem) or Volume.bind()",
      });
    }
    if (infrastructureRoleArn === undefined && infrastructureRole === undefined) {
      yield issue("ebs-infrastructure-role-missing", {
        path,
        problem: `the volume "${name}" has no infrastructure role`,
        fix: "write infrastructureRole: {} in the service, which creates it, or Volume.ebs({ infrastructureRoleArn: role.arn, … })",
      });
    }
    if (sizeInGb === undefined && snapshotId === undefined) {
      yield issue("ebs-size-missing", {
        path,
        problem: `the volume "${name}" has neither a size nor a snapshot`,
        fix: "write sizeInGb, for example 20",
      });
    }
  }
}

function ebsVolumes({ volumes = {} }: FargateTask): (readonly [name: string, volume: EbsVolume])[] {
  return Object.entries(volumes).flatMap(([name, volume]) => (volume.kind === "ebs" ? [[name, volume] as const] : []));
}
