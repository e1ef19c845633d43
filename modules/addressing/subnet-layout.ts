import { LARGEST_BLOCK, SMALLEST_BLOCK } from "../aws/limits";
import { collected } from "../issues/collected";
import { type Issue, issue } from "../issues/issue";
import { type Cidr, cidrSubnet, formatCidr } from "./cidr";
import type { SubnetSpec } from "./subnet-spec";

/** What a layout starts from: the VPC's block, and the zones in the order in which they are given. */
export interface LayoutSpace {
  readonly cidr: Cidr;
  /** Their position, not their name, decides which addresses they get. */
  readonly availabilityZones: readonly string[];
}

/** The subnets of a layout, and what did not fit. */
export interface LaidOutSubnets {
  readonly subnets: readonly SubnetSpec[];
  readonly issues: readonly Issue[];
}

/** A layout: a pure function from the VPC's block and its zones to subnets. */
export type SubnetLayout = (space: LayoutSpace) => LaidOutSubnets;

/**
 * Every zone owns an eighth of the VPC, and an eighth of that is a slot. What a zone needs is counted from its own
 * first slot (tasks) or from its last (the last is for endpoints, the one before for the public subnet), so that neither
 * a further zone nor a further subnet moves one that exists. In a /16 a slot is a /22: 1,019 usable addresses.
 */
const ZONE_BITS = 3;
const SLOT_BITS = 3;
const MAX_ZONES = 2 ** ZONE_BITS;
const SLOTS_PER_ZONE = 2 ** SLOT_BITS;
/** The slot of a zone's endpoint subnet. */
export const ENDPOINT_SLOT = SLOTS_PER_ZONE - 1;
/** The slot of a zone's public subnet. */
export const PUBLIC_SLOT = SLOTS_PER_ZONE - 2;
/** A slot must not be smaller than the smallest subnet that AWS takes. */
const LONGEST_VPC_PREFIX = SMALLEST_BLOCK - ZONE_BITS - SLOT_BITS;

/** One zone as a layout sees it. */
export interface ZoneSpace {
  readonly name: string;
  /** A letter for the position of the zone, which also suits a zone whose name is a token. */
  readonly suffix: string;
  /** The CIDR of one of the zone's slots, or of the first block of a prefix length in it. */
  readonly slot: (index: number, prefixLength?: number) => string;
}

/** The layout that a generator makes. Where something does not fit, it has no subnets. */
export function layoutOf(plan: (space: LayoutSpace) => Generator<Issue, readonly SubnetSpec[]>): SubnetLayout {
  return (space) => {
    const { issues, result } = collected(plan(space));
    return { subnets: issues.length === 0 ? result : [], issues };
  };
}

/** Gives each zone its subnets. */
export function* layOut(
  space: LayoutSpace,
  subnetsPerZone: number,
  subnetsOf: (zone: ZoneSpace) => readonly SubnetSpec[],
): Generator<Issue, readonly SubnetSpec[]> {
  yield* checkRoom(space, subnetsPerZone);
  return space.availabilityZones.flatMap((name, position) =>
    subnetsOf({
      name,
      suffix: String.fromCharCode("a".charCodeAt(0) + position),
      slot: (index, prefixLength = slotPrefixLength(space)) => {
        const block = cidrSubnet(space.cidr, ZONE_BITS + SLOT_BITS, position * SLOTS_PER_ZONE + index);
        return block === undefined ? "" : formatCidr({ ...block, prefixLength });
      },
    }),
  );
}

/** The prefix length of a slot, for example 22 in a /16. */
export function slotPrefixLength({ cidr }: LayoutSpace): number {
  return cidr.prefixLength + ZONE_BITS + SLOT_BITS;
}

function* checkRoom(space: LayoutSpace, subnetsPerZone: number): Generator<Issue> {
  const own = "or give every subnet its own cidrBlock in subnets: [...]";
  if (space.availabilityZones.length > MAX_ZONES) {
    yield issue("layout-no-room", {
      path: "availabilityZones",
      problem: `the layout has no room for ${space.availabilityZones.length} zones`,
      why: `each zone gets an eighth of the VPC, so that a further zone never moves an existing subnet`,
      fix: `use at most ${MAX_ZONES} zones, ${own}`,
    });
  }
  if (subnetsPerZone > SLOTS_PER_ZONE) {
    yield issue("layout-no-room", {
      path: "subnets",
      problem: `the layout has no room for ${subnetsPerZone} subnets in a zone`,
      why: "each subnet gets an eighth of its zone, so that a further subnet never moves an existing one",
      fix: `use at most ${SLOTS_PER_ZONE} subnets a zone, the endpoint subnet included, ${own}`,
    });
  }
  if (space.cidr.prefixLength > LONGEST_VPC_PREFIX) {
    yield issue("layout-no-room", {
      path: "cidrBlock",
      problem: `the layout has no room in ${formatCidr(space.cidr)}`,
      why: `it divides the VPC by ${MAX_ZONES * SLOTS_PER_ZONE}, and AWS takes no subnet smaller than a /${SMALLEST_BLOCK}`,
      fix: `use a VPC from /${LARGEST_BLOCK} to /${LONGEST_VPC_PREFIX}, ${own}`,
    });
  }
}
