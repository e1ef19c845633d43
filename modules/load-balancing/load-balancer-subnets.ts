import { hostsTasks } from "../addressing/subnet-spec";
import { type Issue, issue } from "../issues/issue";
import type { Network, NetworkSubnet } from "../network/network";
import { nearest } from "../text/nearest";

/** From where a load balancer can be reached: from the internet, or from the network and what is connected to it. */
export type LoadBalancerScheme = "internet-facing" | "internal";

/** Where a load balancer is placed. */
export interface LoadBalancerPlacement {
  /** The network. */
  readonly network: Network;
  /** Where it can be reached from: `"internet-facing"` in public subnets, or `"internal"`. @default "internal" */
  readonly scheme?: LoadBalancerScheme;
  /** Names of the subnets. @default - of each zone the first public subnet, or for an internal one the first subnet for tasks */
  readonly subnets?: readonly string[];
  /** `"dualstack"` for IPv4 and IPv6, in a network with IPv6. @default "ipv4" */
  readonly ipAddressType?: "ipv4" | "dualstack";
}

/** The subnets of a load balancer: those that are named, else the first suitable one of each zone. */
export function loadBalancerSubnets({ network, scheme, subnets }: LoadBalancerPlacement): readonly NetworkSubnet[] {
  if (subnets !== undefined) return network.subnets.filter(({ name }) => subnets.includes(name));
  const zones = new Set<string>();
  return network.subnets.filter(({ tier, availabilityZone }) => {
    if (scheme === "internet-facing" ? tier !== "public" : !hostsTasks(tier)) return false;
    if (zones.has(availabilityZone)) return false;
    zones.add(availabilityZone);
    return true;
  });
}

/**
 * Everything that is wrong with where a load balancer is placed.
 *
 * @param zones how many zones it takes at least
 */
export function checkPlacement(placement: LoadBalancerPlacement, zones: 1 | 2): Issue[] {
  const { network, scheme = "internal", subnets: names } = placement;
  const unknown = (names ?? []).flatMap((name, index) => unknownSubnet(name, index, network));
  if (unknown.length > 0) return unknown;
  const subnets = loadBalancerSubnets(placement);
  if (scheme === "internet-facing" && !subnets.some(({ tier }) => tier === "public")) {
    return [
      issue("public-subnet-missing", {
        path: "scheme",
        problem: `the internet-facing load balancer has no public subnet in the network "${network.name}"`,
        fix: 'add subnets of tier "public", for example by tieredSubnets(), or leave scheme out for an internal load balancer',
      }),
    ];
  }
  const isolated = scheme === "internet-facing" ? subnets.filter(({ tier }) => tier !== "public") : [];
  return [...isolated.map(isolatedIssue), ...zoneIssues(subnets, zones), ...ipv6Issues(placement, subnets)];
}

function isolatedIssue({ name, tier }: NetworkSubnet): Issue {
  return issue("load-balancer-subnet-not-public", {
    path: "subnets",
    problem: `the internet-facing load balancer is placed in "${name}", a subnet of tier "${tier}"`,
    fix: "name public subnets only, or leave subnets out to get one of each zone",
  });
}

function unknownSubnet(name: string, index: number, network: Network): Issue[] {
  const known = network.subnets.map((subnet) => subnet.name);
  if (known.includes(name)) return [];
  return [
    issue("load-balancer-subnet-unknown", {
      path: `subnets[${index}]`,
      problem: `"${name}" is not a subnet of the network "${network.name}"`,
      fix: `write "${nearest(name, known) ?? known[0]}"; there are ${known.join(", ")}`,
    }),
  ];
}

function zoneIssues(subnets: readonly NetworkSubnet[], least: 1 | 2): Issue[] {
  const zones = new Set(subnets.map(({ availabilityZone }) => availabilityZone));
  const names = subnets.map(({ name }) => `"${name}"`).join(", ") || "none";
  if (zones.size < subnets.length) {
    return [
      issue("load-balancer-subnets-share-zone", {
        path: "subnets",
        problem: `two of the subnets ${names} are in one zone`,
        fix: "name one subnet of each zone",
      }),
    ];
  }
  if (zones.size >= least) return [];
  return [
    issue("load-balancer-zones-too-few", {
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
    }),
  ];
}

function ipv6Issues({ ipAddressType, network }: LoadBalancerPlacement, subnets: readonly NetworkSubnet[]): Issue[] {
  const without = subnets.filter(({ ipv6CidrBlock }) => ipv6CidrBlock === undefined).map(({ name }) => `"${name}"`);
  if (ipAddressType !== "dualstack" || without.length === 0) return [];
  return [
    issue("dualstack-without-ipv6", {
      path: "ipAddressType",
      problem: `the load balancer is dual-stack, but ${without.join(", ")} of the network "${network.name}" ${without.length === 1 ? "has" : "have"} no IPv6 addresses`,
      fix: "write ipv6: true for the network (in a Network literal: ipv6CidrBlock of the subnets), or leave ipAddressType out",
    }),
  ];
}
