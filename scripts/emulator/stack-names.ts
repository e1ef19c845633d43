import type { Issue } from "../../modules/issues/issue";
import { nearest } from "../../modules/text/nearest";

/** An issue for every requested stack that there is not. */
export function unknownStacks(requested: readonly string[], known: readonly string[]): Issue<string>[] {
  return requested
    .filter((name) => !known.includes(name))
    .map((name) => {
      const suggestion = nearest(name, known);
      return {
        code: "unknown-stack",
        problem: `there is no stack "${name}"`,
        why: `the stacks are ${known.join(", ") || "none"}`,
        fix: suggestion === undefined ? "name one of them, or none for all" : `type "${suggestion}"`,
      };
    });
}
