import { type Issue, issue } from "../../issues/issue";

/** The issue for a text that is none of the words that a field takes. */
export function unknownWord(word: string, words: readonly string[]): Omit<Issue, "path" | "severity"> {
  return issue("field-value-unknown", {
    problem: `"${word}" is not a value that ECS knows here`,
    fix: `write one of ${words.join(", ")}`,
  });
}
