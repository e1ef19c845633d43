import { code, prose } from "../text/markdown";
import { remarks, type ShownIssue, weight } from "./issue-parts";

/** An issue as an item of a Markdown list. */
export function issueAsMarkdown(issue: ShownIssue): string {
  const place = issue.path === undefined ? "" : ` ${code(issue.path)}`;
  const sentences = [
    prose(issue.problem),
    ...remarks(issue).map(([word, text]) => `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${prose(text)}`),
  ];
  return `- **${weight(issue)}** ${code(issue.code)}${place}: ${sentences.join(". ")}.`;
}
