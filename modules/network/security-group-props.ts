import type { ProviderProps } from "../internal/provider-props";
import type { Peer } from "./peer";

export interface SecurityGroupRule {
  /** The other side. */
  readonly peer: Peer;
  /** TCP port, or `"all"` for every port of every protocol. */
  readonly port: number | "all";
  /** @default - no description */
  readonly description?: string;
}

/** Properties of a `SecurityGroup`. */
export interface SecurityGroupProps extends ProviderProps {
  /** Id of the VPC in which the group is. */
  readonly vpcId: string;
  /** Name, unique in the VPC. */
  readonly name: string;
  /** @default "Managed by Terraform", as the provider has it; another description replaces the group */
  readonly description?: string;
  /** What may come in, each rule under a name that becomes part of its resource address. @default - nothing */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out, each rule under a name that becomes part of its resource address. @default - nothing */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
  /** @default - `Name` is the name */
  readonly tags?: Readonly<Record<string, string>>;
}
