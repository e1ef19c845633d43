import { hostsTasks } from "../addressing/subnet-spec";
import { type WayOut, wayOutInWords } from "../aws/way-out";
import type { Network, NetworkSubnet } from "./network";

/**
 * The way on which calls that no endpoint takes leave all of the subnets. A task may be placed in any of them, so one
 * isolated subnet is enough for there to be none.
 */
export function commonWayOut(subnets: readonly NetworkSubnet[]): WayOut | undefined {
  const ways = new Map<string, WayOut>();
  for (const { wayOut } of subnets) {
    if (wayOut === undefined) return undefined;
    ways.set(wayOutInWords(wayOut), wayOut);
  }
  const [first, ...others] = ways.values();
  return others.length === 0 ? first : { name: [...ways.keys()].join(" or ") };
}

/**
 * The way out of tasks that run in some subnets of a network.
 *
 * @param names names of the subnets. @default - every subnet for tasks
 */
export function wayOutOfTasks({ wayOut, subnets }: Network, names?: readonly string[]): WayOut | undefined {
  return (
    wayOut ??
    commonWayOut(subnets.filter(({ tier, name }) => hostsTasks(tier) && (names === undefined || names.includes(name))))
  );
}

/** The way out that any subnet for tasks has: what a task that is placed there may use. */
export function wayOutOfSome({ wayOut, subnets }: Network): WayOut | undefined {
  return wayOut ?? commonWayOut(subnets.filter((subnet) => hostsTasks(subnet.tier) && subnet.wayOut !== undefined));
}

/** A network as a plan sees it that does not know which subnets the tasks take. */
export function surroundingsOfSome(network: Network): Network {
  const wayOut = wayOutOfSome(network);
  return { ...network, ...(wayOut === undefined ? {} : { wayOut }) };
}
