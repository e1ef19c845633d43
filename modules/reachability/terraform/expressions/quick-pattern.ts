/** How many steps a pattern may take on a text, as far as can be told beforehand. */
const MOST_STEPS = 1e6;

/** A pattern that means the same in Terraform and here, and takes little time on a text: one without groups. */
export function quickPattern(pattern: string, text: string): RegExp | undefined {
  const isPlain = /^(?:[\w\s^$.,:;/@#=_*+?{}[\]|-]|\\[dw.])*$/.test(pattern) && !pattern.includes("[[");
  return isPlain && pattern.length + text.length <= 200 && mostSteps(pattern, text) <= MOST_STEPS
    ? safePattern(pattern)
    : undefined;
}

/** The same for a pattern with groups that are not in each other and are not repeated. */
export function quickPatternWithGroups(pattern: string, text: string): RegExp | undefined {
  const parts = pattern.split(/\((?:\?P<\w+>|\?:)?([^()?][^()]*)\)(?![*+?{])/);
  return quickPattern(parts.join(""), text) && safePattern(pattern.replaceAll("(?P<", "(?<"));
}

/**
 * Each repetition may end at each character that the one before has left, and what is not bound to the beginning may begin at each.
 * An alternative counts as a repetition, which is more than it can take.
 */
function mostSteps(pattern: string, text: string): number {
  const length = Math.max(2, text.length);
  const repetitions = pattern.match(/[*+?{|]/g)?.length ?? 0;
  const ways = Array.from({ length: repetitions }, (_, index) => length / (index + 1)).reduce((a, b) => a * b, 1);
  return pattern.startsWith("^") && !pattern.includes("|") ? ways : ways * length;
}

function safePattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "gu");
  } catch {
    return undefined;
  }
}
