import type { Issue } from "../issues/issue";

/** A text that is not JSON, and where it stops being JSON. */
export class JsonSyntaxError extends Error {
  override readonly name = "JsonSyntaxError";
  /** The problem, with the JSON path of the value in which it is. */
  readonly issue: Issue;
  /** Line of the problem, from 1. */
  readonly line: number;

  constructor(issue: Issue, line: number) {
    super(issue.problem);
    this.issue = issue;
    this.line = line;
  }
}
