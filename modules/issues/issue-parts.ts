import { someOf } from "../text/some-of";
import type { Issue } from "./issue";

/** An issue, why it is accepted where it is, and where there are others like it. */
export type ShownIssue = Issue<string> & { readonly accepted?: string; readonly others?: readonly string[] };

/** The error, warning or note that an issue is, or that it is accepted. */
export function weight({ severity = "error", accepted }: Pick<ShownIssue, "severity" | "accepted">): string {
  return accepted === undefined ? severity : "accepted";
}

/** What is wrong, behind the code, and behind the place where the issue has one. */
export function headline({ code, path, problem }: Pick<ShownIssue, "code" | "path" | "problem">): string {
  return path === undefined ? `${code}: ${problem}` : `${code}: ${path}: ${problem}`;
}

/** Why, and what to type, each behind its word; last, where the same holds, and why the issue is accepted. */
export function remarks({
  why,
  fix,
  others = [],
  accepted,
}: ShownIssue): readonly (readonly [word: string, text: string])[] {
  return [
    ["why", why],
    ["fix", fix],
    ...(others.length === 0 ? [] : [["also", someOf(others)] as const]),
    ...(accepted === undefined ? [] : [["accepted", accepted] as const]),
  ];
}

/** An issue without its place, where what is wrong names that as well. */
export function withPlaceOnce(issue: ShownIssue): ShownIssue {
  const { path, ...withoutPlace } = issue;
  return path !== undefined && issue.problem.includes(path) ? withoutPlace : issue;
}
