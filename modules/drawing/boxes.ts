import type { Verdict } from "../reachability/model/verdict";
import type { PartKind, Tier } from "../topology/topology";
import type { Area, Spot } from "./area";
import type { Font } from "./text-width";

/** What a text is, which says how it looks. */
export type LabelRole = "heading" | "title" | "name" | "row" | "quiet" | "tier" | "caption";

/** How each text is set. */
export const FONTS: Readonly<Record<LabelRole, Font>> = {
  heading: { size: 20, bold: true },
  title: { size: 14, bold: true },
  name: { size: 13, bold: true },
  row: { size: 12 },
  quiet: { size: 11 },
  tier: { size: 12, bold: true },
  caption: { size: 13 },
};

/** A line of text, with the room that it takes at most. */
export interface Label {
  readonly role: LabelRole;
  /** As it is shown: shortened where the whole would not fit. */
  readonly text: string;
  readonly area: Area;
  /** @default - at the left of its area */
  readonly atRight?: boolean;
}

/** A sign in a circle: how a call ends, or the number of what is said below the picture. */
export interface Mark {
  readonly centre: Spot;
  /** @default - nothing is known to call it */
  readonly verdict?: Verdict;
  /** @default - the sign of the verdict */
  readonly number?: number;
}

/** A box around others: a VPC, a zone, a subnet. */
export interface Frame {
  readonly id: string;
  readonly kind: "vpc" | "zone" | "subnet";
  /** @default - it is no subnet */
  readonly tier?: Tier;
  /** The whole of what it is, for who points at it or does not see it. */
  readonly title: string;
  readonly area: Area;
  readonly labels: readonly Label[];
}

/** A line of a card: an endpoint of several in one subnet, or a call of a task that leads nowhere. */
export interface CardRow {
  readonly id: string;
  readonly title: string;
  readonly area: Area;
  readonly label: Label;
  readonly marks: readonly Mark[];
}

/** A thing of the network. */
export interface Card {
  readonly id: string;
  readonly kind: PartKind;
  readonly title: string;
  readonly area: Area;
  readonly labels: readonly Label[];
  readonly marks: readonly Mark[];
  readonly rows: readonly CardRow[];
}

/** What a line means: how calls end, or that two things belong together. */
export type LineKind = Verdict | "link";

/** The way of some calls from one card to the next, in pieces that are level or upright. */
export interface DrawnLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly title: string;
  /** Cards. */
  readonly from: string;
  readonly to: string;
  readonly points: readonly Spot[];
  /** Whether it ends on a line that leads on to the same card. */
  readonly joins: boolean;
  /** Where calls end that do not arrive. @default - they arrive, or it is not known */
  readonly cross?: Spot;
}

/** A line of text below or above the picture, with its mark. */
export interface Note {
  readonly marks: readonly Mark[];
  readonly labels: readonly Label[];
}

/** A picture of a network before it is SVG: where everything is. */
export interface Boxes {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly frames: readonly Frame[];
  readonly cards: readonly Card[];
  readonly lines: readonly DrawnLine[];
  readonly heading: Note;
  /** What the kinds of lines mean that are there. */
  readonly legend: readonly (Note & { readonly kind: LineKind; readonly area: Area })[];
  /** What the numbers stand for. */
  readonly captions: readonly Note[];
}

/** Every text of a picture. */
export function labelsOf(boxes: Boxes): readonly Label[] {
  return [
    ...boxes.heading.labels,
    ...boxes.frames.flatMap(({ labels }) => labels),
    ...boxes.cards.flatMap(({ labels, rows }) => [...labels, ...rows.map(({ label }) => label)]),
    ...[...boxes.legend, ...boxes.captions].flatMap(({ labels }) => labels),
  ];
}
