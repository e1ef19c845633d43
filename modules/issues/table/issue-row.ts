/** How bad an issue is: an error stops the synthesis, a warning is shown, a note says what is uncertain. */
export type IssueSeverity = "error" | "warning" | "note";

/** What holds of every issue of a kind: why it is one, and how bad. An issue itself adds the values. */
export interface IssueRow {
  /**
   * How bad it is; several where that depends on the rest, the worst first.
   *
   * @default ["error"]
   */
  readonly severities?: readonly IssueSeverity[];
  /** The rule that is broken, or what would happen; what an issue itself says in its place is more exact. */
  readonly why: string;
  /**
   * Address of the page on which the rule is documented.
   *
   * @default - documented in several places, or plain from the why
   */
  readonly source?: string;
}

/** Kinds of issue by their code, which is in kebab-case. */
export type IssueTable = Readonly<Record<string, IssueRow>>;
