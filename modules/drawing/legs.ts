import type { HopName } from "../reachability/model/proof";
import type { Verdict } from "../reachability/model/verdict";
import type { Topology, Way } from "../topology/topology";
import { groupedBy } from "../values/grouped-by";

/** One piece of ways: from a card to the next. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  /** @default - no call is known to go there: two cards that belong together */
  readonly verdict?: Verdict;
  /** The end at which calls break. @default - they do not */
  readonly breaksAt?: "from" | "to";
  readonly ways: readonly Way[];
  /** What is said of two cards that belong together. */
  readonly text?: string;
}

/** Where each hop is that may be broken: with the caller, or with what is called. */
const BREAKS_AT: Readonly<Record<HopName, "from" | "to">> = {
  "name-resolution": "from",
  "task-security-group": "from",
  "network-acl": "from",
  route: "from",
  zones: "from",
  permissions: "from",
  endpoint: "to",
  "mount-target": "to",
  called: "to",
  "endpoint-security-group": "to",
  "mount-target-security-group": "to",
  "called-security-group": "to",
  "endpoint-policy": "to",
};

/** The pieces of all ways between cards, those of one kind between the same two cards as one, and what links others. */
export function legsOf({ ways, links }: Topology, cardOf: (part: string) => string | undefined): readonly Leg[] {
  const pieces = ways.flatMap((way) => {
    const stops = [way.from, ...way.through].flatMap((part) => cardOf(part) ?? []);
    const changes = stops.filter((stop, index) => stop !== stops[index - 1]);
    return changes.slice(1).map((to, index) => {
      const from = changes[index] ?? to;
      const end = way.verdict === "broken" ? breakOf(way, index === 0, index === changes.length - 2) : undefined;
      return { from, to, way, end };
    });
  });
  const legs = [
    ...groupedBy(pieces, ({ from, to, way, end }) => JSON.stringify([from, to, way.verdict, end])).values(),
  ].map((same): Leg => {
    const [{ from, to, way, end }] = same;
    const breaksAt = end === undefined ? {} : { breaksAt: end };
    return { from, to, verdict: way.verdict, ...breaksAt, ways: same.map((each) => each.way) };
  });
  const pairs = new Set(legs.flatMap(({ from, to }) => [JSON.stringify([from, to]), JSON.stringify([to, from])]));
  const others = links.flatMap(({ from: fromPart, to: toPart, text }): Leg[] => {
    const from = cardOf(fromPart);
    const to = cardOf(toPart);
    if (from === undefined || to === undefined || from === to || pairs.has(JSON.stringify([from, to]))) return [];
    pairs.add(JSON.stringify([from, to])).add(JSON.stringify([to, from]));
    return [{ from, to, ways: [], ...(text === undefined ? {} : { text }) }];
  });
  return [...legs, ...others];
}

/** At which end of a piece a way breaks: at the beginning of its first, or at the end of its last. */
function breakOf({ trouble }: Way, isFirst: boolean, isLast: boolean): "from" | "to" | undefined {
  const end = trouble?.hop === undefined ? "to" : BREAKS_AT[trouble.hop];
  return (end === "from" ? isFirst : isLast) ? end : undefined;
}
