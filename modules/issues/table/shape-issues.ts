import type { IssueTable } from "./issue-row";

/** What is given to the library without a compiler that checks it. */
export const SHAPE_ISSUES = {
  "property-missing": { why: "nothing else says it, and it has no default" },
  "property-unknown": { why: "nobody reads it, so that what is meant by it would not happen" },
  "property-malformed": { why: "what is in it cannot be read" },
} as const satisfies IssueTable;
