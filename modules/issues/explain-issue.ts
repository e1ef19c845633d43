import { fillLines } from "../text/fill-lines";
import { piecesOf } from "../text/pieces";
import { headline, remarks, type ShownIssue, weight } from "./issue-parts";

/**
 * An issue as lines: how bad it is, code and problem, then why, then fix.
 *
 * @param indent what stands before each line
 * @param width columns of a line
 */
export function explainIssue(issue: ShownIssue, indent: string, width?: number): string[] {
  const first = piecesOf(`${weight(issue)} ${headline(issue)}`);
  return [
    ...fillLines(indent, first, indent.length + 4, width),
    ...remarks(issue).flatMap(([word, text]) => fillLines(`${indent}  ${word}: `, piecesOf(text), undefined, width)),
  ];
}
