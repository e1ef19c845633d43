import { flag, type MembersOf, number, object, required, text, variants } from "../../shapes/shape";
import type { BindVolume } from "./bind-volume";
import type { EbsVolume } from "./ebs-volume";
import type { EfsVolume } from "./efs-volume";
import type { S3FilesVolume } from "./s3-files-volume";

const BIND = object({ kind: required(text("bind")) } satisfies MembersOf<BindVolume>);

const EBS = object({
  kind: required(text("ebs")),
  infrastructureRoleArn: text("arn:aws:iam::123456789012:role/ecsInfrastructureRole"),
  sizeInGb: number(20),
  snapshotId: text("snap-0a"),
  volumeType: text("gp3"),
  encrypted: flag,
  kmsKeyId: text("alias/data"),
  fileSystemType: text("xfs"),
} satisfies MembersOf<EbsVolume>);

const EFS = object({
  kind: required(text("efs")),
  fileSystemId: required(text("fs-0a")),
  rootDirectory: text("/"),
  transitEncryption: text("ENABLED"),
  transitEncryptionPort: number(2999),
  accessPointId: text("fsap-0a"),
  iam: text("ENABLED"),
  fileSystemArn: text("arn:aws:elasticfilesystem:…"),
  accessPointArn: text("arn:aws:elasticfilesystem:…"),
} satisfies MembersOf<EfsVolume>);

const S3_FILES = object({
  kind: required(text("s3-files")),
  fileSystemArn: required(text("arn:aws:s3files:…")),
  rootDirectory: text("/"),
  transitEncryptionPort: number(2999),
  accessPointArn: text("arn:aws:s3files:…"),
} satisfies MembersOf<S3FilesVolume>);

/** The shape of a `Volume`. What no constructor takes is read from task definitions only. */
export const VOLUME = variants("kind", { bind: BIND, ebs: EBS, efs: EFS, "s3-files": S3_FILES }, "Volume.bind()");
