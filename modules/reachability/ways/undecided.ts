import type { ServiceCall } from "../calls/call";
import type { Finding } from "../checks/finding";
import type { HopName } from "../model/proof";
import { countingVerdict, type Walk, walk } from "./walk";

/** A way that a call may take instead. */
export interface OtherWay {
  readonly walk: Walk;
  /** Whether it takes it. */
  readonly question: Finding;
}

/**
 * The walk of a call of which it is not known which of several ways it takes: what all of them come to is so, whichever it
 * is; else it depends on the answer.
 */
export function undecided(call: ServiceCall, hop: HopName, likely: Walk, others: readonly OtherWay[]): Walk {
  const verdict = countingVerdict(likely);
  const differing = others.find((other) => countingVerdict(other.walk) !== verdict);
  if (differing === undefined || verdict === "unknown") return likely;
  const asked = walk(call, [[hop, () => differing.question]]);
  return verdict === "proved" ? withQuestion(likely, hop, asked) : asked;
}

/** A walk that holds but for a question at one of its hops. */
function withQuestion({ dependency, accepted, leftOpen }: Walk, name: HopName, asked: Walk): Walk {
  const [hop] = asked.dependency.hops;
  const { issue } = dependency;
  return {
    dependency: {
      ...asked.dependency,
      hops: dependency.hops.map((each) => (each.hop === name && hop !== undefined ? hop : each)),
    },
    accepted: [...accepted, ...(issue === undefined ? [] : [issue])],
    leftOpen,
  };
}
