import type { Topology } from "../topology/topology";
import { bottomOf, onGrid, rightOf } from "./area";
import { type Arrangement, arrange, extentOf } from "./arrange";
import type { Boxes } from "./boxes";
import { callsIn } from "./calls";
import { type DrawnLines, drawLines } from "./draw-lines";
import { descriptionOf, headlineOf } from "./in-words";
import { legsOf } from "./legs";
import { captionsOf, headingOf, legendOf } from "./notes";
import type { Gutters } from "./place-vpc";

const MARGIN = 32;
const HEADING = 72;
const NARROWEST = 560;

/** The gaps for lines, from those that look best to those that have room for most. */
const GUTTERS: readonly Gutters[] = [
  { zones: 24, rows: 32, rails: 56 },
  { zones: 48, rows: 48, rails: 80 },
  { zones: 96, rows: 72, rails: 128 },
];

/**
 * Where everything of a picture is.
 *
 * Zones are columns, tiers are rows and the boxes fill a grid of our own: a layout library was looked at and does other things.
 * elkjs (1.6 MB) places boxes by what leads where, so that subnets of one tier do not stand in one row, zones come out stepped, and
 * one call more moves all of them; and it routes no lines between boxes that have their place (its router for that, libavoid, is
 * native code and not part of it). dagre knows no boxes in boxes that keep a row, and no lines round others. What is left of the
 * task is to find ways on a lattice, which is a textbook search, and 30 subnets take less than half a second.
 */
export function laidOut(topology: Topology): Boxes {
  const calls = callsIn(topology);
  const corner = { x: MARGIN, y: MARGIN + HEADING };
  const { arrangement, drawn } = withRoom(topology, (gutters) => arrange(topology, calls, corner, gutters));
  const extent = extentOf(arrangement);
  const right = Math.max(rightOf(extent), MARGIN + NARROWEST);
  const width = onGrid(right + MARGIN);
  const inner = { x: MARGIN, width: right - MARGIN };
  const answer = headlineOf(topology);
  const legend = legendOf(drawn.lines, { x: MARGIN, y: Math.max(bottomOf(extent), corner.y) + 32 });
  const bottomOfLegend = Math.max(bottomOf(extent), corner.y) + (legend.length === 0 ? 0 : 56);
  const captions = captionsOf(topology, calls, { ...inner, y: bottomOfLegend + 16 });
  return {
    width,
    height: onGrid((captions.notes.length === 0 ? bottomOfLegend : captions.bottom) + 24),
    title: titleOf(topology),
    description: descriptionOf(topology),
    frames: arrangement.frames,
    cards: arrangement.cards,
    lines: drawn.lines,
    heading: headingOf(answer, { ...inner, y: MARGIN }),
    legend,
    captions: captions.notes,
  };
}

/** The boxes with gaps that are wide enough for all lines, or the widest. */
function withRoom(
  topology: Topology,
  place: (gutters: Gutters) => Arrangement,
): { readonly arrangement: Arrangement; readonly drawn: DrawnLines } {
  let last: { readonly arrangement: Arrangement; readonly drawn: DrawnLines } | undefined;
  for (const gutters of GUTTERS) {
    const arrangement = place(gutters);
    const { frames, cards } = arrangement;
    const extent = extentOf(arrangement);
    const room = { width: rightOf(extent) + MARGIN - 8, height: bottomOf(extent) + MARGIN - 8 };
    const legs = legsOf(topology, arrangement.cardOf);
    const drawn = drawLines(
      legs,
      room,
      frames,
      cards,
      frames.flatMap(({ labels }) => labels),
    );
    if (last === undefined || drawn.clashes < last.drawn.clashes) last = { arrangement, drawn };
    if (drawn.clashes === 0) break;
  }
  if (last === undefined) throw new Error("no gap is known");
  return last;
}

function titleOf({ vpcs }: Topology): string {
  return vpcs.length === 0 ? "A network without a VPC" : `Network of VPC ${vpcs.map(({ name }) => name).join(", ")}`;
}
