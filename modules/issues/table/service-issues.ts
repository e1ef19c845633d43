import type { IssueTable } from "./issue-row";

/** A Fargate service: its subnets, security group, role and load balancers. */
export const SERVICE_ISSUES = {
  "task-subnet-unknown": {
    what: "A service names a subnet that is not a task subnet of its network.",
    why: "The service's tasks are placed in the subnets that are named.",
    fix: "Write the name of a task subnet; the message lists them.",
  },
  "egress-missing": {
    what: "A task calls services by the network's way out, and its security group lets it out to endpoints only.",
    why: "Without an egress rule the calls time out. How wide the rule is, is yours to say.",
    fix: 'Write `securityGroup: { egress: { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } }`, or add endpoints.',
  },
  "egress-rule-name-taken": {
    what: "An egress rule has the name of a rule that leads to the endpoints.",
    why: "The name is part of the resource address, and without the other rule nothing reaches the endpoint.",
    fix: "Give the rule another name.",
  },
  "task-role-statements-unused": {
    what: "A task has `taskRoleStatements`, and its task role is one that exists already.",
    why: "Such a role keeps its own rights, so the statements would reach nothing.",
    fix: "Put them into your role, and name what the application calls by `uses`.",
  },
  "additional-field-lost": {
    what: "A task has an additional field that `FargateService` does not pass on.",
    why: "Terraform spells the fields of a task definition in its own way, and only some are passed on.",
    fix: "Remove it, and write `service.taskDefinition.addOverride(argument, value)`.",
  },
  "load-balancer-container-unknown": {
    what: "A load balancer forwards to a container that the task does not have.",
    why: "ECS registers one container of each task in the target group.",
    fix: "Write the name of a container of the task; the message lists them.",
  },
  "load-balancer-port-unknown": {
    what: "A load balancer forwards to a port on which the container does not listen.",
    why: "ECS refuses a port that is not among the container's TCP ports.",
    fix: "Add the port to `ports` of the container, or forward to a port that is there.",
  },
  "health-check-grace-period-invalid": {
    what: "The `healthCheckGracePeriod` of a service is not a number of seconds that ECS takes.",
    why: "It is a whole number from 0 to 2,147,483,647.",
    fix: "Write a whole number of seconds, for example `60`.",
  },
  "health-check-grace-period-unused": {
    what: "A service has a `healthCheckGracePeriod` and no load balancer.",
    why: "It is how long ECS ignores the health checks of load balancers; ECS refuses it without one.",
    fix: "Remove it, or give the service `loadBalancers`.",
  },
} satisfies IssueTable;
