import type { Issue } from "./issue";
import type { IssueSeverity } from "./table/issue-row";
import type { IssueCode } from "./table/issue-table";

/** What every issue is as JSON, with its severity also where it is an error. */
export interface IssueJson {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly problem: string;
  readonly why: string;
  readonly fix: string;
}

/** What every issue is as JSON; where it is follows. */
export function issueAsJson({ code, severity = "error", problem, why, fix }: Issue): IssueJson {
  return { code, severity, problem, why, fix };
}
