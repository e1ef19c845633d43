import { LOG_ISSUES } from "../../../modules/issues/table/log-issues";
import { issueTopic } from "./issue-topic";

export const LOG_TOPIC = issueTopic(LOG_ISSUES, {
  title: "Logs and telemetry",
  about: "Log drivers, log routers and collectors, and where they send.",
  entries: {
    "log-driver-unknown": {
      what: "The log driver of a container is not a `LogDriver`.",
      fix: "Write `LogDriver.awslogs()`, `LogDriver.firelens(plugin)`, `LogDriver.splunk(url)` or `LogDriver.none()`.",
    },
    "log-driver-unresolved": {
      what: "Terraform or a pipeline fills in the log driver of a container, so that it is unknown where the output goes.",
      fix: "Check which driver it is, and add what it needs.",
    },
    "log-driver-unsupported": {
      what: "A task definition names a log driver that Fargate does not have.",
      fix: "Use one of these. With awsfirelens a log router can send the lines anywhere.",
    },
    "log-option-missing": {
      what: "An option that a log driver needs is missing.",
      fix: 'Add the option. The token is a secret: `secretOptions: { "splunk-token": SecretSource.ssmParameter(name) }`.',
    },
    "log-option-known": {
      what: "An option is among the further options of a log driver, and the driver has a field of its own for it.",
      fix: "Use the field that the message names.",
    },
    "log-option-unknown": {
      what: "An option of a log driver has a value that the driver does not take.",
      fix: "Write one of the values that the message names.",
    },
    "log-options-exclusive": {
      what: "The log driver awslogs has both a datetime format and a multiline pattern.",
      fix: "Leave out `datetimeFormat` or `multilinePattern`.",
    },
    "log-router-missing": {
      what: "A container logs by FireLens, and no container of the task is a log router.",
      fix: 'Add a container with `firelens: { type: "fluentbit" }`, for example one of the image aws-for-fluent-bit.',
    },
    "log-destination-unreachable": {
      what: "Logs are sent to a host to which no VPC endpoint leads. It is a note where the network has a way out.",
      fix: "If the task reaches it through its VPC, for example by the vendor's own endpoint service, name its host: `reachableHosts: [host]`. Otherwise send to CloudWatch Logs or Amazon Data Firehose.",
    },
    "log-destination-unknown": {
      what: "The host to which logs are sent is filled in by Terraform, comes from a secret, or is one of AWS's that no service is known by.",
      fix: "See to it that the task reaches the host within its VPC, or name the service that has it.",
    },
    "splunk-url-malformed": {
      what: "A text is not the address of a Splunk collector.",
      fix: 'Write it as `"https://splunk.example.com:8088"`.',
    },
    "firelens-config-on-s3": {
      what: "A log router takes its configuration from S3.",
      fix: 'Put the file into the image of the router and write `"config-file-type": "file"`.',
    },
    "firelens-output-unknown": {
      what: "Where a log router sends is not known.",
      fix: 'Name the services that it calls, for example `uses: ["logs"]`.',
    },
    "opensearch-domain-unverified": {
      what: "A log router sends to an OpenSearch domain, and whether that is in the VPC is not known.",
      fix: "Use a domain in the VPC, and say so: `reachableHosts: [host]`.",
    },
    "telemetry-destination-unknown": {
      what: "The task has a telemetry collector, and where that sends is not said in the task.",
      fix: 'Name the services that it calls, for example `uses: ["xray", "logs", "monitoring"]`.',
    },
  },
});
