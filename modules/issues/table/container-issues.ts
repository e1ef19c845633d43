import { CONTAINER_TIMEOUT, MOST_ENVIRONMENT_FILES } from "../../aws/limits";
import type { IssueTable } from "./issue-row";

/** Containers, apart from their images, secrets, logs and volumes. */
export const CONTAINER_ISSUES = {
  "container-name-invalid": { why: "ECS takes 1 to 255 letters, digits, hyphens and underscores" },
  "container-name-duplicate": { why: "ECS refuses a task definition in which two containers have one name" },
  "health-check-empty": { why: "the container counts as healthy when the command ends with 0" },
  "health-check-out-of-range": { why: "AWS has a least and a most for each of these settings, in whole numbers" },
  "stop-timeout-out-of-range": {
    why: `Fargate waits ${CONTAINER_TIMEOUT.least} to ${CONTAINER_TIMEOUT.most} seconds`,
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
  },
  "container-option-invalid": {
    why: "ECS refuses any other when the task definition is registered, or when the task starts",
  },
  "environment-files-too-many": { why: `ECS takes ${MOST_ENVIRONMENT_FILES} at most` },
  "environment-file-malformed": { why: "an environment file is an object in S3 whose name ends in .env" },
  "environment-file-type": { why: "ECS reads environment files from S3 only" },
  "host-port-differs": {
    why: "in network mode awsvpc the task has a network interface of its own, and both ports are the same",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "depends-on-unknown": { why: "a container waits for containers of its own task" },
  "depends-on-cycle": { why: "none of them could start first" },
  "depends-on-condition-unknown": { why: "ECS refuses any other when the task definition is registered" },
  "depends-on-health-check-missing": {
    why: "ECS takes the condition HEALTHY only for a container with a health check in the task definition",
  },
  "depends-on-essential": {
    why: "the task stops when an essential container ends, so ECS takes the conditions COMPLETE and SUCCESS only for one that is not",
  },
} as const satisfies IssueTable;
