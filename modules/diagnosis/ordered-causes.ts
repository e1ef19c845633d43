import type { Cause } from "./causes/cause";
import { CAUSE_TABLE, type CauseName } from "./causes/cause-table";
import { kindOf } from "./causes/failed-call";
import { usualCauses } from "./causes/usual-causes";
import type { ExcludedCause } from "./diagnosis";
import type { Evidence } from "./input/evidence";
import type { RecognizedText } from "./texts/recognized-text";

/** Causes that a message leaves possible, the likeliest first, and those that it excludes. */
export interface OrderedCauses {
  readonly causes: readonly CauseName[];
  readonly excluded: readonly ExcludedCause[];
}

/** The causes of a text, sorted by what its message tells besides. */
export function orderedCauses({ call, causes }: RecognizedText, evidence: Evidence): OrderedCauses {
  const kind = kindOf(call.services[0]);
  const all = causes ?? usualCauses(kind);
  const judged = all.map((cause) => ({ cause, because: exclusion(CAUSE_TABLE[cause], evidence) }));
  const possible = judged.flatMap(({ cause, because }) => (because === undefined ? cause : []));
  // A message that excludes all that is usual is about something that is not.
  if (possible.length === 0) return { causes: all, excluded: [] };
  return {
    causes: possible.toSorted((a, b) => rank(CAUSE_TABLE[a], evidence) - rank(CAUSE_TABLE[b], evidence)),
    excluded: judged.flatMap(({ cause, because }) => (because === undefined ? [] : { cause, because })),
  };
}

/** What a message names comes first, then what it fits, else the order stays. */
function rank({ refusedBy, shows, address }: Cause, evidence: Evidence): number {
  if (evidence.refusedBy !== undefined && refusedBy?.includes(evidence.refusedBy) === true) return 0;
  if (evidence.manner === "no-name") return shows[0] === "no-name" ? 0 : 1;
  const { isPrivate } = evidence.address ?? {};
  if (isPrivate !== undefined && address === (isPrivate ? "private" : "public")) return 0;
  return 1;
}

const NOT_SO = {
  "no-answer": "no answer came",
  "no-name": "the name led nowhere",
  refused: "the call arrived, and was refused",
  "not-found": "the call arrived, and was answered",
} as const;

/** Why a message excludes a cause. */
export function exclusion({ shows, address, refusedBy }: Cause, evidence: Evidence): string | undefined {
  const { manner } = evidence;
  if (manner !== undefined && shows.length > 0 && !shows.includes(manner)) return NOT_SO[manner];
  const { isPrivate } = evidence.address ?? {};
  if (isPrivate !== undefined && address === "none") return "the name led to an address";
  if (isPrivate === true && address === "public") return "the name led to a private address";
  if (isPrivate === false && address === "private") return "the name led to a public address";
  if (evidence.refusedBy !== undefined && refusedBy !== undefined && !refusedBy.includes(evidence.refusedBy)) {
    return "the message names another policy";
  }
  return undefined;
}
