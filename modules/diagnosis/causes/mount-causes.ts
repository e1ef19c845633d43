import type { Cause } from "./cause";

const MOUNT_TARGETS =
  "aws efs describe-mount-targets --file-system-id FS --query 'MountTargets[].[SubnetId,AvailabilityZoneName]'";

/** Why a file system is not mounted. */
export const MOUNT_CAUSES = {
  "mount-target-missing": {
    says: () => "the file system has no mount target in the VPC and zone of the task",
    tells: () => "its name leads nowhere in that zone",
    look: () => MOUNT_TARGETS,
    fix: () => "add an aws_efs_mount_target in each zone of the task's subnets",
    hop: "mount-target",
    shows: ["no-name", "no-answer"],
    address: "none",
  },
  "mount-target-ingress-missing": {
    says: () => "the security group of the mount target does not admit the task on port 2049",
    tells: () => "the name leads to a private address, which does not answer",
    look: () => "aws efs describe-mount-target-security-groups --mount-target-id MOUNT_TARGET",
    fix: () => "add an ingress rule for TCP 2049 from the task's security group to that of the mount target",
    hop: "mount-target-security-group",
    shows: ["no-answer"],
  },
  "mount-permission-missing": {
    says: () => "the policy of the file system, or the task role, does not allow the mount",
    tells: () => "the mount target was reached, and the server refused",
    look: () => "aws efs describe-file-system-policy --file-system-id FS",
    fix: () =>
      "let the task role do elasticfilesystem:ClientMount, and mount with transitEncryption and IAM authorization on",
    shows: ["refused"],
  },
  "root-directory-missing": {
    says: () => "the directory does not exist on the file system",
    tells: () => "the mount target was reached, and the server has no such directory",
    look: () => "the volume's rootDirectory, or the path of its access point",
    fix: () => "create the directory, or mount through an access point that creates it",
    shows: [],
  },
} as const satisfies Readonly<Record<string, Cause>>;
