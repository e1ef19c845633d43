import type { Tier, Topology, TopologySubnet, TopologyVpc, TopologyZone } from "../topology/topology";
import type { Calls } from "./calls";
import { type CardContent, cardContents } from "./card-content";

/** What calls, or is called from outside, stands before what is called. */
const CALLERS: ReadonlySet<string> = new Set(["task", "instance", "load-balancer"]);

/** The rows, from the internet inwards. */
const TIER_ROWS: readonly Tier[] = ["public", "private", "isolated", "unknown"];

/** A subnet with its cards, before it has a place. */
export interface SubnetContent {
  readonly subnet: TopologySubnet;
  readonly callers: readonly CardContent[];
  readonly called: readonly CardContent[];
}

/** Subnets of one tier that stand side by side, one for each zone that has one. */
export interface RowOfSubnets {
  readonly tier: Tier;
  /** Whether it is the first of its tier. */
  readonly isFirst: boolean;
  readonly subnets: readonly (SubnetContent | undefined)[];
}

/** A VPC as columns and rows, before it has a place. */
export interface VpcContent {
  readonly vpc: TopologyVpc;
  readonly zones: readonly TopologyZone[];
  readonly rows: readonly RowOfSubnets[];
  /** What is in no subnet. */
  readonly cards: readonly CardContent[];
  /** Whether a subnet has cards that call beside cards that are called: where there is one zone, there is room for both. */
  readonly sideBySide: boolean;
}

/** The VPCs as columns and rows. */
export function vpcContents({ vpcs }: Topology, calls: Calls): readonly VpcContent[] {
  return vpcs.map((vpc) => ({
    vpc,
    zones: vpc.zones,
    rows: TIER_ROWS.flatMap((tier) => rowsOfTier(tier, vpc.zones, calls)),
    cards: cardContents(vpc.id, vpc.parts, calls),
    sideBySide: vpc.zones.length === 1,
  }));
}

/** Subnets with tasks stand above those with endpoints alone, and empty ones last: what calls is above what it calls. */
function rowsOfTier(tier: Tier, zones: readonly TopologyZone[], calls: Calls): readonly RowOfSubnets[] {
  const columns = zones.map(({ subnets }) =>
    subnets
      .filter((subnet) => subnet.tier === tier)
      .map((subnet) => subnetContent(subnet, calls))
      .toSorted((a, b) => rankOf(a) - rankOf(b)),
  );
  const count = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => ({
    tier,
    isFirst: index === 0,
    subnets: columns.map((column) => column[index]),
  }));
}

function rankOf({ callers, called }: SubnetContent): number {
  if (callers.length > 0) return 0;
  return called.length > 0 ? 1 : 2;
}

function subnetContent(subnet: TopologySubnet, calls: Calls): SubnetContent {
  const cards = cardContents(subnet.id, subnet.parts, calls);
  return {
    subnet,
    callers: cards.filter(({ kind }) => CALLERS.has(kind)),
    called: cards.filter(({ kind }) => !CALLERS.has(kind)),
  };
}
