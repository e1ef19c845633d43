import { issue } from "../../issues/issue";
import { given } from "../json/given";
import { unwrittenVolume } from "./unwritten-volume";
import type { VolumeKind } from "./volume-kind";

/** A file system of Amazon S3 Files, as a raw task definition may have it. A service cannot have it yet. */
export interface S3FilesVolume {
  readonly kind: "s3-files";
  readonly fileSystemArn: string;
  /** Directory of the file system that is mounted; with an access point only `"/"`. @default "/" */
  readonly rootDirectory?: string;
  /** Port of the encrypted traffic inside the task. @default - chosen by the mount helper */
  readonly transitEncryptionPort?: number;
  /** @default - none */
  readonly accessPointArn?: string;
}

/** Name of the settings in a task definition. */
const FIELD = "s3filesVolumeConfiguration";

/** A file system is mounted through its mount targets in the VPC, as one of EFS is. */
export const s3FilesVolumeKind: VolumeKind<S3FilesVolume> = {
  *check(_volume, context) {
    yield* unwrittenVolume(FIELD, context);
  },
  read(volume) {
    const settings = volume.object(FIELD);
    if (settings === undefined) return undefined;
    return {
      kind: "s3-files",
      fileSystemArn: settings.requiredText("fileSystemArn", "it names the file system that is mounted"),
      ...given({
        rootDirectory: settings.text("rootDirectory"),
        transitEncryptionPort: settings.number("transitEncryptionPort"),
        accessPointArn: settings.text("accessPointArn"),
      }),
    };
  },
  write: () => ({}),
  *asks({ fileSystemArn }, path) {
    yield {
      remark: issue("s3-files-mount-target", {
        path,
        problem: `the file system "${fileSystemArn}" is reached through its mount targets, not through an endpoint`,
        fix: "see to a mount target in each zone of the tasks, and to TCP port 2049 in the security groups of both sides",
      }),
    };
  },
};
