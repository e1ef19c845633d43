import type { Fact } from "./fact";
import type { Identity } from "./identity";
import type { Policy } from "./policy";
import type { SymbolicText } from "./symbol";

/** A file system of EFS that is created here. */
export interface FileSystem {
  readonly id: Identity;
  /** Terraform's address, by which messages name it. */
  readonly address: string;
  /** What a task calls it. */
  readonly names: readonly SymbolicText[];
  readonly arn: SymbolicText;
  /** Its own policy; none means that of AWS, which admits whoever reaches a mount target. */
  readonly policy: Fact<Policy | undefined>;
  /** Whether it is in one zone, where it has its only mount target. */
  readonly isOneZone: Fact<boolean>;
}

/** Where a VPC reaches a file system: a network interface in a subnet, which serves the zone of the subnet. */
export interface MountTarget {
  readonly id: Identity;
  readonly address: string;
  readonly fileSystem: Fact<Identity>;
  readonly subnet: Fact<Identity>;
  /** The security groups; none means the default group of the VPC. */
  readonly securityGroups: Fact<readonly Identity[]>;
}

export interface AccessPoint {
  readonly address: string;
  /** What a task calls it. */
  readonly names: readonly SymbolicText[];
  readonly arn: SymbolicText;
  readonly fileSystem: Fact<Identity>;
}
