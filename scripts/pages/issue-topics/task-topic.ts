import { TASK_ISSUES } from "../../../modules/issues/table/task-issues";
import { issueTopic } from "./issue-topic";

export const TASK_TOPIC = issueTopic(TASK_ISSUES, {
  title: "Tasks",
  about: "A task as a whole: its family, ports, roles and settings.",
  entries: {
    "family-missing": {
      what: "A list of container definitions is read as a task, and no family is given for it.",
      fix: 'Give it beside the document: `{ family: "orders" }`.',
    },
    "family-invalid": {
      what: "The family of a task has characters that ECS does not take, is empty, or is too long.",
      fix: 'Write such a name, for example `family: "orders"`.',
    },
    "placeholder-left": {
      what: "A service is built from a task definition in which a pipeline was to fill something in, such as `<IMAGE>` or `$REGION`.",
      fix: "Write the value, or fill it in before `readTaskDefinition`. The command `plan` takes placeholders: what they stand for is unknown.",
    },
    "containers-empty": {
      what: "A task has no container.",
      fix: "Add one, for example `containers: { app: { image: ContainerImage.ecr(repository) } }`.",
    },
    "essential-container-missing": {
      what: "No container of a task is essential.",
      fix: "Leave out `essential: false` on at least one container.",
    },
    "port-out-of-range": {
      what: "A number is not a port.",
      fix: "Write the number of the port, for example `8080`.",
    },
    "port-duplicate": {
      what: "Two containers of a task, or one container twice, take the same port.",
      fix: "Let one of the two listen on another port.",
    },
    "ephemeral-storage-invalid": {
      what: "A task asks for a size of ephemeral storage that Fargate does not have.",
      fix: "Write a whole number from 21 to 200, or leave `ephemeralStorage` out to get the 20 GiB.",
    },
    "execution-role-missing": {
      what: "A task definition that was not written with this library has no execution role, and something in it needs one.",
      fix: "Add `executionRoleArn`.",
    },
    "task-role-missing": {
      what: "A task definition that was not written with this library has no task role, and ECS Exec is switched on or a volume is one of S3 Files.",
      fix: "Add `taskRoleArn`, the ARN of a role with the four actions of `ssmmessages`, or with the rights to mount the file system.",
    },
    "execute-command-log-missing": {
      what: "The logging of ECS Exec is `OVERRIDE`, and neither a log group nor a bucket is named.",
      fix: 'Name `cloudWatchLogGroupName` or `s3BucketName`, or write `logging: "DEFAULT"`.',
    },
    "execute-command-log-unused": {
      what: "A log group or a bucket is named for ECS Exec, and its logging is not `OVERRIDE`.",
      fix: 'Leave `logging` out, or write `logging: "OVERRIDE"`.',
    },
    "execute-command-of-cluster": {
      what: "A task says how its sessions of ECS Exec are logged and encrypted, and the cluster that it is given does so otherwise.",
      fix: "Give the same `executeCommand` to the `FargateCluster` and to the task.",
    },
    "execute-command-readonly": {
      what: "ECS Exec is switched on for a task with a container whose file system is read-only. It is an error where that holds for every container.",
      fix: "Leave `readonlyRootFilesystem` out for the container, or `executeCommand` for the task.",
    },
    "service-connect-access-logs-lost": {
      what: "The proxy of Service Connect is to write access logs, and has no log driver.",
      fix: "Write `logDriver: LogDriver.awslogs()` in `serviceConnect`, or leave `accessLogs` out.",
    },
    "service-connect-port-unknown": {
      what: "Service Connect offers a port by a name that no port of the task has.",
      fix: 'Name the port: `ports: [{ containerPort: 8080, name: "http" }]`.',
    },
    "reachable-host-malformed": {
      what: "An entry of `reachableHosts` is not the name of a host.",
      fix: 'Write the bare name, without a scheme, a port or a path: `reachableHosts: ["registry.example.com"]`.',
    },
    "grant-invalid": {
      what: "An entry of `grants` does not say what may be done with what: a word of access that the service does not have, text that is no action or no ARN, or both `access` and `actions`.",
      fix: 'Write `{ service: "sqs", access: "consume", on: queue.arn }`, or list the actions: `{ service: "sqs", actions: ["sqs:PurgeQueue"], on: queue.arn }`.',
    },
    "additional-field-known": {
      what: "A field is among the additional fields, and the task or the container has a property of its own for it.",
      fix: "Move the value to the property that the message names.",
    },
    "field-refused": {
      what: "A field among the additional fields asks for something that Fargate does not have.",
      fix: "Remove the field, or run the task on EC2 instances.",
    },
  },
});
