import type { IssueTable } from "./issue-row";

/** Findings that are accepted knowingly. */
export const ACCEPTANCE_ISSUES = {
  "acceptance-unused": {
    severities: ["warning"],
    what: "A finding is accepted, and there is no such finding.",
    why: "The acceptance would silence the finding if it ever came up.",
    fix: "Remove the acceptance.",
  },
  "acceptance-without-reason": {
    what: "A finding is accepted without a reason.",
    why: "Whoever reads the Terraform later cannot tell a decision from an oversight.",
    fix: "Write why: `acceptFinding(resource, { code, reason })`.",
  },
} satisfies IssueTable;
