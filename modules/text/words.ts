/** A value as it is written in code: text in quotes, so that a message tells `"256"` from `256`. */
export function asWritten(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** A name as it stands in a sentence: an empty one in quotes, which would be a gap. */
export function shownName(name: string): string {
  return name === "" ? '""' : name;
}

/** How many of something: `1 problem`, `2 problems`. */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
