import { SERVICE_ISSUES } from "../../../modules/issues/table/service-issues";
import { issueTopic } from "./issue-topic";

export const SERVICE_TOPIC = issueTopic(SERVICE_ISSUES, {
  title: "Services",
  about: "A Fargate service: its subnets, security group, role and load balancers.",
  entries: {
    "task-subnet-unknown": {
      what: "A service names a subnet that is not a task subnet of its network.",
      fix: "Write the name of a task subnet; the message lists them.",
    },
    "egress-missing": {
      what: "A task calls services by the network's way out, and its security group lets it out to endpoints only.",
      fix: 'Write `securityGroup: { egress: { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } }`, or add endpoints.',
    },
    "egress-rule-name-taken": {
      what: "An egress rule has the name of a rule that leads to the endpoints.",
      fix: "Give the rule another name.",
    },
    "task-role-statements-unused": {
      what: "A task has `taskRoleStatements`, and its task role is one that exists already.",
      fix: "Put them into your role, and name what the application calls by `uses`.",
    },
    "additional-field-lost": {
      what: "A task has an additional field that `FargateService` does not pass on.",
      fix: "Remove it, and write `service.taskDefinition.addOverride(argument, value)`.",
    },
    "load-balancer-container-unknown": {
      what: "A load balancer forwards to a container that the task does not have.",
      fix: "Write the name of a container of the task; the message lists them.",
    },
    "load-balancer-port-unknown": {
      what: "A load balancer forwards to a port on which the container does not listen.",
      fix: "Add the port to `ports` of the container, or forward to a port that is there.",
    },
    "health-check-grace-period-invalid": {
      what: "The `healthCheckGracePeriod` of a service is not a number of seconds that ECS takes.",
      fix: "Write a whole number of seconds, for example `60`.",
    },
    "health-check-grace-period-unused": {
      what: "A service has a `healthCheckGracePeriod` and no load balancer.",
      fix: "Remove it, or give the service `loadBalancers`.",
    },
  },
});
