import type { IssueTable } from "./issue-row";

/** Ways out of a network: NAT gateways, public subnets and their route tables. */
export const WAYS_OUT_ISSUES = {
  "nat-gateways-unknown": {
    what: "The value of `natGateways` is not one of those that there are.",
    why: "A network has one NAT gateway for all zones, or one in each zone, or none.",
    fix: 'Write `"one"` or `"one-per-zone"`, or leave it out.',
  },
  "nat-gateway-missing": {
    what: "Subnets leave by a NAT gateway, and the network has none.",
    why: "A NAT gateway costs per hour, so none is made unless the network says how many.",
    fix: 'Write `natGateways: "one"` or `natGateways: "one-per-zone"`, or remove `wayOut` from the subnets.',
  },
  "nat-gateway-unused": {
    what: "A network has NAT gateways, and no subnet leaves by one.",
    why: "A NAT gateway costs per hour, and without a route to it nothing uses it.",
    fix: 'Give the subnets that shall use it `wayOut: "nat-gateway"`, as `tieredSubnets({ natSubnet: "application" })` does, or remove `natGateways`.',
  },
  "nat-gateway-without-public-subnet": {
    what: "There is no public subnet for a NAT gateway, in the network or in the zone for which it is.",
    why: "A NAT gateway has a public address and stands in a subnet whose default route is the internet gateway.",
    fix: 'Add a subnet of tier `"public"`, for example by `tieredSubnets()`, or write `natGateways: "one"`, or remove `natGateways`.',
  },
  "way-out-of-public-subnet": {
    what: "A public subnet has a `wayOut`.",
    why: "A public subnet leaves by the internet gateway; a route table has one default route.",
    fix: "Remove `wayOut`, or give the subnet another tier.",
  },
  "way-out-without-route-table": {
    what: "A subnet has a way out, and no route table.",
    why: "A way out is a route, and the VPC's main route table is left without one.",
    fix: "Name a `routeTable` for the subnet, for example by the name of the subnet.",
  },
  "route-table-shared": {
    what: "Two subnets share a route table, and not their way out.",
    why: "A route table has one default route, so one of the two would be opened or cut off.",
    fix: "Give one of them a route table of its own.",
  },
} satisfies IssueTable;
