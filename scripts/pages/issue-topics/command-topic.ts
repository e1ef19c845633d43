import { COMMAND_ISSUES } from "../../../modules/issues/table/issue-table";
import { issueTopic } from "./issue-topic";

export const COMMAND_TOPIC = issueTopic(COMMAND_ISSUES, {
  title: "Files of the command",
  about: "What `private-fargate` reads.",
  entries: {
    "json-malformed": {
      what: "A file, or a text that holds container definitions, is not JSON.",
      fix: "Correct the text at the line in the message. In Terraform write the list with `jsonencode`.",
    },
    "json-member-duplicate": {
      what: "A name is written twice in one object of a JSON file.",
      fix: "Remove the one that is not meant.",
    },
    "task-missing": {
      what: "Nothing in what is checked starts a Fargate task, so nothing is proved.",
      fix: "Check it together with the configuration or the plan that has the service. What is in modules shows in a plan only.",
    },
  },
});
