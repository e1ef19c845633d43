import type { Area, Spot } from "./area";
import { onGrid } from "./area";
import { type Card, type CardRow, FONTS, type Label, type Mark } from "./boxes";
import type { CardContent, RowContent } from "./card-content";
import { fitted, widthOf } from "./text-width";

const NARROWEST = 176;
const WIDEST = 312;

/** Where the text of a card begins: right of its sign. */
const TEXT_X = 44;
const PADDING = 12;
const HEAD_ALONE = 40;
const HEAD = 56;
const ROW = 24;
const BELOW_ROWS = 8;

/** The room of a mark with the gap before it. */
const MARK = 20;

/** So many numbers are shown of one thing; a card says in its title that there are more. */
const MOST_NUMBERS = 3;

/** How wide cards have to be for what is in them, within what looks well. */
export function widthOfCards(contents: readonly CardContent[]): number {
  const needed = contents.flatMap(({ name, detail, verdict, numbers, rows }) => [
    widthOf(name, FONTS.name) + roomOfMarks(numbers, verdict !== undefined),
    widthOf(detail ?? "", FONTS.quiet) + roomOfMarks(numbers, verdict !== undefined),
    ...rows.map((row) => widthOf(row.name, FONTS.row) + roomOfMarks(row.numbers, false)),
  ]);
  return onGrid(Math.min(WIDEST, Math.max(NARROWEST, ...needed.map((width) => TEXT_X + width + PADDING))));
}

/** How high the card is, on the grid. */
export function heightOfCard({ detail, rows }: CardContent): number {
  const head = detail === undefined ? HEAD_ALONE : HEAD;
  return head + rows.length * ROW + (rows.length === 0 ? 0 : BELOW_ROWS);
}

function roomOfMarks(numbers: readonly number[], hasVerdict: boolean): number {
  const count = Math.min(numbers.length, MOST_NUMBERS) + (hasVerdict ? 1 : 0);
  return count === 0 ? 0 : count * MARK + 4;
}

/** A card with everything in it at its place. */
export function placeCard(
  content: CardContent,
  { x, y }: Spot,
  width: number,
  hue: (number: number) => Mark["verdict"],
): Card {
  const area: Area = { x, y, width, height: heightOfCard(content) };
  const head = content.detail === undefined ? HEAD_ALONE : HEAD;
  const { verdict, numbers } = content;
  const room = width - TEXT_X - PADDING - roomOfMarks(numbers, verdict !== undefined);
  const line = (role: "name" | "quiet", text: string, top: number): Label => ({
    role,
    text: fitted(text, room, FONTS[role]),
    area: { x: x + TEXT_X, y: y + top, width: room, height: FONTS[role].size + 3 },
  });
  const middle = y + head / 2;
  const ofVerdict: Mark[] =
    verdict === undefined ? [] : [{ centre: { x: x + width - PADDING - 8, y: middle }, verdict }];
  const right = x + width - PADDING - ofVerdict.length * MARK;
  return {
    id: content.id,
    kind: content.kind,
    title: content.title,
    area,
    labels:
      content.detail === undefined
        ? [line("name", content.name, head / 2 - 8)]
        : [line("name", content.name, 12), line("quiet", content.detail, 30)],
    marks: [...numberMarks(numbers, right, middle, hue), ...ofVerdict],
    rows: content.rows.map((row, index) => placeRow(row, { x, y: y + head + index * ROW, width, height: ROW }, hue)),
  };
}

function placeRow(row: RowContent, area: Area, hue: (number: number) => Mark["verdict"]): CardRow {
  const middle = area.y + area.height / 2;
  const room = area.width - TEXT_X - PADDING - roomOfMarks(row.numbers, false);
  const sign: Mark = {
    centre: { x: area.x + 24, y: middle },
    ...(row.verdict === undefined ? {} : { verdict: row.verdict }),
  };
  return {
    id: row.id,
    title: row.title,
    area,
    label: {
      role: "row",
      text: fitted(row.name, room, FONTS.row),
      area: { x: area.x + TEXT_X, y: middle - 8, width: room, height: 15 },
    },
    marks: [sign, ...numberMarks(row.numbers, area.x + area.width - PADDING, middle, hue)],
  };
}

function numberMarks(
  numbers: readonly number[],
  right: number,
  y: number,
  hue: (number: number) => Mark["verdict"],
): readonly Mark[] {
  const shown = numbers.slice(0, MOST_NUMBERS);
  return shown.map((number, index): Mark => {
    const verdict = hue(number);
    return {
      centre: { x: right - 8 - (shown.length - 1 - index) * MARK, y },
      number,
      ...(verdict === undefined ? {} : { verdict }),
    };
  });
}
