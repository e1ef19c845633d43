import { atLeast, either, type MembersOf, number, object, record, required, text } from "../shapes/shape";
import type { SecurityGroupProps, SecurityGroupRule } from "./security-group-props";

/** The shape of a peer of a rule. Which members it has besides, its kind decides. */
export const PEER = atLeast({ kind: required(text("cidr")) }, 'Peer.cidr("10.0.0.0/16")');

const RULE = object({
  peer: required(PEER),
  port: required(either(number(443), text("all"))),
  description: text("HTTPS to the partner"),
} satisfies MembersOf<SecurityGroupRule>);

/** The shape of rules by their names. */
export const RULES = record(RULE, "partner");

/** The shape of {@link SecurityGroupProps}. */
export const SECURITY_GROUP = object({
  vpcId: required(text("vpc-0a")),
  name: required(text("orders")),
  description: text("the orders service"),
  ingress: RULES,
  egress: RULES,
  tags: record(text("shop"), "Team"),
} satisfies MembersOf<SecurityGroupProps>);
