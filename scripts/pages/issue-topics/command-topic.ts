import { COMMAND_ISSUES } from "../../../modules/issues/table/command-issues";
import { issueTopic } from "./issue-topic";

export const COMMAND_TOPIC = issueTopic(COMMAND_ISSUES, {
  title: "Documents",
  about: "What `private-fargate` and `proveReachability` read.",
  entries: {
    "json-malformed": {
      what: "A file, or a text that holds container definitions, is not JSON.",
      fix: "Correct the text at the line in the message. In Terraform write the list with `jsonencode`.",
    },
    "json-member-duplicate": {
      what: "A name is written twice in one object of a JSON file.",
      fix: "Remove the one that is not meant.",
    },
    "json-too-deep": {
      what: "A JSON document has lists and objects in each other, hundreds of levels deep.",
      fix: "Flatten what the message names, or leave it out.",
    },
    "yaml-malformed": {
      what: "A task definition or a template of CloudFormation is not YAML.",
      fix: "Correct the text at the line and the column in the message.",
    },
    "not-terraform-json": {
      what: "What is given to `proveReachability` is no list of objects.",
      fix: "Give a list of parsed documents: `proveReachability([JSON.parse(text)])`.",
    },
    "existing-subnet-unknown": {
      what: "`existingNetwork` is told of a subnet that the snapshot does not have.",
      fix: "Write the `Name` or the id of a subnet in the snapshot, or take the snapshot again.",
    },
    "network-snapshot-malformed": {
      what: "A file that is given as the snapshot of a network is none, is of a newer version, or was edited.",
      fix: "Write it again with `private-fargate snapshot`.",
    },
    "price-list-malformed": {
      what: "A file of prices is not what `aws pricing get-products` prints, has no price that is needed, or has two for one thing.",
      fix: 'Ask for the products of one Region: `aws pricing get-products --region us-east-1 --service-code AmazonVPC --filters Type=TERM_MATCH,Field=regionCode,Value=eu-north-1`, and the same for `AmazonEC2` with `Field=productFamily,Value="NAT Gateway"`.',
    },
    "task-missing": {
      what: "Nothing in what is checked starts a Fargate task, so nothing is proved.",
      fix: "Check it together with the configuration or the plan that has the service. What is in modules shows in a plan, or in the folder of the configuration.",
    },
  },
});
