import type { IssueTable } from "./issue-row";

/** Reading a task definition that was not written with this library. */
export const TASK_DEFINITION_ISSUES = {
  "not-a-task-definition": {
    why: "a task definition has containerDefinitions (container_definitions in Terraform); without one, a list of container definitions is read as well",
  },
  "containers-unresolved": { why: "what the task needs is written in them" },
  "field-missing": { why: "ECS refuses the task definition without it, and the plan cannot be made" },
  "field-type-wrong": { why: "ECS refuses a task definition whose fields have other types" },
  "field-value-unknown": {
    severities: ["error", "warning"],
    why: "ECS refuses a task definition with any other value",
  },
  "field-spelling": {
    severities: ["warning"],
    why: "CloudFormation warns of a field in other capitals, or refuses it, as the AWS CLI does, and Terraform takes it; the plan reads it",
  },
  "field-unresolved": {
    severities: ["warning"],
    why: "what is in it decides which endpoints are needed; it is left out of the task",
  },
  "field-not-kept": {
    severities: ["warning"],
    why: "it has no part in the plan, and a task definition made from the task does not have it",
  },
  "fargate-not-required": {
    why: "ECS checks a task definition for the launch types that it names; the plan takes it as one for Fargate",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "network-mode-invalid": {
    why: "a Fargate task has a network interface of its own, which is the network mode awsvpc; without one ECS takes bridge",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
} as const satisfies IssueTable;
