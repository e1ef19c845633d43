import { TASK_DEFINITION_ISSUES } from "../../../modules/issues/table/task-definition-issues";
import { issueTopic } from "./issue-topic";

export const TASK_DEFINITION_TOPIC = issueTopic(TASK_DEFINITION_ISSUES, {
  title: "Reading a task definition",
  about: "A task definition that was not written with this library, as JSON of ECS or of Terraform.",
  entries: {
    "not-a-task-definition": {
      what: "The document, or a part of it, is not a task definition or a list of container definitions.",
      fix: "Give the answer of `aws ecs describe-task-definition`, the input of `register-task-definition`, or `container_definitions` of Terraform.",
    },
    "containers-unresolved": {
      what: "Terraform or a pipeline fills in the container definitions as a whole.",
      fix: "Read the definition that came out of it: `aws ecs describe-task-definition --task-definition FAMILY`.",
    },
    "field-missing": {
      what: "A field that ECS requires is missing from a task definition.",
      fix: "Add the field that the message names.",
    },
    "field-type-wrong": {
      what: "A field has a value of another type than ECS takes, such as a text in place of a number.",
      fix: "Write the value as the message shows, for example `8080` without quotation marks.",
    },
    "field-value-unknown": {
      what: "A field has a word that ECS does not know there. It is a warning where ECS takes another word in its place, such as tcp for the protocol of a port.",
      fix: "Write one of the words in the message.",
    },
    "field-spelling": {
      what: "A property of CloudFormation, or a field of a container definition in Terraform, is written with other capitals, such as `portMappings` for `PortMappings`, or `healthcheck` for `healthCheck`.",
      fix: "Write it as CloudFormation or ECS has it.",
    },
    "field-unresolved": {
      what: "Terraform or a pipeline fills in the whole of a field that has members.",
      fix: "Write its members out, each with an expression for its value where needed.",
    },
    "field-not-kept": {
      what: "A task definition has something that is not known here, or for which a task has no room, such as a range of ports.",
      fix: "Check the spelling, or add it to the task definition afterwards.",
    },
    "fargate-not-required": {
      what: "A task definition is for other launch types, and not for Fargate.",
      fix: 'Add `"FARGATE"` to `requiresCompatibilities`.',
    },
    "network-mode-invalid": {
      what: "The network mode of a task definition is not awsvpc, or none is given.",
      fix: 'Write `"awsvpc"`.',
    },
  },
});
