import { LOG_RETENTION_DAYS } from "../../aws/limits";
import type { IssueTable } from "./issue-row";

/** What tasks run on, and when: capacity providers, clusters, schedules. */
export const LAUNCH_ISSUES = {
  "log-retention-unknown": {
    why: `CloudWatch Logs keeps logs for one of these numbers of days: ${LOG_RETENTION_DAYS.join(", ")}`,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  },
  "log-group-key-malformed": {
    why: "CloudWatch Logs takes the key of a log group by its ARN, and no alias",
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html",
  },
  "flow-logs-invalid": {
    why: "AWS refuses the flow log or its log group, and the apply ends halfway",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html",
  },
  "name-invalid": { why: "AWS refuses the name, and the apply ends halfway" },
  "vpc-id-malformed": { why: "AWS finds no VPC by it, and the apply ends halfway" },
  "provider-of-other-stack": {
    why: "each stack is a configuration of its own, and Terraform finds no provider of another one",
    source: "https://developer.hashicorp.com/terraform/language/providers/configuration",
  },
  "role-option-invalid": {
    why: "IAM refuses the role, and the apply ends halfway",
    source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
  },
  "cluster-arn-malformed": {
    why: "the ARN names the Region, the account and the cluster; ECS finds no cluster by another text",
  },
  "capacity-providers-invalid": {
    why: "ECS refuses a strategy in which no provider has a weight, or two have a base; bases go to 100,000 and weights to 1,000",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  },
  "call-invalid": {
    why: "a call opens one TCP port of something in the VPC, by rules whose addresses and descriptions have its name",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "capacity-provider-missing": {
    why: "a task names only capacity providers that are associated with its cluster",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  },
  "fargate-spot-windows": {
    why: "FARGATE_SPOT runs Linux, on either architecture",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  },
  "cluster-setting-unknown": { why: "ECS refuses any other when the cluster is made" },
  "schedule-expression-invalid": {
    why: "EventBridge Scheduler takes cron(…) with six fields, rate(…) of a minute or more, and at(…) for one time",
    source: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
  },
  "schedule-setting-invalid": {
    why: "EventBridge Scheduler refuses it when the schedule is made",
    source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html",
  },
  "schedule-ebs-volume": {
    why: "a schedule cannot say how ECS makes a volume of EBS for a task; a service can",
    source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html",
  },
} as const satisfies IssueTable;
