import { WAYS_OUT_ISSUES } from "../../../modules/issues/table/ways-out-issues";
import { issueTopic } from "./issue-topic";

export const WAYS_OUT_TOPIC = issueTopic(WAYS_OUT_ISSUES, {
  title: "Ways out",
  about: "NAT gateways, public subnets and their route tables.",
  entries: {
    "nat-gateways-unknown": {
      what: "The value of `natGateways` is not one of those that there are.",
      fix: 'Write `"one"` or `"one-per-zone"`, or leave it out.',
    },
    "nat-gateway-missing": {
      what: "Subnets leave by a NAT gateway, and the network has none.",
      fix: 'Write `natGateways: "one"` or `natGateways: "one-per-zone"`, or remove `wayOut` from the subnets.',
    },
    "nat-gateway-unused": {
      what: "A network has NAT gateways, and no subnet leaves by one.",
      fix: 'Give the subnets that shall use it `wayOut: "nat-gateway"`, as `tieredSubnets({ natSubnet: "application" })` does, or remove `natGateways`.',
    },
    "nat-gateway-without-public-subnet": {
      what: "There is no public subnet for a NAT gateway, in the network or in the zone for which it is.",
      fix: 'Add a subnet of tier `"public"`, for example by `tieredSubnets()`, or write `natGateways: "one"`, or remove `natGateways`.',
    },
    "way-out-of-public-subnet": {
      what: "A public subnet has a `wayOut`.",
      fix: "Remove `wayOut`, or give the subnet another tier.",
    },
    "way-out-without-route-table": {
      what: "A subnet has a way out, and no route table.",
      fix: "Name a `routeTable` for the subnet, for example by the name of the subnet.",
    },
    "route-table-shared": {
      what: "Two subnets share a route table, and not their way out.",
      fix: "Give one of them a route table of its own.",
    },
  },
});
