import { inColumns } from "../modules/text/columns";
import type { Measurement } from "./measure";

/** Something beside what it is measured by. */
export interface Comparison {
  readonly name: string;
  readonly measured: Measurement;
  readonly baseline: Measurement;
  /** How many times the baseline's time is allowed. @default - it is printed only */
  readonly allowedRatio?: number;
  /** How many MB more than the baseline are allowed. @default - any */
  readonly allowedMb?: number;
}

const HEADING = ["", "ms", "baseline", "ratio", "cpu ratio", "MB", "baseline", "processes", ""];

/** Comparisons as a table with a mark for each that has a target. */
export function comparisonTable(title: string, comparisons: readonly Comparison[]): string {
  return [title, ...inColumns([HEADING, ...comparisons.map(row)], (column) => column > 0)].join("\n");
}

function row({ name, measured, baseline, allowedRatio, allowedMb }: Comparison): string[] {
  const ratio = measured.ms / baseline.ms;
  return [
    name,
    measured.ms.toFixed(0),
    baseline.ms.toFixed(0),
    ratio.toFixed(2),
    (measured.cpuMs / baseline.cpuMs).toFixed(2),
    measured.peakMb.toFixed(1),
    baseline.peakMb.toFixed(1),
    `${measured.processes}`,
    [
      allowedRatio === undefined ? [] : mark(ratio <= allowedRatio, `${allowedRatio} x`),
      allowedMb === undefined ? [] : mark(measured.peakMb - baseline.peakMb <= allowedMb, `+${allowedMb} MB`),
    ]
      .flat()
      .join(", "),
  ];
}

function mark(within: boolean, target: string): string {
  return `${within ? "pass" : "OVER"} ${target}`;
}
