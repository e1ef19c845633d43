import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { connectSecurityGroups } from "../load-balancing/connect-security-groups";
import type { MountedFileSystem } from "./shared-file-system-props";

/** The port of NFS. Source: Amazon EFS User Guide, "Using VPC security groups for Amazon EC2 instances and mount targets". */
export const NFS_PORT = 2049;

/** Lets tasks out to their file systems, and in there. The rules belong to whoever mounts. */
export function mountFileSystems(
  scope: Construct,
  fileSystems: Readonly<Record<string, MountedFileSystem>> = {},
  securityGroupId: string,
): ITerraformDependable[] {
  return Object.entries(fileSystems).flatMap(([name, { securityGroupId: to, dependencies }]) => [
    ...dependencies,
    ...connectSecurityGroups(scope, `file-system-${name}`, { from: securityGroupId, to, port: NFS_PORT }),
  ]);
}
