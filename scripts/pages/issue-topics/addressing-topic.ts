import { ADDRESSING_ISSUES } from "../../../modules/issues/table/addressing-issues";
import { issueTopic } from "./issue-topic";

export const ADDRESSING_TOPIC = issueTopic(ADDRESSING_ISSUES, {
  title: "Addresses and subnets",
  about: "CIDRs, subnets and their layouts.",
  entries: {
    "cidr-malformed": {
      what: "A text is not an IPv4 CIDR.",
      fix: 'Write a block such as `"10.0.0.0/16"`.',
    },
    "cidr-misaligned": {
      what: "A CIDR has host bits set: its address is not the first one of its block.",
      fix: "Write the block that the message proposes.",
    },
    "cidr-size": {
      what: "A CIDR is too large or too small for a VPC or a subnet.",
      fix: "Choose a prefix length from 16 to 28.",
    },
    "region-unknown": {
      what: "A text is not the name of a Region.",
      fix: 'Write it as AWS does, for example `"eu-west-1"`.',
    },
    "zone-outside-region": {
      what: "The Availability Zone of a subnet is not one, or is in another Region than the network.",
      fix: 'Use a zone of the network\'s Region, for example `"eu-west-1a"`.',
    },
    "subnet-name-invalid": {
      what: "The name of a subnet is empty, has characters other than letters, digits, hyphens and underscores, or is known only when Terraform runs.",
      fix: 'Write a name such as `"private-a"`, and put free text into `tags: { Name: … }`.',
    },
    "subnet-name-duplicate": {
      what: "Two subnets of a network have one name.",
      fix: "Give one of the two a name of its own.",
    },
    "subnet-tier-unknown": {
      what: "The tier of a subnet is not one of those that there are.",
      fix: "Write one of the tiers in the message.",
    },
    "subnet-outside-vpc": {
      what: "The block of a subnet is not inside the block of its VPC.",
      fix: "Choose a block inside the VPC's, or a larger block for the VPC.",
    },
    "subnets-overlap": {
      what: "The blocks of two subnets overlap.",
      fix: "Move one of the two to a block that no other subnet uses.",
    },
    "task-subnet-missing": {
      what: "A network has no subnet that takes tasks, or a service is given an empty list of subnets.",
      fix: 'Add a subnet of tier `"shared"` or `"application"`; for a layout, add a zone to `availabilityZones`. Leave `subnets` of the service out to use all of them.',
    },
    "layout-needs-cidr": {
      what: "A layout cannot be computed, because Terraform fills in the block of the network only later.",
      fix: "Write the CIDR itself, or give every subnet its own: `subnets: [{ cidrBlock: Fn.cidrsubnet(cidr, 8, 0), … }]`.",
    },
    "layout-no-room": {
      what: "A layout has no room in the VPC's block for its zones, its subnets or subnets of their size.",
      fix: "Use fewer zones or subnets or a larger `cidrBlock`, or give every subnet its own block in `subnets`.",
    },
    "ipv6-index-unknown": {
      what: "The IPv6 block of a subnet cannot be computed from its IPv4 block.",
      fix: "Write `ipv6Index`: a number from 0 to 255, another one for each subnet.",
    },
    "ipv6-index-out-of-range": {
      what: "The IPv6 index of a subnet is not a whole number from 0 to 255.",
      fix: "Write a whole number from 0 to 255.",
    },
    "ipv6-index-taken": {
      what: "Two subnets would get the same IPv6 block.",
      fix: "Write `ipv6Index`: a number from 0 to 255 that no other subnet has.",
    },
  },
});
