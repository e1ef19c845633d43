import type { SubnetLayout } from "../addressing/subnet-layout";
import type { SubnetSpec } from "../addressing/subnet-spec";
import type { NatGateways } from "../addressing/ways-out";
import type { ProviderProps } from "../internal/provider-props";
import type { FlowLogs } from "./flow-logs-props";
import type { VpcDns } from "./network";

/** What the default security group of a VPC can be. */
export const DEFAULT_SECURITY_GROUPS = ["without-rules", "as-created"] as const;

/**
 * The default security group of a VPC, which whatever is given none gets. `"without-rules"`: it admits nothing and lets nothing out.
 * `"as-created"`: as AWS creates it, with everything among its members and everything out, and no resource for it.
 */
export type DefaultSecurityGroupRules = (typeof DEFAULT_SECURITY_GROUPS)[number];

/** Properties of a `PrivateNetwork`. */
export interface PrivateNetworkProps extends ProviderProps {
  /** Region, for example `"eu-west-1"`. It must be the AWS provider's. */
  readonly region: string;
  /** Name, from which the `Name` tags are made. @default - the construct's path, with hyphens */
  readonly name?: string;
  /** Address block of the VPC, /16 to /28. @default "10.0.0.0/16" */
  readonly cidrBlock?: string;
  /**
   * The zones of a computed layout. Name them to choose them; adding one at the end never moves an existing subnet.
   *
   * @default - the first two zones that the account has in the Region, looked up when Terraform runs
   */
  readonly availabilityZones?: readonly string[];
  /**
   * The subnets: a layout, or each of them by its own address block.
   *
   * @default sharedSubnets()
   */
  readonly subnets?: SubnetLayout | readonly SubnetSpec[];
  /**
   * NAT gateways for the subnets whose `wayOut` is one: `"one"` for all of them, in the first public subnet, or
   * `"one-per-zone"`, each in a public subnet of its zone.
   *
   * @default - none
   */
  readonly natGateways?: NatGateways;
  /**
   * Whether the VPC and its subnets have IPv6 addresses beside IPv4: a /56 from Amazon, a /64 for each subnet. Isolated
   * subnets get no route for them.
   *
   * @default false
   */
  readonly ipv6?: boolean;
  /** DNS attributes of the VPC. @default - both on; interface endpoints with private DNS need both */
  readonly dns?: Partial<VpcDns>;
  /** The default security group of the VPC. What the library makes has groups of its own. @default "without-rules" */
  readonly defaultSecurityGroup?: DefaultSecurityGroupRules;
  /**
   * Flow logs of the VPC: `"cloud-watch"` makes a log group for them, which is kept for 30 days, and a role that may write to it;
   * `{ to: "s3", bucketArn }` names a bucket of yours. A VPC that stands gets them in its place.
   *
   * @default - none
   * @example { to: "cloud-watch", traffic: "REJECT", retentionInDays: 90, kmsKeyArn: key.arn }
   */
  readonly flowLogs?: FlowLogs;
  /** Tags of the VPC, for example another `Name`. @default - `Name` is the name */
  readonly tags?: Readonly<Record<string, string>>;
  /** Tags of the internet gateway. @default - `Name` is the name */
  readonly internetGatewayTags?: Readonly<Record<string, string>>;
  /** Tags of the route tables by name. @default - `Name` is the network's name and the route table's, joined by a hyphen */
  readonly routeTableTags?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
