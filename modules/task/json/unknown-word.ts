import { type Issue, issue } from "../../issues/issue";

/** The issue for a text that is none of the words that a field takes. */
export function unknownWord(word: string, words: readonly string[]): Omit<Issue, "path" | "severity"> {
  return issue("field-value-unknown", {
    problem: `"${word}" is not a value that ECS knows here`,
    fix: `write one of ${words.join(", ")}`,
  });
}

/** The issue for a field that is read although its name has other capitals. */
export function otherSpelling(name: string, usual: string): Omit<Issue, "path"> {
  return issue("field-spelling", { problem: `the field is written ${name}`, fix: `write ${usual}` });
}
