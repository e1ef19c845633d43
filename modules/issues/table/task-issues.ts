import type { IssueTable } from "./issue-row";

/** A task as a whole: its family, roles, ports and settings. */
export const TASK_ISSUES = {
  "family-missing": {
    what: "A list of container definitions is read as a task, and no family is given for it.",
    why: "ECS registers a task definition under the name of a family, which such a list does not have.",
    fix: 'Give it beside the document: `{ family: "orders" }`.',
  },
  "family-invalid": {
    what: "The family of a task has characters that ECS does not take, is empty, or is too long.",
    why: "ECS takes 1 to 255 letters, digits, hyphens and underscores.",
    fix: 'Write such a name, for example `family: "orders"`.',
  },
  "containers-empty": {
    what: "A task has no container.",
    why: "A task is its containers; ECS refuses a task definition without one.",
    fix: "Add one, for example `containers: { app: { image: ContainerImage.ecr(repository) } }`.",
  },
  "essential-container-missing": {
    what: "No container of a task is essential.",
    why: "ECS refuses a task definition in which no container decides whether the task runs.",
    fix: "Leave out `essential: false` on at least one container.",
  },
  "port-out-of-range": {
    what: "A number is not a port.",
    why: "Ports are whole numbers from 1 to 65535.",
    fix: "Write the number of the port, for example `8080`.",
  },
  "port-duplicate": {
    what: "Two containers of a task, or one container twice, take the same port.",
    why: "The containers of a Fargate task share one network interface, so each port can be taken once.",
    fix: "Let one of the two listen on another port.",
  },
  "ephemeral-storage-invalid": {
    what: "A task asks for a size of ephemeral storage that Fargate does not have.",
    why: "Every task has 20 GiB; ECS takes whole numbers from 21 to 200 for more.",
    fix: "Write a whole number from 21 to 200, or leave `ephemeralStorage` out to get the 20 GiB.",
  },
  "execution-role-missing": {
    what: "A task definition that was not written with this library has no execution role, and something in it needs one.",
    why: "ECS pulls images from ECR, fetches secrets and files, and writes awslogs with the execution role.",
    fix: "Add `executionRoleArn`.",
  },
  "task-role-missing": {
    what: "A task definition that was not written with this library has no task role, and ECS Exec is switched on.",
    why: "The agent of ECS Exec opens its sessions with the task role.",
    fix: "Add `taskRoleArn`, the ARN of a role with the four actions of `ssmmessages`.",
  },
  "execute-command-log-missing": {
    what: "The logging of ECS Exec is `OVERRIDE`, and neither a log group nor a bucket is named.",
    why: "`OVERRIDE` sends the output of sessions to what is named, and nothing is.",
    fix: 'Name `cloudWatchLogGroupName` or `s3BucketName`, or write `logging: "DEFAULT"`.',
  },
  "execute-command-log-unused": {
    what: "A log group or a bucket is named for ECS Exec, and its logging is not `OVERRIDE`.",
    why: "Only `OVERRIDE` sends the output of sessions to what is named.",
    fix: 'Leave `logging` out, or write `logging: "OVERRIDE"`.',
  },
  "execute-command-readonly": {
    severities: ["error", "warning"],
    what: "ECS Exec is switched on for a task with a container whose file system is read-only. It is an error where that holds for every container.",
    why: "The agent of ECS Exec writes to the file system of the container.",
    fix: "Leave `readonlyRootFilesystem` out for the container, or `executeCommand` for the task.",
  },
  "service-connect-port-unknown": {
    what: "Service Connect offers a port by a name that no port of the task has.",
    why: "Service Connect finds a port by the name that it has in its container.",
    fix: 'Name the port: `ports: [{ containerPort: 8080, name: "http" }]`.',
  },
  "reachable-host-malformed": {
    what: "An entry of `reachableHosts` is not the name of a host.",
    why: "An entry is compared with host names: it stands for itself and for everything that ends in a dot and it.",
    fix: 'Write the bare name, without a scheme, a port or a path: `reachableHosts: ["registry.example.com"]`.',
  },
  "additional-field-known": {
    what: "A field is among the additional fields, and the task or the container has a property of its own for it.",
    why: "The plan reads the property, so the value is written once, where it is checked.",
    fix: "Move the value to the property that the message names.",
  },
  "field-refused": {
    what: "A field among the additional fields asks for something that Fargate does not have.",
    why: "Fargate does not support all fields of a task definition. It has no GPUs, for example, and lets a container add no Linux capability but `SYS_PTRACE`.",
    fix: "Remove the field, or run the task on EC2 instances.",
  },
} satisfies IssueTable;
