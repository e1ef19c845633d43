/** Columns that a line of text has. */
const WIDTH = 100;

/**
 * Puts pieces of text into lines of at most 100 columns, with a space between them. What is longer than a line, such as an
 * address, stays whole.
 *
 * @param start what stands before the first piece
 * @param pieces what stays together
 * @param hang columns that the further lines are indented by, by default to where the first piece starts
 */
export function fillLines(start: string, pieces: readonly string[], hang = start.length): string[] {
  const lines: string[] = [];
  let [line, isEmpty] = [start, true];
  for (const piece of pieces) {
    if (!isEmpty && line.length + 1 + piece.length > WIDTH) {
      lines.push(line);
      [line, isEmpty] = [" ".repeat(hang), true];
    }
    line += isEmpty ? piece : ` ${piece}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}
