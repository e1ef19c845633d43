import { LARGEST_BLOCK, SMALLEST_BLOCK } from "../../aws/limits";
import type { IssueTable } from "./issue-row";

/** CIDRs, subnets and their layouts. */
export const ADDRESSING_ISSUES = {
  "cidr-malformed": {
    why: "a block is four numbers from 0 to 255, a slash and a prefix length from 0 to 32, all without leading zeros",
  },
  "cidr-misaligned": {
    why: "AWS takes the first address of a block only; rounding it silently would give you another network than you wrote",
  },
  "cidr-size": { why: `AWS takes blocks from /${LARGEST_BLOCK} to /${SMALLEST_BLOCK}` },
  "region-unknown": {
    severities: ["error", "warning"],
    why: "zones and the names of endpoint services are made from it, and an endpoint service is offered to the Regions by their names",
  },
  "zone-outside-region": { why: "a VPC and all of its subnets are in one Region" },
  "subnet-name-invalid": {
    why: "the name becomes part of the Terraform resource address, which is written when the app is synthesized",
  },
  "subnet-name-duplicate": { why: "the name is part of the resource address, which must be unique" },
  "subnet-tier-unknown": {
    why: "the tier decides whether tasks, interface endpoints or both are placed in the subnet",
  },
  "subnet-outside-vpc": { why: "a subnet takes its addresses from the VPC's block" },
  "subnets-overlap": { why: "an address of a VPC belongs to one subnet only" },
  "task-subnet-missing": {
    why: "a Fargate task gets its network interface in a subnet; endpoint subnets hold endpoints only",
  },
  "layout-needs-cidr": { why: "a layout divides the VPC's block when the app is synthesized" },
  "layout-no-room": {
    why: `a layout divides the VPC into fixed slots, so that a further zone or subnet never moves an existing one, and AWS takes no subnet smaller than a /${SMALLEST_BLOCK}`,
  },
  "ipv6-index-unknown": { why: "it follows from the subnet's IPv4 block, which Terraform fills in only later" },
  "ipv6-index-out-of-range": { why: "the VPC's /56 has 256 blocks of the size of a subnet, a /64" },
  "ipv6-index-taken": {
    why: "an address of a VPC belongs to one subnet only; blocks are numbered by the 256th of the VPC in which the subnet starts",
  },
} as const satisfies IssueTable;
