import { LAUNCH_ISSUES } from "../../../modules/issues/table/launch-issues";
import { issueTopic } from "./issue-topic";

export const LAUNCH_TOPIC = issueTopic(LAUNCH_ISSUES, {
  title: "Capacity, clusters and schedules",
  about: "What tasks run on, and what starts them.",
  entries: {
    "log-retention-unknown": {
      what: "CloudWatch Logs does not keep logs for that number of days.",
      fix: "Write the number in the message, which is the next one that it takes.",
    },
    "log-group-key-malformed": {
      what: "The key of a log group is not written as the ARN of a key.",
      fix: "Write the ARN of the key itself, not its id or an alias.",
    },
    "flow-logs-invalid": {
      what: "A setting of a VPC's flow logs is one that AWS refuses.",
      fix: "Write one of the words in the message, or the bucket by its ARN and what follows as the prefix.",
    },
    "cluster-arn-malformed": {
      what: "The ARN of a cluster is none.",
      fix: "Write it as `arn:aws:ecs:eu-west-1:123456789012:cluster/shop`, or name a cluster that is created.",
    },
    "name-invalid": {
      what: "The name of a service, a cluster, a security group, a role, a log group or a target group is too long, or has characters that AWS refuses.",
      fix: "Write a name as the message says, or leave it out where it has a default.",
    },
    "provider-of-other-stack": {
      what: "The `provider` of a construct was made in another stack than the construct.",
      fix: "Make a provider with the same settings in the stack of the construct, and give it that one.",
    },
    "vpc-id-malformed": {
      what: "What is given as the id of a VPC is none.",
      fix: 'Write it as `"vpc-0123456789abcdef0"`, or look the VPC up by `ExistingNetwork.lookUp`.',
    },
    "role-option-invalid": {
      what: "The path of a role is not between slashes, or its boundary or a managed policy is no ARN of one.",
      fix: 'Write `path: "/services/"`, and policies by their ARNs: `permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary"`.',
    },
    "capacity-providers-invalid": {
      what: "A strategy of capacity providers has no weight above 0, two bases, or a number that ECS does not take.",
      fix: "Write `capacityProviders: { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 1 } }`.",
    },
    "call-invalid": {
      what: "A call in `calls` has a name that construct ids cannot have, a host that is none, or no port where its service has none or several.",
      fix: "Write `calls: { prices: { service: prices, port: 8080 } }`, and the host without a scheme and a port.",
    },
    "capacity-provider-missing": {
      what: "A strategy names a capacity provider that the cluster does not have.",
      fix: 'Give the cluster `capacityProviders: ["FARGATE", "FARGATE_SPOT"]`, which costs nothing.',
    },
    "fargate-spot-windows": {
      what: "A task with Windows names the capacity provider `FARGATE_SPOT`.",
      fix: "Write `capacityProviders: { FARGATE: { weight: 1 } }`, or leave it out.",
    },
    "cluster-setting-unknown": {
      what: "A cluster has a setting of Container Insights, or a capacity provider, that there is not.",
      fix: "Write one of the words that the message lists.",
    },
    "schedule-expression-invalid": {
      what: "The expression of a schedule is not one that EventBridge Scheduler takes.",
      fix: 'Write `"cron(0 3 * * ? *)"`, `"rate(1 hour)"` or `"at(2027-01-31T03:00:00)"`; the message says what is wrong.',
    },
    "schedule-setting-invalid": {
      what: "A number, a date or a name of a schedule is not one that EventBridge Scheduler takes.",
      fix: "Write what the message says.",
    },
    "schedule-ebs-volume": {
      what: "A schedule starts a task that has a volume of EBS.",
      fix: "Use `Volume.efs(fileSystem)` or `Volume.bind()`.",
    },
  },
});
