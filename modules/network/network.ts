import type { ITerraformDependable } from "cdktf";
import type { SubnetTier } from "../addressing/subnet-spec";
import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { PolicyStatement } from "../aws/policy-document";
import type { WayOut } from "../aws/way-out";
import type { NetworkSnapshot } from "../snapshot/network-snapshot";
import type { Peer } from "./peer";

export interface NetworkSubnet {
  /** Name, unique in the network; it is used in construct ids. */
  readonly name: string;
  /** Id of the subnet. */
  readonly id: string;
  /** What the subnet is for. */
  readonly tier: SubnetTier;
  /** Name of the Availability Zone, for example `"eu-west-1a"`. */
  readonly availabilityZone: string;
  /** Address block. */
  readonly cidrBlock: string;
  /** IPv6 address block. @default - none */
  readonly ipv6CidrBlock?: string;
  /** Id of its route table. @default - the VPC's main route table */
  readonly routeTableId?: string;
  /**
   * How calls that no endpoint takes leave the subnet, for example `"nat-gateway"`.
   *
   * @default - not at all: the subnet is isolated
   */
  readonly wayOut?: WayOut;
}

/** An interface endpoint that a network has already. */
export interface ExistingInterfaceEndpoint {
  readonly type: "Interface";
  /** AWS's short name of the service. */
  readonly service: EndpointServiceName;
  /** Security groups of the endpoint; tasks get egress to them. Their ingress rules stay yours. */
  readonly securityGroupIds: readonly string[];
  /** Region of the service, for an endpoint that leads to another Region. @default - the network's own */
  readonly serviceRegion?: string;
  /**
   * Address blocks of another VPC in which the endpoint is, and to which private hosted zones lead; tasks get egress to them
   * in place of the security groups.
   *
   * @default - the endpoint is in this VPC
   */
  readonly cidrBlocks?: readonly string[];
  /** Ids of its subnets. @default - not said; the proof asks for it */
  readonly subnetIds?: readonly string[];
  /** Whether private DNS is on. @default true */
  readonly privateDnsEnabled?: boolean;
  /**
   * From where its security groups admit the service's ports, for example `[Peer.cidr("172.20.0.0/16")]`.
   *
   * @default - not said; the proof asks for it
   */
  readonly admits?: readonly Peer[];
  /** Its policy; AWS gives full access unless it is told otherwise. @default - not said; the proof asks for it */
  readonly policy?: EndpointAccess;
}

/** A gateway endpoint that a network has already. */
export interface ExistingGatewayEndpoint {
  readonly type: "Gateway";
  /** AWS's short name of the service. */
  readonly service: EndpointServiceName;
  /** Id of the service's prefix list in the Region; tasks get egress to it. */
  readonly prefixListId: string;
  /** Ids of its route tables. @default - those of all subnets of the network */
  readonly routeTableIds?: readonly string[];
  /** Its policy; AWS gives full access unless it is told otherwise. @default - not said; the proof asks for it */
  readonly policy?: EndpointAccess;
}

/** What the policy of an endpoint admits: everything, or what its statements allow. */
export type EndpointAccess = "full-access" | readonly PolicyStatement[];

/** An endpoint that a network has already. */
export type ExistingEndpoint = ExistingInterfaceEndpoint | ExistingGatewayEndpoint;

/** The DNS attributes of a VPC. Interface endpoints with private DNS need both. */
export interface VpcDns {
  /** `enableDnsSupport` of the VPC. */
  readonly support: boolean;
  /** `enableDnsHostnames` of the VPC. */
  readonly hostnames: boolean;
}

/**
 * What endpoints and services have to know of a network. A `PrivateNetwork` satisfies it, and so does an object literal
 * that describes a VPC which exists already. What such a literal says, the proof takes on your word, and lists it; what it
 * leaves out stays unknown.
 *
 * @example
 * const network: Network = {
 *   name: "legacy",
 *   region: "eu-west-1",
 *   vpcId: "vpc-0123456789abcdef0",
 *   cidrBlock: "172.20.0.0/16",
 *   dns: { support: true, hostnames: true },
 *   domainNameServers: ["AmazonProvidedDNS"],
 *   networkAcls: "allow-all",
 *   subnets: [{ name: "a", id: "subnet-0a", tier: "shared", availabilityZone: "eu-west-1a", cidrBlock: "172.20.1.0/24", routeTableId: "rtb-0a" }],
 * };
 */
export interface Network {
  /** Name, from which the names of endpoints and their security group are made. */
  readonly name: string;
  /** Region, for example `"eu-west-1"`. It must be the AWS provider's. */
  readonly region: string;
  /** Id of the VPC, for example `"vpc-0123456789abcdef0"`, or a token. */
  readonly vpcId: string;
  /** Address block of the VPC. */
  readonly cidrBlock: string;
  /** IPv6 address block of the VPC. @default - none, or not said */
  readonly ipv6CidrBlock?: string;
  /** DNS attributes of the VPC. */
  readonly dns: VpcDns;
  /**
   * DNS servers that the VPC's DHCP options name; AWS's own are `["AmazonProvidedDNS"]`.
   *
   * @default - not said; the proof asks for it
   */
  readonly domainNameServers?: readonly string[];
  /**
   * What the network ACLs of the subnets let pass: `"allow-all"` is everything, as a VPC's default network ACL has it.
   *
   * @default - not said; the proof asks for it
   */
  readonly networkAcls?: "allow-all";
  /** The subnets that tasks, endpoints and load balancers may use. */
  readonly subnets: readonly NetworkSubnet[];
  /**
   * How calls that no endpoint takes leave every subnet for tasks, for example `"nat-gateway"`, or `{ name: "a proxy" }`.
   *
   * @default - none beyond those of the subnets
   */
  readonly wayOut?: WayOut;
  /** Endpoints that exist already; no second one is planned. @default - none */
  readonly endpoints?: readonly ExistingEndpoint[];
  /** All that is known of the VPC, for the proof. @default - what the Terraform at hand says */
  readonly snapshot?: NetworkSnapshot;
  /** What must exist before something in the subnets can start. @default - nothing */
  readonly dependencies?: readonly ITerraformDependable[];
}
