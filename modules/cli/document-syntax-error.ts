import type { Issue } from "../issues/issue";

/** A text that is not what it has to be, JSON or YAML, and where it stops being that. */
export class DocumentSyntaxError extends Error {
  override readonly name = "DocumentSyntaxError";
  /** The problem, with the place of the value in which it is. */
  readonly issue: Issue;
  /** Line of the problem, from 1. */
  readonly line: number;

  constructor(issue: Issue, line: number) {
    super(issue.problem);
    this.issue = issue;
    this.line = line;
  }
}
