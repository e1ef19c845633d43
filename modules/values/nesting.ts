/**
 * Levels of lists and objects that are read. A task definition has about ten, a plan about thirty; the limit keeps whoever
 * walks through a document off the end of the stack.
 */
export const DEEPEST = 200;

/** Steps of a place that are shown; what is nested too deeply has hundreds. */
const SHOWN_STEPS = 6;

/** The first steps to a value that is nested deeper than {@link DEEPEST}; `undefined` where there is none. */
export function placeTooDeep(json: unknown, levels = DEEPEST): readonly (string | number)[] | undefined {
  if (typeof json !== "object" || json === null) return undefined;
  if (levels === 0) return [];
  const isList = Array.isArray(json);
  for (const [name, member] of Object.entries(json)) {
    const below = placeTooDeep(member, levels - 1);
    if (below !== undefined) return [isList ? Number(name) : name, ...below].slice(0, SHOWN_STEPS);
  }
  return undefined;
}
