import type { IssueTable } from "./issue-row";

/** Volumes and mount points. */
export const VOLUME_ISSUES = {
  "volume-kind-unknown": {
    what: "A volume of a task is not a `Volume`.",
    why: "The kind decides how the volume is reached.",
    fix: "Write `Volume.efs(fileSystem)`, `Volume.ebs()` or `Volume.bind()`.",
  },
  "volume-name-invalid": {
    what: "The name of a volume has characters that ECS does not take, is empty, or is too long.",
    why: "As for containers, ECS takes 1 to 255 letters, digits, hyphens and underscores.",
    fix: "Give the volume the name that the message proposes, or another such name.",
  },
  "volume-unsupported": {
    what: "A task definition has a volume of a kind or with a field that Fargate does not support.",
    why: "Fargate has volumes of EFS and EBS and empty ones; it has none of FSx for Windows File Server.",
    fix: "Use `Volume.efs(fileSystem)`, `Volume.ebs()` or `Volume.bind()`.",
  },
  "mount-point-volume-unknown": {
    what: "A container mounts a volume that the task does not have.",
    why: "A container mounts a volume of its task by the volume's name.",
    fix: 'Add the volume, for example `volumes: { "data": Volume.bind() }`, or write the name of one that is there.',
  },
  "efs-transit-encryption-missing": {
    what: "A volume of EFS has an access point or IAM authorization, and no transit encryption.",
    why: "EFS takes access points and IAM authorization over encrypted connections only.",
    fix: 'Write `transitEncryption: "ENABLED"`.',
  },
  "efs-root-directory-ignored": {
    what: "A volume of EFS has an access point and a root directory.",
    why: 'The access point says which directory is mounted; beside it ECS takes `"/"` or nothing.',
    fix: "Leave `rootDirectory` out.",
  },
  "efs-mount-target": {
    severities: ["note"],
    what: "A task mounts a file system of EFS.",
    why: "The file system is reached through its mount targets and not through an endpoint; the endpoint `elasticfilesystem` serves the API of EFS only.",
    fix: "See to a mount target in each zone of the tasks, and to TCP port 2049 in the security groups of both sides.",
    source: "https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
  },
  "ebs-volume-second": {
    what: "A task has a second volume of EBS.",
    why: "A task has one volume of EBS at most.",
    fix: "Use `Volume.efs(fileSystem)` or `Volume.bind()` for the other.",
  },
  "ebs-size-missing": {
    what: "A volume of EBS has neither a size nor a snapshot.",
    why: "EBS makes an empty volume of a size, or one from a snapshot.",
    fix: "Write `sizeInGb`, for example `20`.",
  },
  "ebs-infrastructure-role-missing": {
    what: "A volume of EBS has no infrastructure role.",
    why: "ECS creates and attaches the volume with a role of yours.",
    fix: "Write `Volume.ebs({ infrastructureRoleArn: role.arn, … })`.",
  },
} satisfies IssueTable;
