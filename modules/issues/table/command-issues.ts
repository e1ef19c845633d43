import type { IssueTable } from "./issue-row";

/** Files that the command reads. */
export const COMMAND_ISSUES = {
  "json-malformed": {
    why: "it has to be JSON as RFC 8259 defines it: no comments, no comma after the last element, double quotation marks",
    source: "https://www.rfc-editor.org/rfc/rfc8259",
  },
  "json-member-duplicate": {
    severities: ["warning"],
    why: "programs that read JSON take one of the two without a word, most of them the last, as here",
  },
  "task-missing": {
    severities: ["note"],
    why: "an aws_ecs_service, the target of an aws_cloudwatch_event_target or an aws_scheduler_schedule starts one, and says in which subnets; a task definition alone does not",
  },
} as const satisfies IssueTable;
