import { VOLUME_ISSUES } from "../../../modules/issues/table/volume-issues";
import { issueTopic } from "./issue-topic";

export const VOLUME_TOPIC = issueTopic(VOLUME_ISSUES, {
  title: "Volumes",
  about: "EFS, S3 Files, EBS and mount points.",
  entries: {
    "file-system-invalid": {
      what: "A `SharedFileSystem` has subnets that there are not, or two in one zone, or an access point that cannot be had.",
      fix: "Write what the message proposes.",
    },
    "volume-kind-unknown": {
      what: "A volume of a task is not a `Volume`.",
      fix: "Write `Volume.efs(fileSystem)`, `Volume.ebs()` or `Volume.bind()`.",
    },
    "volume-name-invalid": {
      what: "The name of a volume has characters that ECS does not take, is empty, or is too long.",
      fix: "Give the volume the name that the message proposes, or another such name.",
    },
    "volume-unsupported": {
      what: "A task definition has a volume of a kind or with a field that Fargate does not support.",
      fix: "Use `Volume.efs(fileSystem)`, `Volume.ebs()` or `Volume.bind()`.",
    },
    "volume-unwritten": {
      what: "A task that was read has a volume of a kind that the AWS provider cannot write, and a service is made of it.",
      fix: "Use `Volume.efs(fileSystem)`, `Volume.ebs()` or `Volume.bind()` in the service. Plan and proof take the volume.",
    },
    "volume-unrecognized": {
      what: "A task definition has a volume of a kind that is not known.",
      fix: 'Check whether Fargate takes it, and name the services that it calls, for example `uses: ["s3"]`.',
    },
    "s3-files-mount-target": {
      what: "A task mounts a file system of S3 Files.",
      fix: "See to a mount target in each zone of the tasks, and to TCP port 2049 in the security groups of both sides.",
    },
    "mount-point-volume-unknown": {
      what: "A container mounts a volume that the task does not have.",
      fix: 'Add the volume, for example `volumes: { "data": Volume.bind() }`, or write the name of one that is there.',
    },
    "efs-transit-encryption-missing": {
      what: "A volume of EFS has an access point or IAM authorization, and no transit encryption.",
      fix: 'Write `transitEncryption: "ENABLED"`.',
    },
    "efs-root-directory-ignored": {
      what: "A volume of EFS has an access point and a root directory.",
      fix: "Leave `rootDirectory` out.",
    },
    "efs-mount-target": {
      what: "A task mounts a file system of EFS.",
      fix: "See to a mount target in each zone of the tasks, and to TCP port 2049 in the security groups of both sides.",
    },
    "ebs-volume-second": {
      what: "A task has a second volume of EBS.",
      fix: "Use `Volume.efs(fileSystem)` or `Volume.bind()` for the other.",
    },
    "ebs-size-missing": {
      what: "A volume of EBS has neither a size nor a snapshot.",
      fix: "Write `sizeInGb`, for example `20`.",
    },
    "ebs-infrastructure-role-missing": {
      what: "A volume of EBS has no infrastructure role.",
      fix: "Write `infrastructureRole: {}` in the service, which creates it, or `Volume.ebs({ infrastructureRoleArn: role.arn, … })`.",
    },
  },
});
