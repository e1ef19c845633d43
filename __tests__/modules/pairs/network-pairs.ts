import type { SubnetSpec } from "../../../modules";
import { internet, orders, type Pair, subnet, web } from "./pair";

const app = subnet("app", "application", 1);
const endpoint = subnet("endpoint", "endpoint", 2);

/** The subnets of the network in which everything works, and what a fault adds or has instead. */
const withSubnets = (early: Pair["early"], late: Pair["late"], name: string, subnets: readonly SubnetSpec[]): Pair => ({
  ...{ name, early, late },
  build: (stack, hasFault) => orders(stack, { network: { subnets: hasFault ? subnets : [app, endpoint] } }),
});

const natted = { ...app, wayOut: "nat-gateway" } as const;

/** A network with a way out by a NAT gateway, which the task takes. */
const withWayOut = (
  early: Pair["early"],
  name: string,
  network: { readonly subnets: readonly SubnetSpec[]; readonly natGateways?: "one" | "one-per-zone" },
): Pair => ({
  ...{ name, early, late: "registry-unreachable" },
  build: (stack, hasFault) => {
    const sound = { subnets: [natted, subnet("public", "public", 3)], natGateways: "one" } as const;
    const service = { securityGroup: { egress: { internet } } };
    orders(stack, { task: web, network: hasFault ? network : sound, service });
  },
});

/** What is wrong with a network by itself. */
export const NETWORK_PAIRS: readonly Pair[] = [
  withSubnets("subnet-outside-vpc", "subnet-outside-vpc", "a subnet outside of its VPC", [
    ...[app, endpoint],
    subnet("far", "application", 3, { cidrBlock: "10.1.0.0/24" }),
  ]),
  withSubnets("subnets-overlap", "subnets-overlap", "subnets that overlap", [
    ...[app, endpoint],
    subnet("more", "application", 1, { cidrBlock: "10.0.1.128/25" }),
  ]),
  withSubnets("endpoint-subnets-share-zone", "endpoint-subnets-share-zone", "two endpoint subnets in one zone", [
    ...[app, endpoint],
    subnet("again", "endpoint", 3),
  ]),
  {
    ...withSubnets("task-subnet-missing", "task-network-unknown", "no subnet for tasks", [endpoint]),
    severities: ["error", "note"],
  },
  ...([{ support: false }, { hostnames: false }] as const).map(
    (dns): Pair => ({
      name: `private DNS in a VPC with ${JSON.stringify(dns)}`,
      early: "private-dns-without-vpc-dns",
      late: "support" in dns ? "vpc-dns-support-off" : "vpc-dns-hostnames-off",
      build: (stack, hasFault) => orders(stack, hasFault ? { network: { dns } } : {}),
    }),
  ),
  withWayOut("nat-gateway-missing", "a NAT gateway that the network does not have", { subnets: [natted] }),
  withWayOut("nat-gateway-without-public-subnet", "a NAT gateway without a public subnet", {
    ...{ subnets: [natted], natGateways: "one" },
  }),
  withWayOut("nat-gateway-without-public-subnet", "a NAT gateway in each zone, of which one has no public subnet", {
    subnets: [natted, subnet("public", "public", 3, { availabilityZone: "eu-west-1b" })],
    natGateways: "one-per-zone",
  }),
  withWayOut("way-out-without-route-table", "a way out without a route table", {
    subnets: [{ ...natted, routeTable: false }, subnet("public", "public", 3)],
    natGateways: "one",
  }),
];
