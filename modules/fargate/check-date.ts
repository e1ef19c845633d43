import { type Issue, issue } from "../issues/issue";
import type { IssueCode } from "../issues/table/issue-table";
import { isUnresolved } from "../values/unresolved";

/** What is wrong with a date, where it is given. The provider takes RFC 3339. */
export function* checkDate(code: IssueCode, path: string, date: string | undefined): Generator<Issue> {
  if (date === undefined || isUnresolved(date)) return;
  const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(date);
  if (isWritten && !Number.isNaN(Date.parse(date))) return;
  yield issue(code, {
    path,
    problem: `"${date}" is not a date with a time and a zone`,
    fix: 'write it as "2027-01-31T03:00:00Z"',
  });
}
