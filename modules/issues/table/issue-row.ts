import type { IssueSeverity } from "../issue";

/** What is said about one kind of issue, in general words: an issue itself has the values. The texts are Markdown. */
export interface IssueRow {
  /**
   * How bad it is; several where that depends on the rest, the worst first.
   *
   * @default ["error"]
   */
  readonly severities?: readonly IssueSeverity[];
  /** What was found. */
  readonly what: string;
  /** The rule that is broken, or what would happen. */
  readonly why: string;
  /** What to type. */
  readonly fix: string;
  /**
   * Address of the page on which the rule is documented.
   *
   * @default - documented in several places, or plain from the why
   */
  readonly source?: string;
}

/** Kinds of issue by their code, which is in kebab-case. */
export type IssueTable = Readonly<Record<string, IssueRow>>;
