import { PROVIDER_PROPS } from "../internal/provider-props";
import { awsName, VPC_ID } from "../shapes/name-shape";
import { either, type MembersOf, number, object, record, required, text, variants } from "../shapes/shape";
import type { CidrPeer, Ipv6CidrPeer, PrefixListPeer, SecurityGroupPeer } from "./peer";
import type { SecurityGroupProps, SecurityGroupRule } from "./security-group-props";

const CIDR = object({
  kind: required(text("cidr")),
  cidrBlock: required(text("10.0.0.0/16")),
} satisfies MembersOf<CidrPeer>);

const IPV6_CIDR = object({
  kind: required(text("ipv6-cidr")),
  ipv6CidrBlock: required(text("::/0")),
} satisfies MembersOf<Ipv6CidrPeer>);

const GROUP = object({
  kind: required(text("security-group")),
  securityGroupId: required(text("sg-0a")),
} satisfies MembersOf<SecurityGroupPeer>);

const PREFIX_LIST = object({
  kind: required(text("prefix-list")),
  prefixListId: required(text("pl-0a")),
} satisfies MembersOf<PrefixListPeer>);

/** The shape of a peer of a rule. */
export const PEER = variants(
  "kind",
  { cidr: CIDR, "ipv6-cidr": IPV6_CIDR, "security-group": GROUP, "prefix-list": PREFIX_LIST },
  'Peer.cidr("10.0.0.0/16")',
);

const RULE = object({
  peer: required(PEER),
  port: required(either(number(443), text("all"))),
  description: text("HTTPS to the partner"),
} satisfies MembersOf<SecurityGroupRule>);

/** The shape of rules by their names. */
export const RULES = record(RULE, "partner");

/** The shape of {@link SecurityGroupProps}. */
export const SECURITY_GROUP = object({
  vpcId: required(VPC_ID),
  name: required(awsName("security-group", "orders")),
  description: text("the orders service"),
  ingress: RULES,
  egress: RULES,
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<SecurityGroupProps>);
