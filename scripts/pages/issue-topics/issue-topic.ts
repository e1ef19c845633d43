import type { IssueRow, IssueTable } from "../../../modules/issues/table/issue-row";

/** What the page says of a kind of issue in general words, since an issue itself has the values. The texts are Markdown. */
export interface IssueEntry {
  /** What was found. */
  readonly what: string;
  /** What to type. */
  readonly fix: string;
}

/** A kind of issue with everything that the page says of it. */
export interface IssueOfTopic extends IssueRow, IssueEntry {
  readonly code: string;
}

/** Issues about one thing. */
export interface IssueTopic {
  readonly title: string;
  /** What they are about, as a sentence. */
  readonly about: string;
  readonly issues: readonly IssueOfTopic[];
}

/** A part of the issue table with its texts. A code without an entry does not compile. */
export function issueTopic<Code extends string>(
  table: Readonly<Record<Code, IssueRow>> & IssueTable,
  { entries, ...topic }: Omit<IssueTopic, "issues"> & { readonly entries: Readonly<Record<Code, IssueEntry>> },
): IssueTopic {
  const texts = new Map<string, IssueEntry>(Object.entries(entries));
  return {
    ...topic,
    issues: Object.entries(table).flatMap(([code, row]) => {
      const entry = texts.get(code);
      return entry === undefined ? [] : [{ code, ...row, ...entry }];
    }),
  };
}
