import type { EndpointServiceName } from "../../../aws/endpoint-services/catalog";

/**
 * What somebody says of a VPC that exists, in the comment `"//"` of a resource: the member `network` of `privateFargate`.
 * Ids may be expressions.
 *
 * @example { "//": { "privateFargate": { "network": { "name": "legacy", "vpcId": "vpc-0123456789abcdef0", … } } } }
 */
export interface SaidNetwork {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly enableDnsSupport: boolean;
  readonly enableDnsHostnames: boolean;
  /** @default - not said */
  readonly domainNameServers?: readonly string[];
  /** @default - not said */
  readonly networkAcls?: "allow-all";
  readonly subnets: readonly SaidSubnet[];
  /** @default - none that is said */
  readonly endpoints?: readonly SaidEndpoint[];
}

export interface SaidSubnet {
  readonly id: string;
  readonly availabilityZone: string;
  readonly cidrBlock: string;
  /** @default - none */
  readonly ipv6CidrBlock?: string;
  /** @default - the VPC's main route table */
  readonly routeTableId?: string;
  /** How calls leave the subnet, in words. @default - not said */
  readonly wayOut?: string;
}

/** An endpoint, of which each type has its own of the arguments. What is not given is not said. */
export interface SaidEndpoint {
  readonly type: "Interface" | "Gateway";
  readonly service: EndpointServiceName;
  readonly serviceRegion?: string;
  readonly privateDnsEnabled?: boolean;
  readonly subnetIds?: readonly string[];
  readonly securityGroupIds?: readonly string[];
  /** From where the security groups admit the service's ports. */
  readonly admits?: readonly SaidPeer[];
  readonly prefixListId?: string;
  readonly routeTableIds?: readonly string[];
  /** The policy as JSON; an empty text where it admits everything. */
  readonly policy?: string;
}

/** The other side of a rule, as the argument of `aws_vpc_security_group_ingress_rule` that names it. */
export interface SaidPeer {
  readonly cidr_ipv4?: string;
  readonly cidr_ipv6?: string;
  readonly referenced_security_group_id?: string;
  readonly prefix_list_id?: string;
}
