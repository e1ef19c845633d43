/** Columns that a line of text has where nobody says another number. */
const WIDTH = 100;

/**
 * Puts pieces of text into lines of at most so many columns, with a space between them. What is longer than a line, such as an
 * address, stays whole.
 *
 * @param start what stands before the first piece
 * @param pieces what stays together
 * @param hang columns that the further lines are indented by, by default to where the first piece starts
 * @param width columns of a line
 */
export function fillLines(
  start: string,
  pieces: readonly string[],
  hang = start.length,
  width: number = WIDTH,
): string[] {
  const lines: string[] = [];
  let [line, isEmpty] = [start, true];
  for (const piece of pieces) {
    if (!isEmpty && line.length + 1 + piece.length > width) {
      lines.push(line);
      [line, isEmpty] = [" ".repeat(hang), true];
    }
    line += isEmpty ? piece : ` ${piece}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}
