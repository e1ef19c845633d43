import type { ScalingStep } from "./service-scaling";

/** A range of a metric, with the bounds that it has. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

/** Ranges of a metric in order, and the value at which the first of them, seen from where nothing is done, begins. */
export interface StepRanges {
  readonly ranges: readonly ScalingStep[];
  readonly threshold: number;
  /** Whether the metric is too high, or too low. */
  readonly direction: "above" | "below";
}

/** Why ranges are none, with what to write. */
export interface WrongRanges {
  readonly problem: string;
  readonly fix: string;
}

function within(from: number, to: number): string {
  if (!Number.isFinite(from)) return `below ${to}`;
  return Number.isFinite(to) ? `between ${from} and ${to}` : `from ${from} on`;
}

/**
 * The ranges of a policy. A gap between two, an overlap, and a policy with ranges on both sides have no meaning for Application
 * Auto Scaling, which knows one alarm for each policy.
 *
 * Source: Application Auto Scaling User Guide, "Step adjustments".
 */
export function stepRanges(steps: readonly ScalingStep[]): StepRanges | WrongRanges {
  const ranges = steps
    .map(({ from = -Infinity, to = Infinity, change }): Range => ({ from, to, change }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) {
    return { problem: "there is no step", fix: "write steps: [{ from: 80, change: 1 }]" };
  }
  const empty = ranges.find(({ from, to }) => from >= to);
  if (empty !== undefined) {
    return { problem: `a step goes from ${empty.from} to ${empty.to}`, fix: "write a to that is above from" };
  }
  for (const [index, { from }] of ranges.entries()) {
    const before = ranges[index - 1]?.to ?? from;
    if (before === from) continue;
    if (before < from) {
      return {
        problem: `no step says what is done between ${before} and ${from}`,
        fix: `let the second begin where the first ends, with from: ${before}`,
      };
    }
    return {
      problem: `two steps hold ${within(from, Math.min(before, ranges[index]?.to ?? before))}`,
      fix: "let each step begin where the one before it ends",
    };
  }
  if (Number.isFinite(first.from) && Number.isFinite(last.to)) {
    return {
      problem: `no step says what is done from ${last.to} on`,
      fix: `leave to out of the last one for a metric that is too high, or from: ${first.from} out of the first for one that is too low`,
    };
  }
  if (!Number.isFinite(first.from) && !Number.isFinite(last.to)) {
    return {
      problem: "the steps hold for every value of the metric",
      fix: "begin the first one with a from, and write steps for a metric that is too low under a name of their own",
    };
  }
  const isAbove = Number.isFinite(first.from);
  return {
    ranges: ranges.map(({ from, to, change }) => ({
      ...(Number.isFinite(from) ? { from } : {}),
      ...(Number.isFinite(to) ? { to } : {}),
      change,
    })),
    threshold: isAbove ? first.from : last.to,
    direction: isAbove ? "above" : "below",
  };
}
