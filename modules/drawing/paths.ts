import type { Spot } from "./area";
import type { LineKind } from "./boxes";

/** How round the corners of lines are. */
const RADIUS = 6;
const HEAD = 8;

/** What the ends of a line depend on. */
export interface HeadedLine {
  readonly points: readonly Spot[];
  readonly kind: LineKind;
  readonly joins: boolean;
  readonly cross?: Spot | undefined;
}

/** A line with round corners, up to the head of its arrow. */
export function linePath({ points, kind, joins, cross }: HeadedLine): string {
  const hasHead = headPath({ points, kind, joins, cross }) !== undefined;
  const ends = hasHead ? shortened(points) : points;
  return ends
    .map((spot, index) => {
      const before = ends[index - 1];
      const after = ends[index + 1];
      if (before === undefined) return `M${spot.x} ${spot.y}`;
      if (after === undefined) return `L${spot.x} ${spot.y}`;
      const radius = Math.min(RADIUS, length(before, spot) / 2, length(spot, after) / 2);
      const first = towards(spot, before, radius);
      const second = towards(spot, after, radius);
      return `L${first.x} ${first.y}Q${spot.x} ${spot.y} ${second.x} ${second.y}`;
    })
    .join("");
}

/** The head of its arrow. @returns undefined where it has none: it joins another, is no call, or breaks there */
export function headPath({ points, kind, joins, cross }: HeadedLine): string | undefined {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (tip === undefined || before === undefined || kind === "link" || joins) return undefined;
  if (cross !== undefined && length(cross, tip) <= 2 * HEAD) return undefined;
  const base = towards(tip, before, HEAD);
  const across = tip.x === before.x ? { x: 4, y: 0 } : { x: 0, y: 4 };
  return `M${tip.x} ${tip.y}L${base.x + across.x} ${base.y + across.y}L${base.x - across.x} ${base.y - across.y}z`;
}

function shortened(points: readonly Spot[]): readonly Spot[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  return tip === undefined || before === undefined ? points : [...points.slice(0, -1), towards(tip, before, HEAD - 2)];
}

function length(a: Spot, b: Spot): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Spot, to: Spot, by: number): Spot {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
