import type { IssueTable } from "./issue-row";

/** Log drivers, log routers and collectors. */
export const LOG_ISSUES = {
  "log-driver-unknown": {
    what: "The log driver of a container is not a `LogDriver`.",
    why: "Where the logs go decides which endpoint they need.",
    fix: "Write `LogDriver.awslogs()`, `LogDriver.firelens(plugin)`, `LogDriver.splunk(url)` or `LogDriver.none()`.",
  },
  "log-driver-unresolved": {
    severities: ["note"],
    what: "Terraform fills in the log driver of a container, so that it is unknown where the output goes.",
    why: "The driver awslogs needs the endpoint `logs`, other drivers need other ways.",
    fix: "Check which driver it is, and add what it needs.",
  },
  "log-driver-unsupported": {
    what: "A task definition names a log driver that Fargate does not have.",
    why: "Fargate takes awslogs, splunk and awsfirelens.",
    fix: "Use one of these. With awsfirelens a log router can send the lines anywhere.",
  },
  "log-option-missing": {
    what: "An option that a log driver needs is missing.",
    why: "On Fargate awslogs needs a group, a Region and a stream prefix; the collector of Splunk takes lines only with its token.",
    fix: 'Add the option. The token is a secret: `secretOptions: { "splunk-token": SecretSource.ssmParameter(name) }`.',
  },
  "log-option-known": {
    what: "An option is among the further options of a log driver, and the driver has a field of its own for it.",
    why: "The value is written once, where it is checked.",
    fix: "Use the field that the message names.",
  },
  "log-options-exclusive": {
    what: "The log driver awslogs has both a datetime format and a multiline pattern.",
    why: "Either says where a message starts, and ECS takes one of them.",
    fix: "Leave out `datetimeFormat` or `multilinePattern`.",
  },
  "log-router-missing": {
    what: "A container logs by FireLens, and no container of the task is a log router.",
    why: "The log driver hands its lines to the log router; ECS refuses a task definition without one.",
    fix: 'Add a container with `firelens: { type: "fluentbit" }`, for example one of the image aws-for-fluent-bit.',
  },
  "log-destination-unreachable": {
    severities: ["error", "note"],
    what: "Logs are sent to a host to which no VPC endpoint leads. It is a note where the network has a way out.",
    why: "The destination is not an AWS service, so without an internet route nothing arrives.",
    fix: "If the task reaches it through its VPC, for example by the vendor's own endpoint service, name its host: `reachableHosts: [host]`. Otherwise send to CloudWatch Logs or Amazon Data Firehose.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "splunk-url-malformed": {
    what: "A text is not the address of a Splunk collector.",
    why: "The splunk driver sends to the HTTP event collector at this address.",
    fix: 'Write it as `"https://splunk.example.com:8088"`.',
  },
  "firelens-config-on-s3": {
    what: "A log router takes its configuration from S3.",
    why: "Fargate takes a configuration file of the type `file` only.",
    fix: 'Put the file into the image of the router and write `"config-file-type": "file"`.',
  },
  "firelens-output-unknown": {
    severities: ["note"],
    what: "Where a log router sends is not known.",
    why: "The plan reads the output plugin in the task; a configuration file in the image is out of its sight, and not every plugin is known.",
    fix: 'Name the services that it calls, for example `uses: ["logs"]`.',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "opensearch-domain-unverified": {
    severities: ["note"],
    what: "A log router sends to an OpenSearch domain, and whether that is in the VPC is not known.",
    why: "A domain in the VPC has addresses there and needs no endpoint; a public domain cannot be reached.",
    fix: "Use a domain in the VPC, and say so: `reachableHosts: [host]`.",
  },
  "telemetry-destination-unknown": {
    severities: ["note"],
    what: "The task has a telemetry collector, and where that sends is not said in the task.",
    why: "Its configuration is in the image, in a file or in a parameter, out of the plan's sight.",
    fix: 'Name the services that it calls, for example `uses: ["xray", "logs", "monitoring"]`.',
  },
} satisfies IssueTable;
