/**
 * The name that a mistyped one most likely meant: of those that differ by two of five letters at most, the nearest.
 * `undefined` where none is as near.
 */
export function nearestName(mistyped: string, names: readonly string[]): string | undefined {
  const limit = Math.ceil((mistyped.length * 2) / 5);
  const near = names
    .map((name) => ({ name, letters: differingLetters(mistyped.toLowerCase(), name.toLowerCase()) }))
    .filter(({ letters }) => letters <= limit);
  return near.sort((a, b) => a.letters - b.letters)[0]?.name;
}

/** How many letters are added, left out or replaced between two words (Levenshtein). */
function differingLetters(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...a].entries()) {
    const above = row;
    row = [line + 1];
    for (const [column, other] of [...b].entries()) {
      const replaced = (above[column] ?? 0) + (letter === other ? 0 : 1);
      row.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    }
  }
  return row[b.length] ?? 0;
}
