import { WARNING_ISSUES } from "../../../modules/issues/table/warning-issues";
import { issueTopic } from "./issue-topic";

export const WARNING_TOPIC = issueTopic(WARNING_ISSUES, {
  title: "The proof: warnings",
  about: "What works, and is worth a look.",
  entries: {
    "one-zone-only": {
      what: "A task runs in one zone only.",
      fix: "Add a subnet in another zone to its network configuration.",
    },
    "endpoint-outside-task-zone": {
      what: "An endpoint is not in a zone in which a task runs that uses it.",
      fix: "Add a subnet in the zone of the task to `subnet_ids` of the endpoint.",
    },
    "gateway-endpoint-unrouted": {
      what: "A gateway endpoint is associated with no route table.",
      fix: "Add the route tables of the subnets that call the service to `route_table_ids` of the endpoint, or remove it.",
    },
    "endpoint-unused": {
      what: "No task is known to call a service through its endpoint.",
      fix: "Remove the endpoint, or keep it for what the application calls.",
    },
    "policy-too-wide": {
      what: "The policy of an endpoint or of a role admits more than the tasks ask: AWS's own, every action, everything, or everybody. It is looked for with `check --least-privilege`.",
      fix: "Admit what the message lists, for the roles that ask it; `VpcEndpoints` and the constructs of tasks generate such policies.",
    },
    "egress-to-anywhere": {
      what: "A security group lets tasks out to every address, `0.0.0.0/0` or `::/0`, although no route leads out of their VPC.",
      fix: "Leave the rule out, and let the tasks out to what the message lists: security groups of endpoints, prefix lists, what the application calls.",
    },
    "ingress-too-wide": {
      what: "The security group of endpoints admits ports on which none answers, or every address. It is looked for with `check --least-privilege`.",
      fix: "Admit the port from the security groups that the message lists.",
    },
    "platform-version-old": {
      what: "A task runs on platform version 1.3.0.",
      fix: 'Set `platform_version = "1.4.0"`.',
    },
    "execute-api-private-dns": {
      what: "An endpoint for `execute-api` has private DNS, which covers all of API Gateway's host names.",
      fix: "Call public APIs by a custom domain name, or set `private_dns_enabled = false` on the endpoint.",
    },
    "gateway-cuts-connections": {
      what: "A gateway endpoint is created while tasks that exist may be connected to its service.",
      fix: "Apply when no long transfers run, and let clients try again.",
    },
    "rules-in-two-places": {
      what: "A security group, a network ACL or a route table has rules in itself and others as resources of their own.",
      fix: "Write all of them in one of the two ways.",
    },
  },
});
