import type { SubnetSpec } from "../addressing/subnet-spec";
import { PROVIDER_PROPS } from "../internal/provider-props";
import {
  either,
  flag,
  list,
  type MembersOf,
  made,
  number,
  object,
  record,
  required,
  text,
  word,
} from "../shapes/shape";
import { FLOW_LOGS } from "./flow-logs-shape";
import type { VpcDns } from "./network";
import { DEFAULT_SECURITY_GROUPS, type PrivateNetworkProps } from "./private-network-props";

const TAGS = record(text("shop"), "Team");

const SUBNET_SPEC = object({
  name: required(text("private-a")),
  tier: required(text("shared")),
  availabilityZone: required(text("eu-west-1a")),
  cidrBlock: required(text("10.0.1.0/24")),
  routeTable: either(text("private"), flag),
  wayOut: text("nat-gateway"),
  ipv6Index: number(0),
  tags: TAGS,
} satisfies MembersOf<SubnetSpec>);

/** The shape of {@link PrivateNetworkProps}. */
export const PRIVATE_NETWORK = object({
  region: required(text("eu-west-1")),
  name: text("shop"),
  cidrBlock: text("10.0.0.0/16"),
  availabilityZones: list(text("eu-west-1a")),
  subnets: either(made("sharedSubnets()"), list(SUBNET_SPEC)),
  natGateways: text("one"),
  ipv6: flag,
  dns: object({ support: flag, hostnames: flag } satisfies MembersOf<Partial<VpcDns>>),
  defaultSecurityGroup: word(...DEFAULT_SECURITY_GROUPS),
  flowLogs: FLOW_LOGS,
  tags: TAGS,
  internetGatewayTags: TAGS,
  routeTableTags: record(TAGS, "private"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<PrivateNetworkProps>);
