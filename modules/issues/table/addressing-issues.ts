import type { IssueTable } from "./issue-row";

/** CIDRs, subnets and their layouts. */
export const ADDRESSING_ISSUES = {
  "cidr-malformed": {
    what: "A text is not an IPv4 CIDR.",
    why: "A block is four numbers from 0 to 255, a slash and a prefix length from 0 to 32, all without leading zeros.",
    fix: 'Write a block such as `"10.0.0.0/16"`.',
  },
  "cidr-misaligned": {
    what: "A CIDR has host bits set: its address is not the first one of its block.",
    why: "AWS takes the first address of a block only. Rounding it silently would give you another network than you wrote.",
    fix: "Write the block that the message proposes.",
  },
  "cidr-size": {
    what: "A CIDR is too large or too small for a VPC or a subnet.",
    why: "AWS takes blocks from /16 to /28.",
    fix: "Choose a prefix length from 16 to 28.",
  },
  "region-unknown": {
    what: "A text is not the name of a Region.",
    why: "Zones and the names of endpoint services are made from it, and an endpoint service is offered to the Regions by their names.",
    fix: 'Write it as AWS does, for example `"eu-west-1"`.',
  },
  "zone-outside-region": {
    what: "The Availability Zone of a subnet is not one, or is in another Region than the network.",
    why: "A VPC and all of its subnets are in one Region.",
    fix: 'Use a zone of the network\'s Region, for example `"eu-west-1a"`.',
  },
  "subnet-name-invalid": {
    what: "The name of a subnet is empty, has characters other than letters, digits, hyphens and underscores, or is known only when Terraform runs.",
    why: "The name becomes part of the Terraform resource address, which is written when the app is synthesized.",
    fix: 'Write a name such as `"private-a"`, and put free text into `tags: { Name: … }`.',
  },
  "subnet-name-duplicate": {
    what: "Two subnets of a network have one name.",
    why: "The name is part of the resource address, which must be unique.",
    fix: "Give one of the two a name of its own.",
  },
  "subnet-tier-unknown": {
    what: "The tier of a subnet is not one of those that there are.",
    why: "The tier decides whether tasks, interface endpoints or both are placed in the subnet.",
    fix: "Write one of the tiers in the message.",
  },
  "subnet-outside-vpc": {
    what: "The block of a subnet is not inside the block of its VPC.",
    why: "A subnet takes its addresses from the VPC's block.",
    fix: "Choose a block inside the VPC's, or a larger block for the VPC.",
  },
  "subnets-overlap": {
    what: "The blocks of two subnets overlap.",
    why: "An address of a VPC belongs to one subnet only.",
    fix: "Move one of the two to a block that no other subnet uses.",
  },
  "task-subnet-missing": {
    what: "A network has no subnet that takes tasks, or a service is given an empty list of subnets.",
    why: "A Fargate task gets its network interface in a subnet; endpoint subnets hold endpoints only.",
    fix: 'Add a subnet of tier `"shared"` or `"application"`; for a layout, add a zone to `availabilityZones`. Leave `subnets` of the service out to use all of them.',
  },
  "layout-needs-cidr": {
    what: "A layout cannot be computed, because Terraform fills in the block of the network only later.",
    why: "A layout divides the VPC's block when the app is synthesized.",
    fix: "Write the CIDR itself, or give every subnet its own: `subnets: [{ cidrBlock: Fn.cidrsubnet(cidr, 8, 0), … }]`.",
  },
  "layout-no-room": {
    what: "A layout has no room in the VPC's block for its zones, its subnets or subnets of their size.",
    why: "A layout divides the VPC into fixed slots, so that a further zone or subnet never moves an existing one, and AWS takes no subnet smaller than a /28.",
    fix: "Use fewer zones or subnets or a larger `cidrBlock`, or give every subnet its own block in `subnets`.",
  },
  "ipv6-index-unknown": {
    what: "The IPv6 block of a subnet cannot be computed from its IPv4 block.",
    why: "It follows from the IPv4 block, which Terraform fills in only later.",
    fix: "Write `ipv6Index`: a number from 0 to 255, another one for each subnet.",
  },
  "ipv6-index-out-of-range": {
    what: "The IPv6 index of a subnet is not a whole number from 0 to 255.",
    why: "The VPC's /56 has 256 blocks of the size of a subnet, a /64.",
    fix: "Write a whole number from 0 to 255.",
  },
  "ipv6-index-taken": {
    what: "Two subnets would get the same IPv6 block.",
    why: "A block belongs to one subnet only. Blocks are numbered by the 256th of the VPC in which the subnet starts.",
    fix: "Write `ipv6Index`: a number from 0 to 255 that no other subnet has.",
  },
} satisfies IssueTable;
