import { type Issue, issue } from "../issues/issue";
import type { IssueCode } from "../issues/table/issue-table";
import { isUnresolved } from "../values/unresolved";

/** What is wrong with a word, where it is given, that AWS takes from a list. */
export function* checkWord(
  code: IssueCode,
  word: string | undefined,
  words: readonly string[],
  path: string,
): Generator<Issue> {
  if (word === undefined || isUnresolved(word) || words.includes(word)) return;
  yield issue(code, {
    path,
    problem: `"${word}" is none of ${words.join(", ")}`,
    fix: `write ${words.map((each) => `"${each}"`).join(" or ")}`,
  });
}
