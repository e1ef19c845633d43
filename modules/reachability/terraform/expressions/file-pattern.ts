/**
 * Which paths a pattern of `fileset` takes: `*` stands for any characters of a name, `**` for any folders, `{a,b}` for one of both.
 *
 * Source: https://developer.hashicorp.com/terraform/language/functions/fileset
 *
 * @returns `undefined` where the pattern has other signs
 */
export function filePattern(pattern: string): ((path: string) => boolean) | undefined {
  const patterns = alternatives(pattern);
  if (patterns.length > MOST_ALTERNATIVES || patterns.some((each) => /[?[\]\\{}]|[^/]\*\*|\*\*[^/]/.test(each)))
    return undefined;
  const split = patterns.map((each) => each.split("/"));
  return (path) => split.some((each) => takesPath(each, path.split("/")));
}

const MOST_ALTERNATIVES = 50;

function alternatives(pattern: string): readonly string[] {
  const [, before = "", chosen, after = ""] = /^([^{}]*)\{([^{}]*)\}([\s\S]*)$/.exec(pattern) ?? [];
  if (chosen === undefined) return [pattern];
  const rest = alternatives(after);
  if (rest.length > MOST_ALTERNATIVES) return rest;
  return chosen.split(",").flatMap((each) => rest.map((end) => `${before}${each}${end}`));
}

function takesPath([first, ...rest]: readonly string[], path: readonly string[]): boolean {
  if (first === undefined) return path.length === 0;
  if (first === "**") return rest.length === 0 || path.some((_, index) => takesPath(rest, path.slice(index)));
  const [name, ...others] = path;
  return name !== undefined && takesName(first, name) && takesPath(rest, others);
}

function takesName(pattern: string, name: string): boolean {
  const [start = "", ...pieces] = pattern.split("*");
  const end = pieces.pop();
  if (end === undefined) return name === start;
  if (!name.startsWith(start) || !name.endsWith(end) || name.length < start.length + end.length) return false;
  const last = name.length - end.length;
  let at = start.length;
  for (const piece of pieces) {
    const found = name.indexOf(piece, at);
    if (found === -1 || found + piece.length > last) return false;
    at = found + piece.length;
  }
  return true;
}
