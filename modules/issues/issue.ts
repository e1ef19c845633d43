import type { IssueCode } from "./table/issue-table";

/** How bad an issue is: an error stops the synthesis, a warning is shown, a note says what is uncertain. */
export type IssueSeverity = "error" | "warning" | "note";

/**
 * One finding, as data: what is wrong, why it matters, and what to type.
 *
 * Issues are collected and shown together, never one at a time.
 */
export interface Issue<Code extends string = IssueCode> {
  /** Stable name of the kind of issue, in kebab-case, for example `"endpoint-missing"`. */
  readonly code: Code;
  /**
   * How bad it is.
   *
   * @default "error"
   */
  readonly severity?: IssueSeverity;
  /** What is wrong, with the value that is wrong. */
  readonly problem: string;
  /** Why it is wrong: the rule that is broken, or what would happen. */
  readonly why: string;
  /** What to type instead. */
  readonly fix: string;
  /**
   * Where in the input it is, for example `"containers.api.image"`.
   *
   * @default - the issue concerns the input as a whole
   */
  readonly path?: string;
}

/** Whether an issue stops the synthesis. */
export function isError(issue: Pick<Issue, "severity">): boolean {
  return (issue.severity ?? "error") === "error";
}
