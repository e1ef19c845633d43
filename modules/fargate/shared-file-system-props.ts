import type { ITerraformDependable } from "cdktf";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";

/** A directory of a file system, and as whom it is read and written. */
export interface AccessPointOptions {
  /** The directory, for example `"/orders"`. It is created where it is missing. */
  readonly path: string;
  /** Id of the user as whom files are read and written. */
  readonly uid: number;
  /** Id of its group. */
  readonly gid: number;
  /** Permissions of the directory where it is created. @default "755" */
  readonly permissions?: string;
}

/** Properties of a `SharedFileSystem`. */
export interface SharedFileSystemProps extends ProviderProps {
  /** The network whose tasks mount the file system. */
  readonly network: Network;
  /** Name of the file system and of its security group, unique in the VPC. */
  readonly name: string;
  /** A file system that exists and has no mount target in the VPC yet. @default - one is created, encrypted */
  readonly fileSystem?: { readonly id: string };
  /** Names of the subnets of the mount targets, one in each zone. @default - the first for tasks of each zone */
  readonly subnets?: readonly string[];
  /** Access points by name, which becomes part of the resource address. @default - none */
  readonly accessPoints?: Readonly<Record<string, AccessPointOptions>>;
}

/** A file system that tasks mount: what lets them in, and what has to exist before. */
export interface MountedFileSystem {
  /** Security group of its mount targets. */
  readonly securityGroupId: string;
  /** Its mount targets, for what has to wait for them. */
  readonly dependencies: readonly ITerraformDependable[];
}
