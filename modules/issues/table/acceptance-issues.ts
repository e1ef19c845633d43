import type { IssueTable } from "./issue-row";

/** Findings that are accepted knowingly. */
export const ACCEPTANCE_ISSUES = {
  "acceptance-unused": { severities: ["warning"], why: "it would silence the finding if it ever came up" },
  "acceptance-without-reason": { why: "whoever reads the Terraform later cannot tell a decision from an oversight" },
} as const satisfies IssueTable;
