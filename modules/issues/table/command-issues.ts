import type { IssueTable } from "./issue-row";

/** Files that the command reads. */
export const COMMAND_ISSUES = {
  "json-malformed": {
    what: "A file, or a text that holds container definitions, is not JSON.",
    why: "It has to be JSON as RFC 8259 defines it: no comments, no comma after the last element, double quotation marks.",
    fix: "Correct the text at the line in the message. In Terraform write the list with `jsonencode`.",
    source: "https://www.rfc-editor.org/rfc/rfc8259",
  },
  "json-member-duplicate": {
    severities: ["warning"],
    what: "A name is written twice in one object of a JSON file.",
    why: "Programs that read JSON take one of the two without a word, most of them the last, as here.",
    fix: "Remove the one that is not meant.",
  },
  "task-missing": {
    severities: ["note"],
    what: "Nothing in what is checked starts a Fargate task, so nothing is proved.",
    why: "An `aws_ecs_service`, the target of an `aws_cloudwatch_event_target` or an `aws_scheduler_schedule` starts one, and says in which subnets; a task definition alone does not.",
    fix: "Check it together with the configuration or the plan that has the service. What is in modules shows in a plan only.",
  },
} satisfies IssueTable;
