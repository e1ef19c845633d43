import type { IssueTable } from "./issue-row";

/** Volumes and mount points. */
export const VOLUME_ISSUES = {
  "file-system-invalid": { why: "EFS refuses it, or tasks could not mount the file system" },
  "volume-kind-unknown": { why: "the kind decides how the volume is reached" },
  "volume-name-invalid": { why: "ECS takes 1 to 255 letters, digits, hyphens and underscores" },
  "volume-unsupported": {
    why: "Fargate has volumes of EFS, S3 Files and EBS and empty ones; it has none of FSx for Windows File Server",
  },
  "volume-unwritten": {
    why: "the block volume of aws_ecs_task_definition has no place for it, so the task would start without the volume",
    source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition",
  },
  "volume-unrecognized": {
    severities: ["note"],
    why: "ECS gets new kinds of volumes, and each is reached in its own way",
  },
  "s3-files-mount-target": {
    severities: ["note"],
    why: "the mount targets of S3 Files are addresses in the VPC; no endpoint has a part in mounting",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html",
  },
  "mount-point-volume-unknown": { why: "a container mounts a volume of its task by the volume's name" },
  "efs-transit-encryption-missing": {
    why: "EFS takes access points and IAM authorization over encrypted connections only",
  },
  "efs-root-directory-ignored": {
    why: 'the access point says which directory is mounted; beside it ECS takes "/" or nothing',
  },
  "efs-mount-target": {
    severities: ["note"],
    why: "the endpoint elasticfilesystem serves the API of EFS only",
    source: "https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
  },
  "ebs-volume-second": { why: "a task has one volume of EBS at most" },
  "ebs-size-missing": { why: "EBS makes an empty volume of a size, or one from a snapshot" },
  "ebs-infrastructure-role-missing": { why: "ECS creates and attaches the volume with a role of your account" },
} as const satisfies IssueTable;
