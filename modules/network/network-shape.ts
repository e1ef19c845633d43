import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { unknownServiceIssue } from "../issues/unknown-service-issue";
import { VPC_ID } from "../shapes/name-shape";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import {
  anything,
  atLeast,
  either,
  flag,
  list,
  type MembersOf,
  object,
  required,
  text,
  variants,
} from "../shapes/shape";
import type { ExistingGatewayEndpoint, ExistingInterfaceEndpoint, Network, NetworkSubnet, VpcDns } from "./network";
import { PEER } from "./security-group-shape";

const SUBNET = atLeast(
  {
    name: required(text("private-a")),
    id: required(text("subnet-0a")),
    tier: required(text("shared")),
    availabilityZone: required(text("eu-west-1a")),
    cidrBlock: required(text("10.0.1.0/24")),
    ipv6CidrBlock: text("2001:db8::/64"),
    routeTableId: text("rtb-0a"),
    wayOut: anything('"nat-gateway"'),
  } satisfies MembersOf<NetworkSubnet>,
  '{ name: "a", id: "subnet-0a", tier: "shared", availabilityZone: "eu-west-1a", cidrBlock: "10.0.1.0/24" }',
);

const DNS = object({ support: required(flag), hostnames: required(flag) } satisfies MembersOf<VpcDns>);

const POLICY = either(text("full-access"), list(POLICY_STATEMENT));
const EXAMPLE = '{ type: "Interface", service: "logs", securityGroupIds: ["sg-0a"] }';

const SERVICE = text("logs", (name, path) =>
  isEndpointServiceName(name) ? undefined : unknownServiceIssue(name, path),
);

const INTERFACE = atLeast(
  {
    type: required(text("Interface")),
    service: required(SERVICE),
    securityGroupIds: required(list(text("sg-0a"))),
    serviceRegion: text("eu-west-1"),
    cidrBlocks: list(text("10.1.0.0/16")),
    subnetIds: list(text("subnet-0a")),
    privateDnsEnabled: flag,
    admits: list(PEER),
    policy: POLICY,
  } satisfies MembersOf<ExistingInterfaceEndpoint>,
  EXAMPLE,
);

const GATEWAY = atLeast(
  {
    type: required(text("Gateway")),
    service: required(SERVICE),
    prefixListId: required(text("pl-0a")),
    routeTableIds: list(text("rtb-0a")),
    policy: POLICY,
  } satisfies MembersOf<ExistingGatewayEndpoint>,
  '{ type: "Gateway", service: "s3", prefixListId: "pl-0a" }',
);

/** Of a type that is none of the two nothing is known. */
const UNTYPED = atLeast({ type: required(text("Interface")), service: required(SERVICE) }, EXAMPLE);

const EXISTING_ENDPOINT = variants("type", { Interface: INTERFACE, Gateway: GATEWAY }, EXAMPLE, UNTYPED);

/** The shape of a {@link Network}: a construct, or a literal. */
export const NETWORK = atLeast(
  {
    name: required(text("legacy")),
    region: required(text("eu-west-1")),
    vpcId: required(VPC_ID),
    cidrBlock: required(text("10.0.0.0/16")),
    ipv6CidrBlock: text("2001:db8::/56"),
    dns: required(DNS),
    domainNameServers: list(text("AmazonProvidedDNS")),
    networkAcls: text("allow-all"),
    subnets: required(list(SUBNET)),
    wayOut: anything('"nat-gateway"'),
    endpoints: list(EXISTING_ENDPOINT),
    snapshot: anything("readNetworkSnapshot(json)"),
    dependencies: list(anything("vpc")),
  } satisfies MembersOf<Network>,
  'new PrivateNetwork(this, "network", { region: "eu-west-1" })',
);
