/** So many are named. */
const MOST_NAMED = 3;

/** The first of a list, and how many more there are. */
export function someOf(all: readonly string[]): string {
  // What would take no more room is named.
  const named = all.length === MOST_NAMED + 1 ? all : all.slice(0, MOST_NAMED);
  const further = all.length - named.length;
  return `${named.join(", ")}${further === 0 ? "" : ` and ${further} more`}`;
}
