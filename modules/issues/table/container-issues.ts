import type { IssueTable } from "./issue-row";

/** Containers, apart from their images, secrets, logs and volumes. */
export const CONTAINER_ISSUES = {
  "container-name-invalid": {
    what: "The name of a container has characters that ECS does not take, is empty, or is too long.",
    why: "ECS takes 1 to 255 letters, digits, hyphens and underscores.",
    fix: "Give the container the name that the message proposes, or another such name.",
  },
  "container-name-duplicate": {
    what: "Two containers of a task definition have one name.",
    why: "ECS refuses such a task definition.",
    fix: "Rename one of the two.",
  },
  "health-check-empty": {
    what: "The health check of a container has no command.",
    why: "The container counts as healthy when the command ends with 0.",
    fix: 'Write `command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"]`.',
  },
  "health-check-out-of-range": {
    what: "A number in a health check, of a container or of a load balancer, is not one that AWS takes.",
    why: "AWS has a least and a most for each of these settings, in whole numbers.",
    fix: "Write a number within the range in the message, or leave the setting out.",
  },
  "stop-timeout-out-of-range": {
    what: "The stop timeout of a container is not one that Fargate takes.",
    why: "Fargate waits 120 seconds at most before it kills the container.",
    fix: "Write a whole number of seconds up to 120, or leave `stopTimeout` out.",
  },
  "environment-files-too-many": {
    what: "A container has more environment files than ECS takes.",
    why: "ECS takes 10 at most.",
    fix: "Join some of the files.",
  },
  "environment-file-malformed": {
    what: "A text is not the ARN of an environment file.",
    why: "An environment file is an object in S3 whose name ends in `.env`.",
    fix: 'Write it as `"arn:aws:s3:::orders-config/production.env"`.',
  },
  "environment-file-type": {
    what: "An environment file in a task definition has no type, or one that ECS does not know.",
    why: "ECS reads environment files from S3 only.",
    fix: 'Write `"type": "s3"`.',
  },
  "host-port-differs": {
    what: "A port mapping has a host port that is not the container port.",
    why: "In the network mode awsvpc the task has a network interface of its own, and both ports are the same.",
    fix: "Leave `hostPort` out, or write the container port.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "depends-on-unknown": {
    what: "A container waits for a container that the task does not have.",
    why: "A container waits for containers of its own task.",
    fix: "Write the name of one of them.",
  },
  "depends-on-cycle": {
    what: "Containers wait for each other in a circle.",
    why: "None of them could start first.",
    fix: "Remove one of the dependencies in the message.",
  },
  "depends-on-condition-unknown": {
    what: "The condition of a dependency between containers is not one of ECS's.",
    why: "ECS refuses any other when the task definition is registered.",
    fix: "Write `START`, `COMPLETE`, `SUCCESS` or `HEALTHY`.",
  },
  "depends-on-health-check-missing": {
    what: "A container waits until another is healthy, and the other has no health check.",
    why: "It would never become healthy; ECS takes the condition `HEALTHY` only for a container with a health check in the task definition.",
    fix: 'Give the other container a `healthCheck`, or write `"START"`.',
  },
  "depends-on-essential": {
    what: "A container waits for the end of another that is essential.",
    why: "The task stops when an essential container ends, so ECS takes the conditions `COMPLETE` and `SUCCESS` only for one that is not.",
    fix: "Write `essential: false` for the other container, or another condition.",
  },
} satisfies IssueTable;
