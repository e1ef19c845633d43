import { hostsTasks } from "../addressing/subnet-spec";
import type { Network, NetworkSubnet } from "./network";

/** How the ways out that a `PrivateNetwork` makes are called. */
export const WAYS_OUT = { "internet-gateway": "an internet gateway", "nat-gateway": "a NAT gateway" } as const;

/**
 * The ways on which calls that no endpoint takes leave all of the subnets, in words. A task may be placed in any of them,
 * so one isolated subnet is enough for there to be none.
 */
export function wayOutOf(subnets: readonly NetworkSubnet[]): string | undefined {
  const ways = new Set(subnets.map(({ wayOut }) => wayOut));
  return ways.size === 0 || ways.has(undefined) ? undefined : [...ways].join(" or ");
}

/**
 * The way out of tasks that run in some subnets of a network.
 *
 * @param names names of the subnets. @default - every subnet for tasks
 */
export function wayOutOfTasks({ wayOut, subnets }: Network, names?: readonly string[]): string | undefined {
  return (
    wayOut ??
    wayOutOf(subnets.filter(({ tier, name }) => hostsTasks(tier) && (names === undefined || names.includes(name))))
  );
}

/** The ways out that any subnet for tasks has: what a task that is placed there may use. */
export function wayOutOfSome({ wayOut, subnets }: Network): string | undefined {
  return wayOut ?? wayOutOf(subnets.filter((subnet) => hostsTasks(subnet.tier) && subnet.wayOut !== undefined));
}
