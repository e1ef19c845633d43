/**
 * Rows as lines, indented by two, in columns two spaces apart that are as wide as their content.
 *
 * @param rows a cell without a value is empty
 * @param isRight the columns that end at the same place, as numbers do; the others start there
 */
export function inColumns(
  rows: readonly (readonly (string | undefined)[])[],
  isRight: (column: number) => boolean = () => false,
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell = ""] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const padded = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    return isRight(column) ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => `  ${row.map((cell = "", column) => padded(cell, column)).join("  ")}`.trimEnd());
}
