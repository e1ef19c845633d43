import { SMALLEST_BLOCK } from "../aws/limits";
import { type Issue, issue } from "../issues/issue";
import { type LayoutSpace, layOut, layoutOf, PUBLIC_SLOT, type SubnetLayout, slotPrefixLength } from "./subnet-layout";
import type { SubnetSpec } from "./subnet-spec";

/** Options of {@link tieredSubnets}. */
export interface TieredSubnetsOptions {
  /** Name of the public subnets, for load balancers and NAT gateways. @default "public" */
  readonly publicSubnet?: string;
  /** Name of the isolated subnets, which tasks and interface endpoints share. @default "isolated" */
  readonly isolatedSubnet?: string;
  /**
   * Name of further subnets for tasks that leave by a NAT gateway. The network then needs `natGateways`.
   *
   * @default - there are none
   */
  readonly natSubnet?: string;
  /** Prefix length of the subnets, for example 24; each is the first such block of its slot. @default - a whole slot */
  readonly prefixLength?: number;
}

/**
 * A public subnet and an isolated one in each zone, and where asked for a third whose way out is a NAT gateway: what a
 * service behind a load balancer needs.
 *
 * Subnets are named `isolated-a`, `public-a`, `isolated-b`, … by the position of their zone. Isolated subnets take the
 * first slot of their zone, those with a NAT gateway the second, public ones the last but one.
 */
export function tieredSubnets(options: TieredSubnetsOptions = {}): SubnetLayout {
  return layoutOf((space) => layOutTiers(space, options));
}

function* layOutTiers(
  space: LayoutSpace,
  { publicSubnet = "public", isolatedSubnet = "isolated", natSubnet, prefixLength }: TieredSubnetsOptions,
): Generator<Issue, readonly SubnetSpec[]> {
  const slotLength = slotPrefixLength(space);
  if (prefixLength !== undefined && !isPrefixLengthBetween(prefixLength, slotLength, SMALLEST_BLOCK)) {
    yield prefixLengthIssue(prefixLength, slotLength);
    return [];
  }
  return yield* layOut(space, 2 + (natSubnet === undefined ? 0 : 1), (zone): SubnetSpec[] => {
    const subnet = (name: string, tier: SubnetSpec["tier"], slot: number): SubnetSpec => ({
      name: `${name}-${zone.suffix}`,
      tier,
      availabilityZone: zone.name,
      cidrBlock: zone.slot(slot, prefixLength),
    });
    return [
      subnet(isolatedSubnet, "shared", 0),
      ...(natSubnet === undefined ? [] : [{ ...subnet(natSubnet, "application", 1), wayOut: "nat-gateway" as const }]),
      subnet(publicSubnet, "public", PUBLIC_SLOT),
    ];
  });
}

function isPrefixLengthBetween(prefixLength: number, least: number, most: number): boolean {
  return Number.isInteger(prefixLength) && prefixLength >= least && prefixLength <= most;
}

function prefixLengthIssue(prefixLength: number, slotLength: number): Issue {
  return issue("layout-no-room", {
    path: "subnets",
    problem: `the layout has no room for subnets of /${prefixLength}`,
    why: `a slot of the layout is a /${slotLength} in this VPC, and AWS takes no subnet smaller than a /${SMALLEST_BLOCK}`,
    fix:
      slotLength > SMALLEST_BLOCK
        ? "use a larger cidrBlock for the network"
        : `choose a prefixLength from ${slotLength} to ${SMALLEST_BLOCK}, or a larger cidrBlock for the network`,
  });
}
