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
  "json-too-deep": {
    why: "no configuration, plan or task definition is nested like that, and whoever walks through it would not come back",
  },
  "yaml-malformed": {
    why: "it has to be YAML 1.2, of a template of CloudFormation YAML 1.1: levels by spaces, and quotation marks around a text that starts with a character of YAML's own",
    source: "https://yaml.org/spec/1.2.2/",
  },
  "not-terraform-json": {
    why: "Terraform JSON is an object: a configuration, or what terraform show -json prints of a plan or a state",
    source: "https://developer.hashicorp.com/terraform/internals/json-format",
  },
  "existing-subnet-unknown": {
    why: "what is not in the snapshot is not in the VPC, or has come since it was taken",
  },
  "network-snapshot-malformed": {
    why: "the proof takes what is in the file for the network that is there, so it has to be what private-fargate snapshot wrote",
  },
  "price-list-malformed": {
    why: "prices are taken from products of AWS's price list, each with its Region, its type of usage and one price in US dollars on demand",
    source: "https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html",
  },
  "task-missing": {
    severities: ["note"],
    why: "an aws_ecs_service starts one and says in which subnets, as an aws_cloudwatch_event_target, aws_scheduler_schedule, aws_sfn_state_machine, aws_pipes_pipe or aws_batch_job_queue does; a task definition alone does not",
  },
} as const satisfies IssueTable;
