import type { Area } from "./area";
import { onGrid } from "./area";
import { type Card, FONTS, type Frame, type Label, type Mark } from "./boxes";
import type { CardContent } from "./card-content";
import { TIER_NAMES } from "./part-names";
import { heightOfCard, placeCard } from "./place-card";
import { fitted, widthOf } from "./text-width";
import type { SubnetContent } from "./vpc-content";

/** How wide the cards of a VPC are, and whether those that call stand beside those that are called. */
export interface CardColumns {
  readonly callers: number;
  readonly called: number;
  readonly sideBySide: boolean;
}

const PADDING = 24;
const HEADER = 40;
/** Between two cards of the same side. */
const BETWEEN_CARDS = 24;
/** Between those that call and those that are called: room for the lines. */
const BETWEEN_SIDES = 40;
const BESIDE = 80;

export function widthOfSubnet({ callers, called, sideBySide }: CardColumns): number {
  return (
    2 * PADDING + (sideBySide && callers > 0 && called > 0 ? callers + BESIDE + called : Math.max(callers, called))
  );
}

function heightOfStack(cards: readonly CardContent[]): number {
  return (
    cards.reduce((sum, card) => sum + onGrid(heightOfCard(card)), 0) + Math.max(0, cards.length - 1) * BETWEEN_CARDS
  );
}

/** How high a subnet has to be, on the grid. */
export function heightOfSubnet({ callers, called }: SubnetContent, { sideBySide }: CardColumns): number {
  if (callers.length + called.length === 0) return HEADER;
  const [above, below] = [heightOfStack(callers), heightOfStack(called)];
  if (sideBySide) return HEADER + Math.max(above, below) + PADDING;
  const between = callers.length > 0 && called.length > 0 ? BETWEEN_SIDES : 0;
  return HEADER + above + between + below + PADDING;
}

/** A subnet with its cards in an area that is at least as large as they need. */
export function placeSubnet(
  content: SubnetContent,
  columns: CardColumns,
  area: Area,
  hue: (number: number) => Mark["verdict"],
): { readonly frame: Frame; readonly cards: readonly Card[] } {
  const { callers, called } = content;
  const place = (cards: readonly CardContent[], x: number, top: number, width: number): readonly Card[] => {
    let y = top;
    return cards.map((card) => {
      const placed = placeCard(card, { x, y }, width, hue);
      y += onGrid(placed.area.height) + BETWEEN_CARDS;
      return placed;
    });
  };
  const left = area.x + PADDING;
  const top = area.y + HEADER;
  const room = area.height - HEADER - PADDING;
  const middle = (cards: readonly CardContent[]) =>
    top + Math.max(0, Math.floor((room - heightOfStack(cards)) / 16) * 8);
  const right = area.x + area.width - PADDING - columns.called;
  const width = area.width - 2 * PADDING;
  const below = top + (callers.length === 0 ? 0 : heightOfStack(callers) + BETWEEN_SIDES);
  const cards = columns.sideBySide
    ? [
        ...place(callers, left, middle(callers), columns.callers),
        ...place(called, right, middle(called), columns.called),
      ]
    : [...place(callers, left, top, width), ...place(called, left, below, width)];
  return { frame: frameOf(content, area), cards };
}

function frameOf({ subnet }: SubnetContent, area: Area): Frame {
  const { id, name, address, cidr, tier } = subnet;
  const inner = area.width - 32;
  const ofCidr = Math.min(widthOf(cidr ?? "", FONTS.quiet), inner / 2);
  const room = inner - (cidr === undefined ? 0 : ofCidr + 12);
  const labels: Label[] = [
    {
      role: "tier",
      text: fitted(name, room, FONTS.tier),
      area: { x: area.x + 16, y: area.y + 12, width: Math.min(room, widthOf(name, FONTS.tier)), height: 16 },
    },
  ];
  if (cidr !== undefined) {
    labels.push({
      role: "quiet",
      text: fitted(cidr, ofCidr, FONTS.quiet),
      area: { x: area.x + area.width - 16 - ofCidr, y: area.y + 13, width: ofCidr, height: 14 },
      atRight: true,
    });
  }
  const { name: ofTier, wayOut } = TIER_NAMES[tier];
  const title = [`Subnet ${name}`, cidr, `${ofTier.toLowerCase()}: ${wayOut}`, address];
  return { id, kind: "subnet", tier, title: title.filter((text) => text !== undefined).join(", "), area, labels };
}
