import { type Fix, type FixInEach, type FixLanguage, fixInEach } from "./fix";
import type { IssueRow, IssueSeverity } from "./table/issue-row";
import { ISSUE_TABLE, type IssueCode, type SeverityOf } from "./table/issue-table";

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
  /** What to type where the task is written in something else. @default - the same */
  readonly fixIn?: FixInEach;
  /**
   * Where in the input it is, for example `"containers.api.image"`.
   *
   * @default - the issue concerns the input as a whole
   */
  readonly path?: string;
}

/** What an issue adds to its row in the table. */
export interface IssueValues<Code extends IssueCode> {
  readonly path?: string | undefined;
  readonly problem: string;
  readonly fix: Fix;
  /** Why it is wrong here, where that depends on the case. @default - as the row says */
  readonly why?: string;
  /** @default - the row's, the worst where it has several */
  readonly severity?: SeverityOf<Code>;
}

/** An issue of a kind, of which the table says why it is one and how bad. */
export function issue<Code extends IssueCode>(code: Code, values: IssueValues<Code>): Issue<Code> {
  const row: IssueRow = ISSUE_TABLE[code];
  const { path, problem, why = row.why, fix } = values;
  const worst = row.severities?.[0] ?? "error";
  const severity: IssueSeverity | undefined = values.severity ?? (worst === "error" ? undefined : worst);
  return {
    code,
    ...(severity === undefined ? {} : { severity }),
    ...(path === undefined ? {} : { path }),
    problem,
    why,
    ...(typeof fix === "string" ? { fix } : { fix: fix.library, fixIn: fixInEach(fix) }),
  };
}

/** An issue as it leaves the product: with what to type in the language of the input. */
export function inLanguage<Found extends Issue>({ fixIn, ...found }: Found, language: FixLanguage) {
  return { ...found, fix: fixIn?.[language] ?? found.fix };
}

/** Whether an issue stops the synthesis. */
export function isError({ severity = "error" }: Pick<Issue, "severity">): boolean {
  return severity === "error";
}
