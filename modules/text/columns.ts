import { fillLines } from "./fill-lines";
import { piecesOf } from "./pieces";

/** A cell without a value is empty. */
type Row = readonly (string | undefined)[];

const GAP = 2;

/**
 * Rows as lines, indented by two, in columns two spaces apart that are as wide as their content. Where a line has not that much
 * room, cells of words take several lines, and the last column goes below the one before it.
 *
 * @param rows a cell without a value is empty
 * @param isRight the columns that end at the same place, as numbers do; the others start there
 * @param room columns that a line has
 */
export function inColumns(
  rows: readonly Row[],
  isRight: (column: number) => boolean = () => false,
  room: number = Number.POSITIVE_INFINITY,
): string[] {
  const widths = widthsOf(rows, ({ length }) => length);
  if (totalOf(widths) <= room) return rows.flatMap((row) => linesOf(row, widths, isRight));
  const least = widthsOf(rows, longestPiece);
  const last = widths.length - 1;
  // An address is as long as it is: below the words that it belongs to there is more room for both.
  const isBelow = last > 1 && !isRight(last) && totalOf(least.with(last - 1, LEAST_WORDS)) > room;
  const kept = isBelow ? widths.slice(0, last) : widths;
  const narrowed = narrow(kept, least, room);
  const longest = Math.max(...rows.map((row) => longestPiece(row[last] ?? "")));
  const start = Math.max(2 * GAP, Math.min(totalOf(narrowed.slice(0, -1)) + GAP, room - longest));
  return rows.flatMap((row) => [
    ...linesOf(row.slice(0, kept.length), narrowed, isRight),
    ...(isBelow && row[last] ? fillLines(" ".repeat(start), piecesOf(row[last]), start, room) : []),
  ]);
}

/** So many columns words need to be read as a sentence. */
const LEAST_WORDS = 24;

function widthsOf(rows: readonly Row[], widthOf: (cell: string) => number): number[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: count }, (_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ""))));
}

function longestPiece(cell: string): number {
  return Math.max(...piecesOf(cell).map(({ length }) => length));
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + GAP + width, 0);
}

/** Takes what is too much from the widest column first, as far as its words allow. */
function narrow(widths: readonly number[], least: readonly number[], room: number): readonly number[] {
  const excess = totalOf(widths) - room;
  const spare = widths.map((width, column) => width - (least[column] ?? 0));
  const most = Math.max(...spare);
  if (excess <= 0 || most <= 0) return widths;
  const widest = spare.indexOf(most);
  const width = (widths[widest] ?? 0) - Math.min(most, excess);
  return narrow(widths.with(widest, width), least, room);
}

function linesOf(row: Row, widths: readonly number[], isRight: (column: number) => boolean): string[] {
  const cells = widths.map((width, column) => {
    const cell = row[column] ?? "";
    return cell.length <= width ? [cell] : fillLines("", piecesOf(cell), 0, width);
  });
  const height = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const padded = cells.map((lines, column) => {
      const text = lines[line] ?? "";
      const width = widths[column] ?? 0;
      return isRight(column) ? text.padStart(width) : text.padEnd(width);
    });
    return `  ${padded.join("  ")}`.trimEnd();
  });
}
