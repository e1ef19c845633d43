import {
  atLeast,
  filledText,
  flag,
  json,
  list,
  type MembersOf,
  required,
  type Shape,
  whole,
  word,
} from "../shapes/shape";
import type {
  NetworkSnapshot,
  SnapshotDhcpOptions,
  SnapshotEndpoint,
  SnapshotHostedZone,
  SnapshotHostedZoneRecord,
  SnapshotNatGateway,
  SnapshotNetworkAcl,
  SnapshotNetworkAclRule,
  SnapshotPeeringConnection,
  SnapshotPrefixList,
  SnapshotResolverRule,
  SnapshotRoute,
  SnapshotRouteTable,
  SnapshotSecurityGroup,
  SnapshotSecurityGroupRule,
  SnapshotSubnet,
  SnapshotTransitGatewayAttachment,
  SnapshotVpc,
} from "./network-snapshot";

const TEXT = filledText("x");
const TEXTS = list(TEXT);
const PORT = whole(443);
const DIRECTION = word("ingress", "egress");

const VPC = atLeast({
  id: required(TEXT),
  name: TEXT,
  cidrBlocks: required(TEXTS),
  ipv6CidrBlocks: TEXTS,
  enableDnsSupport: required(flag),
  enableDnsHostnames: required(flag),
  dhcpOptions: atLeast({
    id: required(TEXT),
    domainNameServers: required(TEXTS),
  } satisfies MembersOf<SnapshotDhcpOptions>),
} satisfies MembersOf<SnapshotVpc>);

const SUBNET = atLeast({
  id: required(TEXT),
  name: TEXT,
  availabilityZone: required(TEXT),
  availabilityZoneId: TEXT,
  cidrBlock: TEXT,
  ipv6CidrBlock: TEXT,
  routeTableId: required(TEXT),
  networkAclId: required(TEXT),
} satisfies MembersOf<SnapshotSubnet>);

const ROUTE = atLeast({ destination: required(TEXT), target: TEXT } satisfies MembersOf<SnapshotRoute>);

const ROUTE_TABLE = atLeast({
  id: required(TEXT),
  name: TEXT,
  main: flag,
  routes: required(list(ROUTE)),
  propagatingGateways: TEXTS,
} satisfies MembersOf<SnapshotRouteTable>);

const NETWORK_ACL_RULE = atLeast({
  direction: required(DIRECTION),
  number: required(whole(100)),
  action: required(word("allow", "deny")),
  protocol: required(TEXT),
  fromPort: PORT,
  toPort: PORT,
  cidrBlock: required(TEXT),
} satisfies MembersOf<SnapshotNetworkAclRule>);

const NETWORK_ACL = atLeast({
  id: required(TEXT),
  default: flag,
  rules: required(list(NETWORK_ACL_RULE)),
} satisfies MembersOf<SnapshotNetworkAcl>);

const SECURITY_GROUP_RULE = atLeast({
  id: required(TEXT),
  direction: required(DIRECTION),
  protocol: required(TEXT),
  fromPort: PORT,
  toPort: PORT,
  peer: required(TEXT),
} satisfies MembersOf<SnapshotSecurityGroupRule>);

const SECURITY_GROUP = atLeast({
  id: required(TEXT),
  name: required(TEXT),
  default: flag,
  rules: required(list(SECURITY_GROUP_RULE)),
} satisfies MembersOf<SnapshotSecurityGroup>);

const ENDPOINT = atLeast({
  id: required(TEXT),
  name: TEXT,
  serviceName: required(TEXT),
  serviceRegion: TEXT,
  type: required(TEXT),
  state: required(TEXT),
  privateDnsEnabled: flag,
  privateDnsOnlyForInboundResolverEndpoint: flag,
  ipAddressType: TEXT,
  subnetIds: TEXTS,
  securityGroupIds: TEXTS,
  routeTableIds: TEXTS,
  policy: json("{}"),
} satisfies MembersOf<SnapshotEndpoint>);

const PREFIX_LIST = atLeast({
  id: required(TEXT),
  name: required(TEXT),
  cidrBlocks: TEXTS,
} satisfies MembersOf<SnapshotPrefixList>);

const NAT_GATEWAY = atLeast({
  id: required(TEXT),
  subnetId: required(TEXT),
  connectivityType: required(TEXT),
} satisfies MembersOf<SnapshotNatGateway>);

const PEERING_CONNECTION = atLeast({
  id: required(TEXT),
  requesterVpcId: required(TEXT),
  accepterVpcId: required(TEXT),
  status: required(TEXT),
} satisfies MembersOf<SnapshotPeeringConnection>);

const TRANSIT_GATEWAY_ATTACHMENT = atLeast({
  id: required(TEXT),
  transitGatewayId: required(TEXT),
  subnetIds: required(TEXTS),
  applianceMode: flag,
  state: required(TEXT),
} satisfies MembersOf<SnapshotTransitGatewayAttachment>);

const HOSTED_ZONE = atLeast({
  id: required(TEXT),
  name: required(TEXT),
  records: list(
    atLeast({
      name: required(TEXT),
      type: required(TEXT),
      target: TEXT,
    } satisfies MembersOf<SnapshotHostedZoneRecord>),
  ),
} satisfies MembersOf<SnapshotHostedZone>);

const RESOLVER_RULE = atLeast({
  id: required(TEXT),
  domain: required(TEXT),
  type: required(TEXT),
} satisfies MembersOf<SnapshotResolverRule>);

/** The format of the file. Within a version members are only added: others are not looked at. */
export const SNAPSHOT: Shape = atLeast({
  format: required(TEXT),
  version: required(whole(1)),
  region: required(TEXT),
  notRead: required(TEXTS),
  vpc: required(VPC),
  subnets: required(list(SUBNET)),
  routeTables: required(list(ROUTE_TABLE)),
  networkAcls: required(list(NETWORK_ACL)),
  securityGroups: required(list(SECURITY_GROUP)),
  endpoints: required(list(ENDPOINT)),
  prefixLists: required(list(PREFIX_LIST)),
  natGateways: required(list(NAT_GATEWAY)),
  internetGateways: required(TEXTS),
  peeringConnections: required(list(PEERING_CONNECTION)),
  transitGatewayAttachments: required(list(TRANSIT_GATEWAY_ATTACHMENT)),
  hostedZones: list(HOSTED_ZONE),
  resolverRules: list(RESOLVER_RULE),
} satisfies MembersOf<NetworkSnapshot>);
