import { type Verdict, worstOf } from "../reachability/model/verdict";
import type { Topology, Way } from "../topology/topology";
import { groupedBy } from "../values/grouped-by";

/** What is said below the picture about calls that do not arrive, or may not. */
export interface Trouble {
  readonly number: number;
  readonly verdict: Verdict;
  readonly text: string;
  readonly ways: readonly Way[];
}

/** The ways of a topology by what they touch. */
export interface Calls {
  readonly troubles: readonly Trouble[];
  /** How the calls through a part end. @default - nothing calls it */
  verdictOf(part: string): Verdict | undefined;
  /** The numbers of what is wrong with the calls that end at a part. */
  numbersAt(part: string): readonly number[];
  /** The ways that end where they begin: nothing is there that they could lead to. */
  leadingNowhere(part: string): readonly Way[];
  numberOf(way: Way): number | undefined;
}

const SEVERITY: readonly Verdict[] = ["broken", "unknown", "proved"];

/** The ways of a topology by what they touch, with a number for each thing that is wrong. */
export function callsIn({ ways }: Topology): Calls {
  const troubled = ways.filter(({ trouble }) => trouble !== undefined);
  const bySeverity = SEVERITY.flatMap((verdict) => troubled.filter((way) => way.verdict === verdict));
  const groups = groupedBy(bySeverity, (way) => JSON.stringify([way.verdict, way.service, way.trouble?.text]));
  const troubles = [...groups.values()].map((same, index): Trouble => {
    const [{ verdict, trouble }] = same;
    return { number: index + 1, verdict, text: trouble?.text ?? "", ways: same };
  });
  const numbers = new Map(troubles.flatMap(({ number, ways: same }) => same.map((way) => [way, number] as const)));
  const verdicts = new Map<string, Verdict>();
  const ends = groupedBy(ways, (way) => way.through.at(-1) ?? way.from);
  for (const { from, through, verdict } of ways) {
    for (const part of new Set([from, ...through])) {
      verdicts.set(part, worstOf([verdict, verdicts.get(part) ?? "proved"]));
    }
  }
  const endingAt = (part: string) => ends.get(part) ?? [];
  return {
    troubles,
    verdictOf: (part) => verdicts.get(part),
    numbersAt: (part) => [
      ...new Set(endingAt(part).flatMap((way) => (way.through.length === 0 ? [] : (numbers.get(way) ?? [])))),
    ],
    leadingNowhere: (part) => endingAt(part).filter(({ through }) => through.length === 0),
    numberOf: (way) => numbers.get(way),
  };
}
