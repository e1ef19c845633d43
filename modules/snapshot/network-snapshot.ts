import type { JsonValue } from "../values/json-value";

/** What the file says of itself. */
export const SNAPSHOT_FORMAT = "private-fargate-network";

/** The newest version of the format that is read, and the one that is written. */
export const SNAPSHOT_VERSION = 1;

/**
 * A VPC as `private-fargate snapshot` has read it from an account: all of its subnets, route tables, network ACLs, security
 * groups and endpoints, sorted, without a secret. It has no date, so that the same VPC is the same file.
 */
export interface NetworkSnapshot {
  readonly format: string;
  readonly version: number;
  readonly region: string;
  /** What a VPC may have and nobody has read, in words. */
  readonly notRead: readonly string[];
  readonly vpc: SnapshotVpc;
  readonly subnets: readonly SnapshotSubnet[];
  readonly routeTables: readonly SnapshotRouteTable[];
  readonly networkAcls: readonly SnapshotNetworkAcl[];
  readonly securityGroups: readonly SnapshotSecurityGroup[];
  readonly endpoints: readonly SnapshotEndpoint[];
  /** Those of services with a gateway endpoint, and those that routes and rules name. */
  readonly prefixLists: readonly SnapshotPrefixList[];
  readonly natGateways: readonly SnapshotNatGateway[];
  /** Ids of the internet gateways that are attached. */
  readonly internetGateways: readonly string[];
  readonly peeringConnections: readonly SnapshotPeeringConnection[];
  readonly transitGatewayAttachments: readonly SnapshotTransitGatewayAttachment[];
  /** The private hosted zones that the VPC sees, but for those of AWS's services. @default - nobody has read them */
  readonly hostedZones?: readonly SnapshotHostedZone[];
  /** The Resolver rules that the VPC is associated with, but for those that AWS defines. @default - nobody has read them */
  readonly resolverRules?: readonly SnapshotResolverRule[];
}

export interface SnapshotVpc {
  readonly id: string;
  /** The tag `Name`. @default - it has none */
  readonly name?: string;
  /** The blocks that are associated, the first one that of its creation. */
  readonly cidrBlocks: readonly string[];
  readonly ipv6CidrBlocks?: readonly string[];
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  /** @default - those of the Region, which name Amazon's DNS server */
  readonly dhcpOptions?: SnapshotDhcpOptions;
}

export interface SnapshotDhcpOptions {
  readonly id: string;
  readonly domainNameServers: readonly string[];
}

export interface SnapshotSubnet {
  readonly id: string;
  readonly name?: string;
  readonly availabilityZone: string;
  readonly availabilityZoneId?: string;
  /** @default - it has IPv6 only */
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  /** The route table that counts: its own, or the main one of the VPC. */
  readonly routeTableId: string;
  readonly networkAclId: string;
}

export interface SnapshotRouteTable {
  readonly id: string;
  readonly name?: string;
  /** Whether it is that of subnets without one of their own. @default false */
  readonly main?: boolean;
  /** Without the local routes, those of gateway endpoints, and those that virtual private gateways add. */
  readonly routes: readonly SnapshotRoute[];
  /** Virtual private gateways that add routes. @default - none */
  readonly propagatingGateways?: readonly string[];
}

export interface SnapshotRoute {
  /** An address block, or the id of a prefix list. */
  readonly destination: string;
  /** Id of what takes the packets; of a core network its ARN. @default - what took them is gone, and they are dropped */
  readonly target?: string;
}

export interface SnapshotNetworkAcl {
  readonly id: string;
  /** Whether it is that of subnets without one of their own. @default false */
  readonly default?: boolean;
  /** Without the last one, which denies the rest. */
  readonly rules: readonly SnapshotNetworkAclRule[];
}

export interface SnapshotNetworkAclRule {
  readonly direction: "ingress" | "egress";
  readonly number: number;
  readonly action: "allow" | "deny";
  /** Number of the protocol; `"-1"` is every one. */
  readonly protocol: string;
  /** @default - all ports, or a protocol without them */
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly cidrBlock: string;
}

export interface SnapshotSecurityGroup {
  readonly id: string;
  /** Its group name. */
  readonly name: string;
  /** Whether it is the one that comes with the VPC. @default false */
  readonly default?: boolean;
  readonly rules: readonly SnapshotSecurityGroupRule[];
}

export interface SnapshotSecurityGroupRule {
  readonly id: string;
  readonly direction: "ingress" | "egress";
  readonly protocol: string;
  /** @default - all ports, or a protocol without them */
  readonly fromPort?: number;
  readonly toPort?: number;
  /** An address block, or the id of a prefix list or of a security group. */
  readonly peer: string;
}

export interface SnapshotEndpoint {
  readonly id: string;
  readonly name?: string;
  readonly serviceName: string;
  /** Region of the service. @default - that of the VPC */
  readonly serviceRegion?: string;
  /** For example `"Interface"`. */
  readonly type: string;
  /** For example `"available"`. */
  readonly state: string;
  readonly privateDnsEnabled?: boolean;
  /** Whether private DNS is for inbound Resolver endpoints only. @default false */
  readonly privateDnsOnlyForInboundResolverEndpoint?: boolean;
  readonly ipAddressType?: string;
  readonly subnetIds?: readonly string[];
  readonly securityGroupIds?: readonly string[];
  readonly routeTableIds?: readonly string[];
  /** The policy as JSON. @default - it has none, and admits everything */
  readonly policy?: JsonValue;
}

export interface SnapshotPrefixList {
  readonly id: string;
  /** For example `"com.amazonaws.eu-west-1.s3"`. */
  readonly name: string;
  /** Its blocks. @default - AWS owns the list, and changes it */
  readonly cidrBlocks?: readonly string[];
}

export interface SnapshotNatGateway {
  readonly id: string;
  readonly subnetId: string;
  /** `"public"` or `"private"`. */
  readonly connectivityType: string;
}

export interface SnapshotPeeringConnection {
  readonly id: string;
  readonly requesterVpcId: string;
  readonly accepterVpcId: string;
  /** For example `"active"`. */
  readonly status: string;
}

export interface SnapshotTransitGatewayAttachment {
  readonly id: string;
  readonly transitGatewayId: string;
  readonly subnetIds: readonly string[];
  /** Whether the attachment is in appliance mode. @default - it is not */
  readonly applianceMode?: true;
  readonly state: string;
}

export interface SnapshotHostedZone {
  readonly id: string;
  /** Its domain, without the dot at the end. */
  readonly name: string;
  /** Those of its names that may be names of AWS's. @default - they were not read: the zone is of another account, or has no such names */
  readonly records?: readonly SnapshotHostedZoneRecord[];
}

/** What one name of a zone leads to. */
export interface SnapshotHostedZoneRecord {
  /** The whole name, without the dot at the end. */
  readonly name: string;
  /** For example `"A"`. */
  readonly type: string;
  /** The name of AWS's to which an alias or a CNAME leads. @default - it leads to addresses, or to several things */
  readonly target?: string;
}

export interface SnapshotResolverRule {
  readonly id: string;
  /** Without the dot at the end; `"."` for every name. */
  readonly domain: string;
  /** `"FORWARD"` to other DNS servers, or for example `"SYSTEM"`, which leaves names to Amazon's. */
  readonly type: string;
}
