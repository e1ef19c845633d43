import { CONTAINER_ISSUES } from "../../../modules/issues/table/container-issues";
import { issueTopic } from "./issue-topic";

export const CONTAINER_TOPIC = issueTopic(CONTAINER_ISSUES, {
  title: "Containers",
  about: "Health checks, ports, environment files and the order in which containers start.",
  entries: {
    "container-name-invalid": {
      what: "The name of a container has characters that ECS does not take, is empty, or is too long.",
      fix: "Give the container the name that the message proposes, or another such name.",
    },
    "container-name-duplicate": {
      what: "Two containers of a task definition have one name.",
      fix: "Rename one of the two.",
    },
    "health-check-empty": {
      what: "The health check of a container has no command.",
      fix: 'Write `command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"]`.',
    },
    "health-check-out-of-range": {
      what: "A number in a health check, of a container or of a load balancer, is not one that AWS takes.",
      fix: "Write a number within the range in the message, or leave the setting out.",
    },
    "stop-timeout-out-of-range": {
      what: "The stop timeout of a container is not one that Fargate takes.",
      fix: "Write a whole number of seconds from 2 to 120, or leave `stopTimeout` out.",
    },
    "container-option-invalid": {
      what: "A restart policy, a limit, a parameter of the kernel, a file system in memory, the version consistency or the start timeout of a container is not one that ECS takes.",
      fix: "Write what the message proposes, or leave the option out.",
    },
    "environment-files-too-many": {
      what: "A container has more environment files than ECS takes.",
      fix: "Join some of the files.",
    },
    "environment-file-malformed": {
      what: "A text is not the ARN of an environment file.",
      fix: 'Write it as `"arn:aws:s3:::orders-config/production.env"`.',
    },
    "environment-file-type": {
      what: "An environment file in a task definition has no type, or one that ECS does not know.",
      fix: 'Write `"type": "s3"`.',
    },
    "host-port-differs": {
      what: "A port mapping has a host port that is not the container port.",
      fix: "Leave `hostPort` out, or write the container port.",
    },
    "depends-on-unknown": {
      what: "A container waits for a container that the task does not have.",
      fix: "Write the name of one of them.",
    },
    "depends-on-cycle": {
      what: "Containers wait for each other in a circle.",
      fix: "Remove one of the dependencies in the message.",
    },
    "depends-on-condition-unknown": {
      what: "The condition of a dependency between containers is not one of ECS's.",
      fix: "Write `START`, `COMPLETE`, `SUCCESS` or `HEALTHY`.",
    },
    "depends-on-health-check-missing": {
      what: "A container waits until another is healthy, and the other has no health check.",
      fix: 'Give the other container a `healthCheck`, or write `"START"`.',
    },
    "depends-on-essential": {
      what: "A container waits for the end of another that is essential.",
      fix: "Write `essential: false` for the other container, or another condition.",
    },
  },
});
