import type { IssueTable } from "./issue-row";

/** Reading a task definition that was not written with this library. */
export const TASK_DEFINITION_ISSUES = {
  "not-a-task-definition": {
    what: "The document, or a part of it, is not a task definition or a list of container definitions.",
    why: "A task definition has `containerDefinitions`, or `container_definitions` in Terraform. Without one, a list of container definitions is read as well.",
    fix: "Give the answer of `aws ecs describe-task-definition`, the input of `register-task-definition`, or `container_definitions` of Terraform.",
  },
  "containers-unresolved": {
    what: "Terraform fills in the container definitions as a whole.",
    why: "What the task needs is written in them.",
    fix: "Read the definition that came out of it: `aws ecs describe-task-definition --task-definition FAMILY`.",
  },
  "field-missing": {
    what: "A field that ECS requires is missing from a task definition.",
    why: "ECS refuses the task definition without it, and the plan cannot be made.",
    fix: "Add the field that the message names.",
  },
  "field-type-wrong": {
    what: "A field has a value of another type than ECS takes, such as a text in place of a number.",
    why: "ECS refuses a task definition whose fields have other types.",
    fix: "Write the value as the message shows, for example `8080` without quotation marks.",
  },
  "field-value-unknown": {
    what: "A field has a word that ECS does not know there.",
    why: "ECS refuses a task definition with any other value than those of the field.",
    fix: "Write one of the words in the message.",
  },
  "field-unresolved": {
    severities: ["warning"],
    what: "Terraform fills in the whole of a field that has members.",
    why: "What is in it decides which endpoints are needed; it is left out of the task.",
    fix: "Write its members out, each with an expression for its value where needed.",
  },
  "field-not-kept": {
    severities: ["warning"],
    what: "A task definition has something that is not known here, or for which a task has no room, such as a range of ports.",
    why: "It has no part in the plan, and a task definition made from the task does not have it.",
    fix: "Check the spelling, or add it to the task definition afterwards.",
  },
  "fargate-not-required": {
    what: "A task definition is for other launch types, and not for Fargate.",
    why: "ECS checks a task definition for the launch types that it names; the plan takes it as one for Fargate.",
    fix: 'Add `"FARGATE"` to `requiresCompatibilities`.',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "network-mode-invalid": {
    what: "The network mode of a task definition is not awsvpc, or none is given.",
    why: "A Fargate task has a network interface of its own, which is the network mode awsvpc; without a mode ECS takes bridge.",
    fix: 'Write `"awsvpc"`.',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
} satisfies IssueTable;
