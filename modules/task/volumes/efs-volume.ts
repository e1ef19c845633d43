import { FAILURES } from "../../asks/failures";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import { given } from "../json/given";
import type { VolumeKind } from "./volume-kind";

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
  /** ARN of the file system: with IAM the task role may mount and write it. @default - its rights are for you to give */
  readonly fileSystemArn?: string;
  /** ARN of the access point, to which the right is limited. @default - it is not limited */
  readonly accessPointArn?: string;
}

/**
 * A file system of Amazon EFS.
 *
 * @param fileSystem the file system (an `EfsFileSystem`, or anything with its id), or its id
 * @example Volume.efs(fileSystem, { accessPointId: accessPoint.id, iam: "ENABLED" })
 */
export function efsVolume(
  fileSystem: { readonly id: string } | string,
  options: Omit<EfsVolume, "kind" | "fileSystemId"> = {},
): EfsVolume {
  // A token that cdktf passes as an object is an id, not a file system.
  const isFileSystem = typeof fileSystem === "object" && "id" in fileSystem;
  return { kind: "efs", fileSystemId: isFileSystem ? fileSystem.id : fileSystem, ...options };
}

const SWITCH = ["ENABLED", "DISABLED"] as const;

/** Source: https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html */
const [MOUNT, WRITE] = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];

/** A file system is mounted through its mount targets, not through an endpoint: `elasticfilesystem` is the API of EFS only. */
export const efsVolumeKind: VolumeKind<EfsVolume> = {
  /** Source: Amazon ECS Developer Guide, "Use Amazon EFS volumes". */
  *check(volume, { path, verbatim }) {
    const { accessPointId, iam, rootDirectory, transitEncryption = verbatim ? "DISABLED" : "ENABLED" } = volume;
    if (transitEncryption === "DISABLED" && (accessPointId !== undefined || iam === "ENABLED")) {
      yield issue("efs-transit-encryption-missing", {
        path,
        problem: `the volume has ${accessPointId === undefined ? "IAM authorization" : "an access point"}, but no transit encryption`,
        fix: inEachLanguage(({ volumeField }) => `write ${volumeField("transitEncryption", '"ENABLED"')}`),
      });
    }
    if (accessPointId === undefined || rootDirectory === undefined || rootDirectory === "/") return;
    if (isPending(rootDirectory)) return;
    yield issue("efs-root-directory-ignored", {
      path,
      problem: `the volume has an access point and the root directory "${rootDirectory}"`,
      fix: "leave rootDirectory out",
    });
  },
  read(volume) {
    const efs = volume.object("efsVolumeConfiguration");
    if (efs === undefined) return undefined;
    const authorization = efs.object("authorizationConfig");
    return efsVolume(efs.requiredText("fileSystemId", "it names the file system that is mounted"), {
      ...given({
        rootDirectory: efs.text("rootDirectory"),
        transitEncryptionPort: efs.number("transitEncryptionPort"),
        transitEncryption: efs.word("transitEncryption", SWITCH),
        accessPointId: authorization?.text("accessPointId"),
        iam: authorization?.word("iam", SWITCH),
      }),
    });
  },
  write({ fileSystemId, transitEncryption = "ENABLED", rootDirectory, transitEncryptionPort, accessPointId, iam }) {
    const isAuthorized = accessPointId !== undefined || iam !== undefined;
    return {
      efsVolumeConfiguration: {
        fileSystemId,
        transitEncryption,
        ...given({ rootDirectory, transitEncryptionPort }),
        ...(isAuthorized ? { authorizationConfig: given({ accessPointId, iam }) } : {}),
      },
    };
  },
  *asks({ fileSystemId, iam, fileSystemArn, accessPointArn }, path) {
    if (iam === "ENABLED" && fileSystemArn !== undefined) {
      const limited = accessPointArn === undefined ? {} : { accessPointArn };
      const on = { kind: "file-system", arn: fileSystemArn, ...limited } as const;
      yield {
        rule: "volume",
        service: "elasticfilesystem",
        by: "task-role",
        requests: [{ sid: "EfsMount", actions: [MOUNT, WRITE], on }],
        text: "the task mounts a file system with its role",
        failure: FAILURES.application,
        path,
        withoutEndpoint: true,
      };
    }
    yield {
      remark: issue("efs-mount-target", {
        path,
        problem: `the file system "${fileSystemId}" is reached through its mount targets, not through an endpoint`,
        fix: "see to a mount target in each zone of the tasks, and to TCP port 2049 in the security groups of both sides",
      }),
    };
  },
};
