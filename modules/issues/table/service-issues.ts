import type { IssueTable } from "./issue-row";

/** A Fargate service: its subnets, security group, role and load balancers. */
export const SERVICE_ISSUES = {
  "task-subnet-unknown": { why: "the service's tasks are placed in the subnets that are named" },
  "egress-missing": { why: "without an egress rule the calls time out; how wide it is, is yours to say" },
  "egress-rule-name-taken": {
    why: "the name is part of the resource address, and without the other rule nothing reaches the endpoint",
  },
  "task-role-statements-unused": {
    why: "a role that exists already keeps its own rights, so the statements would reach nothing",
  },
  "additional-field-lost": {
    why: "Terraform spells the fields of a task definition in its own way, and only some are passed on",
  },
  "load-balancer-container-unknown": { why: "ECS registers one container of each task in the target group" },
  "load-balancer-port-unknown": { why: "ECS refuses a port that is not among the container's TCP ports" },
  "health-check-grace-period-invalid": { why: "it is a number of seconds, 0 to 2,147,483,647" },
  "health-check-grace-period-unused": {
    why: "it is how long ECS ignores the health checks of load balancers; ECS refuses it without one",
  },
} as const satisfies IssueTable;
