import { type MembersOf, number, object, required, text, word } from "../shapes/shape";
import { NETWORK_ACL_DIRECTIONS, NETWORK_ACL_NAMES, type NetworkAclPassage } from "./network-acls-props";

/** The shape of a {@link NetworkAclPassage}. */
export const NETWORK_ACL_PASSAGE = object({
  port: required(number(5432)),
  direction: word(...NETWORK_ACL_DIRECTIONS),
  cidrBlock: text("10.20.0.0/16"),
  service: text("s3"),
  subnets: word(...NETWORK_ACL_NAMES),
} satisfies MembersOf<NetworkAclPassage>);
