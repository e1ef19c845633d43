import type { IssueTable } from "./issue-row";

/** Ways out of a network: NAT gateways, public subnets and their route tables. */
export const WAYS_OUT_ISSUES = {
  "nat-gateways-unknown": { why: "a network has one NAT gateway for all zones, or one in each zone, or none" },
  "nat-gateway-missing": { why: "a NAT gateway costs per hour, so none is made unless the network says how many" },
  "nat-gateway-unused": { why: "a NAT gateway costs per hour, and without a route to it nothing uses it" },
  "nat-gateway-without-public-subnet": {
    why: "a NAT gateway has a public address and stands in a subnet whose default route is the internet gateway",
  },
  "way-out-of-public-subnet": {
    why: "a public subnet leaves by the internet gateway; a route table has one default route",
  },
  "way-out-without-route-table": { why: "a way out is a route, and the VPC's main route table is left without one" },
  "route-table-shared": { why: "a route table has one default route, so one of them would be opened or cut off" },
} as const satisfies IssueTable;
