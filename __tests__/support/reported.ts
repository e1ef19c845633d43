import type { Issue } from "../../modules/issues/issue";

/** The one issue that was found. */
export function onlyIssue(issues: readonly Issue[]): Issue {
  const [issue, ...others] = issues;
  if (issue === undefined || others.length > 0) throw new Error(`one issue expected: ${JSON.stringify(issues)}`);
  return issue;
}

/** The one issue with that code. */
export function issueWithCode(issues: readonly Issue[], code: string): Issue {
  return onlyIssue(issues.filter((issue) => issue.code === code));
}
