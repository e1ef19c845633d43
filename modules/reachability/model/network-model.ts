import type { Cidr } from "../../addressing/cidr";
import type { EndpointServiceName, EndpointType } from "../../aws/endpoint-services/catalog";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import type { CallInVpc } from "./call-in-vpc";
import type { Fact } from "./fact";
import type { AccessPoint, FileSystem, MountTarget } from "./file-system";
import type { Identity } from "./identity";
import type { MadeName } from "./made-name";
import type { DnsFirewall, PrivateHostedZone, ResolverRule } from "./names";
import type { Policy } from "./policy";
import type { RegionClue } from "./region-clue";
import type { RightsModel } from "./rights-model";
import type { TaskRoles } from "./role";
import type { Route } from "./route";
import type { RulePeer, SecurityGroupModel, SecurityGroupRuleModel } from "./security-group";
import type { ServicePorts } from "./service-ports";
import type { SymbolicText } from "./symbol";
import type { VpcConnections } from "./vpc-connections";

/** Something of the network that is in the Terraform at hand. */
export interface NetworkThing {
  readonly id: Identity;
  /** Terraform's address, by which messages name it. */
  readonly address: string;
}

export interface Vpc extends NetworkThing {
  readonly region: Fact<string>;
  readonly cidrBlocks: Fact<readonly Cidr[]>;
  readonly dnsSupport: Fact<boolean>;
  readonly dnsHostnames: Fact<boolean>;
  /** DNS servers of its DHCP options. */
  readonly nameServers: Fact<readonly string[]>;
  /** What says which DNS servers there are: the DHCP options or their association. @default - the VPC itself */
  readonly dhcpOptions?: string;
  readonly mainRouteTable: Fact<Identity>;
  readonly defaultSecurityGroup: Identity;
  readonly defaultNetworkAcl: Fact<Identity>;
  /** Whether it is created here, so that nothing is in it but what is created here as well. */
  readonly complete: boolean;
}

export interface Subnet extends NetworkThing {
  readonly vpc: Fact<Identity>;
  readonly zone: Fact<Identity>;
  readonly cidrBlock: Fact<Cidr>;
  readonly hasIpv4: Fact<boolean>;
  readonly hasIpv6: Fact<boolean>;
  /** Account that owns it, where another one can. @default - the account that creates it */
  readonly owner?: Fact<SymbolicText>;
  /** The account of whoever reads it. */
  readonly account: SymbolicText;
  readonly complete: boolean;
}

export interface RouteTable extends NetworkThing {
  readonly vpc: Fact<Identity>;
  readonly routes: readonly Route[];
  /** Whether there are no other routes. */
  readonly complete: boolean;
}

/** The association of a subnet with a route table or a network ACL. */
export interface SubnetAssociation {
  readonly address: string;
  readonly subnet: Fact<Identity>;
  readonly target: Fact<Identity>;
}

export interface NatGateway extends NetworkThing {
  readonly subnet: Fact<Identity>;
  readonly isPublic: Fact<boolean>;
}

/** A prefix list of the user's own. */
export interface PrefixList extends NetworkThing {
  readonly cidrs: Fact<readonly Cidr[]>;
}

/** A VPC endpoint. */
export interface Endpoint extends NetworkThing {
  readonly vpc: Fact<Identity>;
  readonly serviceName: Fact<string>;
  /** The name as an identity, for endpoint services that are created here. */
  readonly serviceIdentity: Fact<Identity>;
  /** The service's short name. @default - it is outside the catalog, or not known */
  readonly service?: EndpointServiceName;
  readonly serviceRegion: Fact<string>;
  readonly type: Fact<EndpointType | "other">;
  readonly privateDns: Fact<boolean>;
  /** Whether private DNS is for inbound Resolver endpoints only. */
  readonly inboundResolverOnly: Fact<boolean>;
  /** Whether it is left to AWS for whom private DNS is, since no options for DNS are given. */
  readonly lacksDnsOptions: boolean;
  readonly subnets: Fact<readonly Identity[]>;
  /** The security groups; none means the default group of the VPC. */
  readonly securityGroups: Fact<readonly Identity[]>;
  readonly routeTables: Fact<readonly Identity[]>;
  /** The policy. `undefined` where it has none, which admits everything. */
  readonly policy: Fact<Policy | undefined>;
  readonly ipAddressType: Fact<string>;
  readonly autoAccept: Fact<boolean>;
  /** Whether the plan creates it. @default - not known */
  readonly created?: boolean;
}

/** A further route table, subnet or group of an endpoint. */
export interface EndpointAssociation {
  readonly address: string;
  readonly endpoint: Fact<Identity>;
  readonly target: Fact<Identity>;
  /** Of a group: whether it takes the place of the default group, which an endpoint without any has. */
  readonly replacesDefault: Fact<boolean>;
}

/** The other side as a rule of a network ACL sees it. It knows no prefix lists: that is a rule for each block of the list. */
export type NetworkAclPeer = Exclude<RulePeer, { readonly kind: "security-group" }>;

export interface NetworkAclRule {
  readonly address: string;
  readonly direction: "ingress" | "egress";
  readonly number: Fact<number>;
  /** The highest number that one of them can have, where it stands for several. @default - it is one rule */
  readonly lastNumber?: number;
  readonly allows: Fact<boolean>;
  readonly protocol: Fact<string>;
  readonly fromPort: Fact<number>;
  readonly toPort: Fact<number>;
  /** Whose packets it is about. */
  readonly peer: Fact<NetworkAclPeer>;
}

export interface NetworkAcl extends NetworkThing {
  readonly vpc: Fact<Identity>;
  readonly rules: readonly NetworkAclRule[];
  readonly complete: boolean;
}

/** What is known of an endpoint service from a lookup. */
export interface EndpointServiceLookup {
  readonly address: string;
  readonly serviceName: Fact<string>;
  readonly zones: Fact<readonly string[]>;
}

/** Something that somebody says of a VPC that exists, and that is not so in the Terraform at hand. */
export interface Contradiction {
  /** Name of the network. */
  readonly network: string;
  /** What is said. */
  readonly said: string;
  /** Address of what shows that it is not so. */
  readonly address: string;
  /** What is so, as a clause. */
  readonly instead: string;
}

/** A task, and where it runs. */
export interface RunningTask {
  /** Address of what runs it: a service, a rule or a schedule. */
  readonly address: string;
  /** Addresses of what else starts the same task in the same subnets. @default - nothing */
  readonly alsoStartedBy?: readonly string[];
  /** Address of its task definition. */
  readonly definition: string;
  /** Name of the service, or family of the task. */
  readonly name: string;
  readonly reading: Fact<TaskDefinitionReading>;
  readonly region: Fact<string>;
  readonly account: SymbolicText;
  readonly subnets: Fact<readonly Identity[]>;
  /** The security groups; none means the default group of the VPC. */
  readonly securityGroups: Fact<readonly Identity[]>;
  readonly publicIp: Fact<boolean>;
  readonly executionRole: SymbolicText;
  readonly taskRole: SymbolicText;
  readonly roles: TaskRoles;
  /** TCP ports on which it calls services, where it says so. @default - those of the catalog */
  readonly ports?: ServicePorts;
  /** What it says that it calls in its VPC. @default - nothing */
  readonly calls?: readonly CallInVpc[];
  /** Whether the plan creates it. @default - not known */
  readonly created?: boolean;
}

/** An endpoint service of somebody's own, over a load balancer. */
export interface EndpointServiceModel extends NetworkThing {
  readonly serviceName: Identity;
  readonly acceptanceRequired: Fact<boolean>;
  readonly zones: Fact<readonly Identity[]>;
}

/** Who accepts the connection of an endpoint. */
export interface ConnectionAccepter {
  readonly address: string;
  readonly endpoint: Fact<Identity>;
}

/** The network as it would be after the apply, as far as Terraform JSON tells. Plain data. */
export interface NetworkModel extends RightsModel {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  /** Routes of which it is not known in which table they are. */
  readonly looseRoutes: readonly (Route & { readonly table: Fact<Identity> })[];
  readonly routeTableAssociations: readonly SubnetAssociation[];
  readonly natGateways: readonly NatGateway[];
  readonly connections: VpcConnections;
  readonly prefixLists: readonly PrefixList[];
  /** The addresses in the prefix lists of services by the full names of those, where they have been looked up. */
  readonly serviceAddresses: ReadonlyMap<string | undefined, readonly Cidr[]>;
  readonly endpoints: readonly Endpoint[];
  readonly endpointRouteTables: readonly EndpointAssociation[];
  readonly endpointSubnets: readonly EndpointAssociation[];
  readonly endpointSecurityGroups: readonly EndpointAssociation[];
  readonly securityGroups: readonly SecurityGroupModel[];
  /** Rules of which it is not known in which group they are, and rules of groups that are elsewhere. */
  readonly looseRules: readonly (SecurityGroupRuleModel & { readonly group: Fact<Identity> })[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly looseNetworkAclRules: readonly (NetworkAclRule & { readonly acl: Fact<Identity> })[];
  readonly networkAclAssociations: readonly SubnetAssociation[];
  readonly privateHostedZones: readonly PrivateHostedZone[];
  readonly resolverRules: readonly ResolverRule[];
  readonly dnsFirewalls: readonly DnsFirewall[];
  /** Ids of VPCs that exist and of which nobody has read all private hosted zones and Resolver rules. */
  readonly namesNotRead: readonly string[];
  readonly endpointServices: readonly EndpointServiceModel[];
  readonly connectionAccepters: readonly ConnectionAccepter[];
  readonly lookups: readonly EndpointServiceLookup[];
  readonly fileSystems: readonly FileSystem[];
  readonly mountTargets: readonly MountTarget[];
  readonly accessPoints: readonly AccessPoint[];
  readonly tasks: readonly RunningTask[];
  /** Addresses of roles that task definitions have which nothing in sight starts. */
  readonly idleRoles: ReadonlySet<string>;
  /** Machines and functions that may call services as well. */
  readonly otherClients: readonly string[];
  /** Modules that are given a part of the network and whose inside is not known. */
  readonly opaqueModules: readonly string[];
  /** What is created under names that are taken once. */
  readonly madeNames: readonly MadeName[];
  /** What is said of VPCs that exist, and is not so. */
  readonly contradictions: readonly Contradiction[];
  readonly regionClues: readonly RegionClue[];
  /** Texts of the identities of VPCs that exist, and of which somebody says what is in them. */
  readonly describedVpcs: ReadonlySet<string>;
}
