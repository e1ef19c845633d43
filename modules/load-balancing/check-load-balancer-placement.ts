import { type Issue, issue } from "../issues/issue";
import type { NetworkSubnet } from "../network/network";
import { nearest } from "../text/nearest";
import { type LoadBalancerPlacement, loadBalancerSubnets } from "./load-balancer-subnets";

/**
 * Everything that is wrong with where a load balancer is placed.
 *
 * @param zones how many zones it takes at least
 */
export function* checkLoadBalancerPlacement(placement: LoadBalancerPlacement, zones: 1 | 2): Generator<Issue> {
  const unknown = [...checkNames(placement)];
  yield* unknown;
  if (unknown.length > 0) return;
  const { network, scheme } = placement;
  const subnets = loadBalancerSubnets(placement);
  if (scheme === "internet-facing" && !subnets.some(({ tier }) => tier === "public")) {
    yield issue("public-subnet-missing", {
      path: "scheme",
      problem: `the internet-facing load balancer has no public subnet in the network "${network.name}"`,
      fix: 'add subnets of tier "public", for example by tieredSubnets(), or leave scheme out for an internal load balancer',
    });
    return;
  }
  if (scheme === "internet-facing") yield* checkTiers(subnets);
  yield* checkZones(subnets, zones);
  yield* checkIpv6(placement, subnets);
}

function* checkNames({ network, subnets = [] }: LoadBalancerPlacement): Generator<Issue> {
  const known = network.subnets.map(({ name }) => name);
  for (const [index, name] of subnets.entries()) {
    if (known.includes(name)) continue;
    yield issue("load-balancer-subnet-unknown", {
      path: `subnets[${index}]`,
      problem: `"${name}" is not a subnet of the network "${network.name}"`,
      fix: `write "${nearest(name, known) ?? known[0]}"; there are ${known.join(", ")}`,
    });
  }
}

function* checkTiers(subnets: readonly NetworkSubnet[]): Generator<Issue> {
  for (const { name, tier } of subnets) {
    if (tier === "public") continue;
    yield issue("load-balancer-subnet-not-public", {
      path: "subnets",
      problem: `the internet-facing load balancer is placed in "${name}", a subnet of tier "${tier}"`,
      fix: "name public subnets only, or leave subnets out to get one of each zone",
    });
  }
}

function* checkZones(subnets: readonly NetworkSubnet[], least: 1 | 2): Generator<Issue> {
  const zones = new Set(subnets.map(({ availabilityZone }) => availabilityZone));
  const names = subnets.map(({ name }) => `"${name}"`).join(", ") || "none";
  if (zones.size < subnets.length) {
    yield issue("load-balancer-subnets-share-zone", {
      path: "subnets",
      problem: `two of the subnets ${names} are in one zone`,
      fix: "name one subnet of each zone",
    });
    return;
  }
  if (zones.size >= least) return;
  yield issue("load-balancer-zones-too-few", {
    path: "subnets",
    problem: `the subnets of the load balancer (${names}) are in ${zones.size === 1 ? "one zone" : "no zone"}`,
    why:
      least === 2
        ? "AWS refuses an application load balancer with subnets in fewer than two Availability Zones"
        : "a load balancer stands in a subnet",
    fix:
      least === 2
        ? "add a subnet in another zone to the network, or use a NetworkLoadBalancer, which takes one"
        : 'add a subnet of tier "shared" or "application" to the network, or name one in subnets',
  });
}

function* checkIpv6(
  { ipAddressType, network }: LoadBalancerPlacement,
  subnets: readonly NetworkSubnet[],
): Generator<Issue> {
  const without = subnets.filter(({ ipv6CidrBlock }) => ipv6CidrBlock === undefined).map(({ name }) => `"${name}"`);
  if (ipAddressType !== "dualstack" || without.length === 0) return;
  yield issue("dualstack-without-ipv6", {
    path: "ipAddressType",
    problem: `the load balancer is dual-stack, but ${without.join(", ")} of the network "${network.name}" ${without.length === 1 ? "has" : "have"} no IPv6 addresses`,
    fix: "write ipv6: true for the network (in a Network literal: ipv6CidrBlock of the subnets), or leave ipAddressType out",
  });
}
