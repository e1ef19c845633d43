import { groupedBy } from "../../values/grouped-by";
import type { ServiceCall } from "../calls/call";
import type { Finding } from "../checks/finding";
import type { AcceptedIssue, DependencyProof, Hop, HopName } from "../model/proof";
import { type Verdict, worstOf } from "../model/verdict";

/** One step of a way: its name, and the check that is made when the walk gets there. */
export type Step = readonly [hop: HopName, check: () => Finding | undefined];

/** What was found on the way of a call. */
export interface Walk {
  readonly dependency: DependencyProof;
  /** What is accepted on the way, besides the issue of the dependency. */
  readonly accepted: readonly AcceptedIssue[];
  /** What is left open on the way and does not count, as clauses. */
  readonly leftOpen: readonly string[];
}

/** Who walks: a call to a service, by its name. */
type Walking = Pick<ServiceCall, "region" | "acceptances"> & Pick<DependencyProof, "service">;

/** What does not hold, and whether it is accepted. */
interface Judged {
  readonly finding: Finding;
  readonly issue: AcceptedIssue;
}

/**
 * Walks a way up to the first step that is broken. Past a step that is not known the walk goes on, since a later one may be
 * broken, and past one that is accepted, which accepts no other.
 */
export function walk({ service, region, acceptances }: Walking, steps: readonly Step[]): Walk {
  const hops: Hop[] = [];
  const counting: Judged[] = [];
  const accepted: Judged[] = [];
  const leftOpen: string[] = [];
  for (const [hop, check] of steps) {
    const finding = check();
    if (finding?.leftOpen !== undefined) leftOpen.push(finding.leftOpen);
    if (finding === undefined || finding.leftOpen !== undefined) continue;
    const judged = (finding.parts ?? [finding]).flatMap((part): Judged[] => {
      return part.issue === undefined ? [] : [{ finding: part, issue: acceptances.judge(part.issue) }];
    });
    const ofHop = judged.filter(({ issue }) => issue.accepted === undefined);
    const { verdict, text, resources } = (worst(ofHop) ?? worst(judged))?.finding ?? finding;
    hops.push({ hop, verdict, text, resources });
    counting.push(...ofHop);
    accepted.push(...judged.filter(({ issue }) => issue.accepted !== undefined));
    if (ofHop.some(isBroken)) break;
  }
  const wrong = counting.length > 0 ? counting : accepted;
  const first = worst(wrong);
  const dependency: DependencyProof = {
    service,
    ...(region === undefined ? {} : { region }),
    verdict: worstOf(wrong.map(({ finding }) => finding.verdict)),
    hops,
    ...(first === undefined ? {} : { issue: first.issue }),
  };
  return { dependency, accepted: accepted.filter((each) => each !== first).map(({ issue }) => issue), leftOpen };
}

/**
 * The walk that counts, of several that all have to hold, one for each part of the task's subnets: a broken one before an
 * unknown one. Where all hold they are one.
 */
export function worstWalk(walks: readonly [Walk, ...Walk[]]): Walk {
  const found =
    walks.find((each) => countingVerdict(each) === "broken") ??
    walks.find((each) => countingVerdict(each) === "unknown");
  const counting = found ?? { ...walks[0], dependency: { ...walks[0].dependency, hops: hopsOfAll(walks) } };
  const others = walks.filter((each) => each !== (found ?? walks[0]));
  const accepted = others.flatMap(({ dependency: { issue }, accepted: more }) => [
    ...(issue?.accepted === undefined ? [] : [issue]),
    ...more,
  ]);
  return {
    ...counting,
    accepted: [...counting.accepted, ...accepted],
    leftOpen: [...new Set(walks.flatMap((each) => each.leftOpen))],
  };
}

/** The verdict of a walk; what is accepted does not count. */
export function countingVerdict({ dependency: { issue, verdict } }: Walk): Verdict {
  return issue?.accepted === undefined ? verdict : "proved";
}

/** The hops of several walks, those of one name as one. */
function hopsOfAll(walks: readonly Walk[]): readonly Hop[] {
  const byName = groupedBy(
    walks.flatMap(({ dependency }) => dependency.hops),
    ({ hop }) => hop,
  );
  return Array.from(byName, ([hop, hops]) => ({
    hop,
    verdict: worstOf(hops.map(({ verdict }) => verdict)),
    text: [...new Set(hops.map(({ text }) => text))].join("; "),
    resources: [...new Set(hops.flatMap(({ resources }) => resources))],
  }));
}

function worst(judged: readonly Judged[]): Judged | undefined {
  return judged.find(isBroken) ?? judged[0];
}

function isBroken({ finding }: Judged): boolean {
  return finding.verdict === "broken";
}
