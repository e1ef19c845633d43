import type { IssueTable } from "./issue-row";

/** Log drivers, log routers and collectors. */
export const LOG_ISSUES = {
  "log-driver-unknown": { why: "where the logs go decides which endpoint they need" },
  "log-driver-unresolved": {
    severities: ["note"],
    why: "the driver awslogs needs the endpoint logs, other drivers need other ways",
  },
  "log-driver-unsupported": { why: "Fargate takes awslogs, splunk and awsfirelens" },
  "log-option-missing": {
    why: "on Fargate awslogs needs a group, a Region and a stream prefix; the collector of Splunk takes lines only with its token; a log router needs the name of its plugin as Name",
  },
  "log-option-known": { why: "the driver has a field for it, so it is written once, where it is checked" },
  "log-option-unknown": {
    severities: ["warning"],
    why: "ECS registers every value, and the driver refuses it when the container starts",
  },
  "log-options-exclusive": { why: "either says where a message starts, and ECS takes one of them" },
  "log-router-missing": { why: "ECS refuses such a task definition" },
  "log-destination-unreachable": {
    severities: ["error", "note"],
    why: "the destination is not an AWS service, so without an internet route nothing arrives",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "log-destination-unknown": {
    severities: ["note"],
    why: "where nothing says to which host the logs go, nothing says whether it is reached without an internet route",
  },
  "splunk-url-malformed": { why: "the splunk driver sends to the HTTP event collector at splunk-url" },
  "firelens-config-on-s3": { why: 'Fargate takes a configuration file of type "file" only' },
  "firelens-output-unknown": {
    severities: ["note"],
    why: "the plan reads the output plugin, and a configuration file in the image is out of its sight",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "opensearch-domain-unverified": {
    severities: ["note"],
    why: "a domain in the VPC has addresses there and needs no endpoint; a public domain cannot be reached",
  },
  "telemetry-destination-unknown": {
    severities: ["note"],
    why: "its configuration is in the image, in a file or in a parameter, out of the plan's sight",
  },
} as const satisfies IssueTable;
