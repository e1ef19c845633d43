/** A file system of Amazon EFS. Needs platform version 1.4.0, a mount target in the VPC and TCP port 2049 to it. */
export interface EfsVolume {
  readonly kind: "efs";
  /** Id of the file system, for example `"fs-0123456789abcdef0"`. */
  readonly fileSystemId: string;
  /** Directory of the file system that is mounted; with an access point only `"/"`. @default "/" */
  readonly rootDirectory?: string;
  /** Whether the traffic is encrypted; an access point and IAM need it. @default "ENABLED" */
  readonly transitEncryption?: "ENABLED" | "DISABLED";
  /** Port of the encrypted traffic inside the task. @default - chosen by the EFS mount helper */
  readonly transitEncryptionPort?: number;
  /** Id of the access point. @default - none */
  readonly accessPointId?: string;
  /** Whether the task role is shown to the file system. @default "DISABLED" */
  readonly iam?: "ENABLED" | "DISABLED";
}

/** A volume of Amazon EBS that ECS creates and attaches for each task (`configuredAtLaunch`). */
export interface EbsVolume {
  readonly kind: "ebs";
  /** ARN of the role with which ECS manages the volume. `FargateService` needs it. @default - not known here */
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

/** An empty directory in the task's ephemeral storage that its containers share. */
export interface BindVolume {
  readonly kind: "bind";
}

/** A volume that Fargate refuses, as a raw task definition may have it. */
export interface UnsupportedVolume {
  readonly kind: "unsupported";
  /** The field that makes it one, in ECS's spelling, for example `"fsxWindowsFileServerVolumeConfiguration"`. */
  readonly field: string;
}

/** A volume of a task. Made with {@link Volume}'s functions, or as an object literal. */
export type Volume = EfsVolume | EbsVolume | BindVolume | UnsupportedVolume;

/** The kinds of {@link Volume} that can be run. */
export const VOLUME_KINDS = ["efs", "ebs", "bind"] as const satisfies readonly Volume["kind"][];

/** Describes a volume of a task. */
export const Volume = {
  /**
   * A file system of Amazon EFS.
   *
   * @param fileSystem the file system (an `EfsFileSystem`, or anything with its id), or its id
   * @example Volume.efs(fileSystem, { accessPointId: accessPoint.id, iam: "ENABLED" })
   */
  efs(fileSystem: { readonly id: string } | string, options: Omit<EfsVolume, "kind" | "fileSystemId"> = {}): EfsVolume {
    // A token that cdktf passes as an object is an id, not a file system.
    const isFileSystem = typeof fileSystem === "object" && "id" in fileSystem;
    return { kind: "efs", fileSystemId: isFileSystem ? fileSystem.id : fileSystem, ...options };
  },
  /** A volume of Amazon EBS for each task. */
  ebs(options: Omit<EbsVolume, "kind"> = {}): EbsVolume {
    return { kind: "ebs", ...options };
  },
  /** An empty directory that the containers of the task share. */
  bind(): BindVolume {
    return { kind: "bind" };
  },
} as const;
