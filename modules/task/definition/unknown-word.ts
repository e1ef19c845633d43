import type { Issue } from "../../issues/issue";

/** The issue for a text that is none of the words that a field takes. */
export function unknownWord(word: string, words: readonly string[]): Omit<Issue, "path" | "severity"> {
  return {
    code: "field-value-unknown",
    problem: `"${word}" is not a value that ECS knows here`,
    why: "ECS refuses a task definition with any other value",
    fix: `write one of ${words.join(", ")}`,
  };
}
