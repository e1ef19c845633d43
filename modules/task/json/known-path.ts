/**
 * The longest start of a path that is known, cut only where a step ends.
 *
 * @example longestKnownPath("containers.api.image", known) // "containers.api", where only that is known
 */
export function longestKnownPath(path: string, isKnown: (start: string) => boolean): string | undefined {
  for (let end = path.length; end > 0; end--) {
    const next = path[end];
    if (next !== undefined && next !== "." && next !== "[") continue;
    const start = path.slice(0, end);
    if (isKnown(start)) return start;
  }
  return undefined;
}
