import { EPHEMERAL_STORAGE, LAST_PORT } from "../../aws/limits";
import type { IssueTable } from "./issue-row";

/** A task as a whole: its family, roles, ports and settings. */
export const TASK_ISSUES = {
  "family-missing": { why: "ECS registers a task definition under the name of a family" },
  "family-invalid": { why: "ECS takes 1 to 255 letters, digits, hyphens and underscores" },
  "placeholder-left": {
    why: "nobody fills it in after the synthesis, so ECS would take it for the value",
  },
  "containers-empty": { why: "a task is its containers; ECS refuses a task definition without one" },
  "essential-container-missing": {
    why: "ECS refuses a task definition in which no container decides whether the task runs",
  },
  "port-out-of-range": { why: `ports are whole numbers from 1 to ${LAST_PORT}` },
  "port-duplicate": {
    why: "the containers of a Fargate task share one network interface, so each port can be taken once",
  },
  "ephemeral-storage-invalid": {
    why: `every task has 20 GiB; ECS takes whole numbers from ${EPHEMERAL_STORAGE.least} to ${EPHEMERAL_STORAGE.most}`,
  },
  "execution-role-missing": {
    why: "ECS pulls images from ECR, fetches secrets and files, and writes awslogs with the execution role",
  },
  "task-role-missing": {
    why: "the agent of ECS Exec opens its sessions with the task role, and S3 Files is mounted with it",
  },
  "execute-command-log-missing": { why: "OVERRIDE sends the output of sessions to what is named here" },
  "execute-command-log-unused": { why: "only OVERRIDE sends the output of sessions to what is named here" },
  "execute-command-of-cluster": {
    why: "ECS Exec logs and encrypts as the cluster says, and the endpoints and rights for that follow from the task",
  },
  "execute-command-readonly": {
    severities: ["error", "warning"],
    why: "the agent of ECS Exec writes to the file system of the container",
  },
  "service-connect-access-logs-lost": {
    why: "the proxy writes its access logs to where its own log goes",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectAccessLogConfiguration.html",
  },
  "service-connect-port-unknown": { why: "Service Connect offers a port by the name that it has in the container" },
  "reachable-host-malformed": {
    why: "a name is compared with hosts, and stands for itself and for everything that ends in a dot and it",
  },
  "grant-invalid": {
    why: "the endpoint, the statement of the task role and the requests of the proof are derived from it",
  },
  "additional-field-known": { why: "the plan reads it, so it is written once, where it is checked" },
  "field-refused": {
    why: "Fargate does not support all fields of a task definition. It has no GPUs, for example, and lets a container add no Linux capability but SYS_PTRACE",
  },
} as const satisfies IssueTable;
