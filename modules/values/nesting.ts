import { isObject } from "./is-object";

/**
 * Levels of lists and objects that are read. A task definition has about ten, a plan about thirty; the limit keeps whoever
 * walks through a document off the end of the stack.
 */
export const DEEPEST = 200;

/** Steps of a place that are shown; what is nested too deeply has hundreds. */
const SHOWN_STEPS = 6;

/** The first steps to a value that is nested deeper than {@link DEEPEST}; `undefined` where there is none. */
export function placeTooDeep(json: unknown): readonly (string | number)[] | undefined {
  return isDeeper(json, DEEPEST) ? stepsBelow(json, DEEPEST).slice(0, SHOWN_STEPS) : undefined;
}

/** Says of every document at once what {@link stepsBelow} has to find in few. */
function isDeeper(json: unknown, levels: number): boolean {
  const isList = Array.isArray(json);
  if (!isList && !isObject(json)) return false;
  if (levels === 0) return true;
  // Every object of a document goes through here: no list of its members, and no call for those that are text.
  if (isList) {
    for (const member of json) if (typeof member === "object" && isDeeper(member, levels - 1)) return true;
  } else {
    for (const name in json) if (typeof json[name] === "object" && isDeeper(json[name], levels - 1)) return true;
  }
  return false;
}

function stepsBelow(json: unknown, levels: number): readonly (string | number)[] {
  if (typeof json !== "object" || json === null || levels === 0) return [];
  const [name, member] = Object.entries(json).find(([, each]) => isDeeper(each, levels - 1)) ?? [];
  return name === undefined ? [] : [Array.isArray(json) ? Number(name) : name, ...stepsBelow(member, levels - 1)];
}
