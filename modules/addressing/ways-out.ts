import { type Issue, issue } from "../issues/issue";
import { routeTableOf, type SubnetSpec } from "./subnet-spec";

/** How many NAT gateways a network has: one for all subnets that need one, or one in each of their zones. */
export type NatGateways = (typeof NAT_GATEWAYS)[number];

const NAT_GATEWAYS = ["one", "one-per-zone"] as const;

/** Where a default route leads: to the internet gateway, or to the NAT gateway in a public subnet. */
export type DefaultRouteTarget =
  | { readonly kind: "internet-gateway" }
  | { readonly kind: "nat-gateway"; readonly publicSubnet: string };

/** The gateways and default routes of a network. */
export interface WaysOut {
  /** Whether there is an internet gateway: only where there is a public subnet. */
  readonly internetGateway: boolean;
  /** Names of the public subnets that hold a NAT gateway. */
  readonly natGateways: readonly string[];
  /** Where the default route of each route table leads, by the table's name. A table that is not here has none. */
  readonly routes: ReadonlyMap<string, DefaultRouteTarget>;
}

/** The gateways and default routes that subnets ask for. Nothing leads out that was not asked for. */
export function* planWaysOut(
  subnets: readonly SubnetSpec[],
  natGateways: NatGateways | undefined,
): Generator<Issue, WaysOut> {
  yield* checkNatGateways(subnets, natGateways);
  for (const [index, subnet] of subnets.entries()) yield* checkSubnet(subnet, `subnets[${index}]`);
  const publicSubnets = subnets.filter(isPublic);
  const natSubnetOf = (zone: string): string | undefined =>
    (natGateways === "one"
      ? publicSubnets
      : publicSubnets.filter(({ availabilityZone }) => availabilityZone === zone))[0]?.name;
  const targetOf = (subnet: SubnetSpec): DefaultRouteTarget | undefined => {
    if (isPublic(subnet)) return { kind: "internet-gateway" };
    if (subnet.wayOut === undefined) return undefined;
    const publicSubnet = natSubnetOf(subnet.availabilityZone);
    return publicSubnet === undefined ? undefined : { kind: "nat-gateway", publicSubnet };
  };
  yield* checkSharedTables(subnets, targetOf);
  const routes = new Map<string, DefaultRouteTarget>();
  for (const subnet of subnets) {
    const [table, target] = [routeTableOf(subnet), targetOf(subnet)];
    if (table !== false && target !== undefined) routes.set(table, target);
  }
  const holders = subnets.filter(leavesByNat).flatMap(({ availabilityZone }) => natSubnetOf(availabilityZone) ?? []);
  return { internetGateway: publicSubnets.length > 0, natGateways: [...new Set(holders)], routes };
}

function isPublic({ tier }: SubnetSpec): boolean {
  return tier === "public";
}

function leavesByNat(subnet: SubnetSpec): boolean {
  return subnet.wayOut !== undefined && !isPublic(subnet);
}

function* checkNatGateways(subnets: readonly SubnetSpec[], natGateways: NatGateways | undefined): Generator<Issue> {
  if (subnets.length === 0) return;
  const [publicSubnets, natSubnets] = [subnets.filter(isPublic), subnets.filter(leavesByNat)];
  const asking = natSubnets.map(({ name }) => `"${name}"`).join(", ");
  if (natGateways !== undefined && !NAT_GATEWAYS.includes(natGateways)) {
    yield issue("nat-gateways-unknown", {
      path: "natGateways",
      problem: `natGateways is ${JSON.stringify(natGateways)}`,
      fix: 'write "one" or "one-per-zone", or leave it out',
    });
  } else if (natGateways === undefined && natSubnets.length > 0) {
    yield issue("nat-gateway-missing", {
      path: "natGateways",
      problem: `the subnets ${asking} leave by a NAT gateway, but the network has none`,
      fix: 'write natGateways: "one" or natGateways: "one-per-zone", or remove wayOut from the subnets',
    });
  } else if (natGateways !== undefined && publicSubnets.length === 0) {
    yield issue("nat-gateway-without-public-subnet", {
      path: "natGateways",
      problem: "there is no public subnet for a NAT gateway",
      fix: 'add a subnet of tier "public", for example by tieredSubnets(), or remove natGateways',
    });
  } else if (natGateways !== undefined && natSubnets.length === 0) {
    yield issue("nat-gateway-unused", {
      path: "natGateways",
      problem: `natGateways is "${natGateways}", but no subnet leaves by a NAT gateway`,
      fix: 'give the subnets that shall use it wayOut: "nat-gateway" (tieredSubnets({ natSubnet: "application" }) does), or remove natGateways',
    });
  } else if (natGateways === "one-per-zone") {
    for (const { name, availabilityZone } of natSubnets) {
      if (publicSubnets.some((subnet) => subnet.availabilityZone === availabilityZone)) continue;
      yield issue("nat-gateway-without-public-subnet", {
        path: "natGateways",
        problem: `the subnet "${name}" leaves by the NAT gateway of ${availabilityZone}, where there is no public subnet`,
        why: "a NAT gateway stands in a public subnet, and there is to be one in each zone",
        fix: `add a subnet of tier "public" in ${availabilityZone}, or write natGateways: "one"`,
      });
    }
  }
}

function* checkSubnet(subnet: SubnetSpec, path: string): Generator<Issue> {
  if (isPublic(subnet) && subnet.wayOut !== undefined) {
    yield issue("way-out-of-public-subnet", {
      path: `${path}.wayOut`,
      problem: `the public subnet "${subnet.name}" has wayOut: "${subnet.wayOut}"`,
      fix: "remove wayOut, or give the subnet another tier",
    });
  } else if ((isPublic(subnet) || subnet.wayOut !== undefined) && routeTableOf(subnet) === false) {
    yield issue("way-out-without-route-table", {
      path: `${path}.routeTable`,
      problem: `the subnet "${subnet.name}" has a way out, but no route table`,
      fix: `write routeTable: "${subnet.name}"`,
    });
  }
}

/** A route table has one default route, so the subnets that share it leave on one way. */
function* checkSharedTables(
  subnets: readonly SubnetSpec[],
  targetOf: (subnet: SubnetSpec) => DefaultRouteTarget | undefined,
): Generator<Issue> {
  const firstOf = new Map<string, SubnetSpec>();
  for (const [index, subnet] of subnets.entries()) {
    const table = routeTableOf(subnet);
    if (table === false) continue;
    const first = firstOf.get(table) ?? subnet;
    firstOf.set(table, first);
    if (JSON.stringify(targetOf(first)) === JSON.stringify(targetOf(subnet))) continue;
    yield issue("route-table-shared", {
      path: `subnets[${index}].routeTable`,
      problem: `the subnets "${first.name}" and "${subnet.name}" share the route table "${table}", but not their way out`,
      fix: `give "${subnet.name}" a route table of its own, for example routeTable: "${subnet.name}"`,
    });
  }
}
