import type { VolumeKind } from "./volume-kind";

/** A volume of Amazon EBS that ECS creates and attaches for each task (`configuredAtLaunch`). */
export interface EbsVolume {
  readonly kind: "ebs";
  /** ARN of the role with which ECS manages the volume. @default - not known here; `FargateService` creates it with `infrastructureRole` */
  readonly infrastructureRoleArn?: string;
  /** Size in GiB. @default - the snapshot's */
  readonly sizeInGb?: number;
  /** Snapshot that the volume is made from. @default - an empty volume */
  readonly snapshotId?: string;
  /** For example `"gp3"`. @default - ECS's default */
  readonly volumeType?: string;
  /** Whether the volume is encrypted. @default - ECS's default */
  readonly encrypted?: boolean;
  /** Key of the encryption. @default - the key of EBS in the account */
  readonly kmsKeyId?: string;
  /** For example `"xfs"`. @default - ECS's default */
  readonly fileSystemType?: string;
}

/** A volume of Amazon EBS for each task. */
export function ebsVolume(options: Omit<EbsVolume, "kind"> = {}): EbsVolume {
  return { kind: "ebs", ...options };
}

/** ECS makes the volume from outside of the task, and the service says how, so a task definition has no more to say. */
export const ebsVolumeKind: VolumeKind<EbsVolume> = {
  check: () => [],
  read: (volume) => (volume.truth("configuredAtLaunch") === true ? ebsVolume() : undefined),
  write: () => ({ configureAtLaunch: true }),
  asks: () => [],
};
