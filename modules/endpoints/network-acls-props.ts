import type { GatewayServiceName } from "../aws/endpoint-services/catalog";

/** The network ACLs that are generated: for the subnets of tasks, and for those that hold endpoints only. */
export type NetworkAclName = (typeof NETWORK_ACL_NAMES)[number];

export const NETWORK_ACL_NAMES = ["tasks", "endpoints"] as const;

/** Which packets a rule of a network ACL is about, as its subnets see it. */
export type NetworkAclDirection = (typeof NETWORK_ACL_DIRECTIONS)[number];

export const NETWORK_ACL_DIRECTIONS = ["egress", "ingress"] as const;

/** Calls that generated network ACLs let pass, with their answers. */
export interface NetworkAclPassage {
  /** TCP port of what is called. */
  readonly port: number;
  /** `"egress"`: what is in the subnets calls. `"ingress"`: it is called. @default - both */
  readonly direction?: NetworkAclDirection;
  /** IPv4 block of the other side, written out, for example `"10.20.0.0/16"`. @default - the VPC, its IPv6 block as well */
  readonly cidrBlock?: string;
  /**
   * The other side is a service, by the blocks of its prefix list, on port 443 and outwards: for a gateway endpoint that is not among these.
   *
   * @default - none
   */
  readonly service?: GatewayServiceName;
  /** Which subnets. @default "tasks" */
  readonly subnets?: NetworkAclName;
}
