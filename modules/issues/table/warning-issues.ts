import type { IssueTable } from "./issue-row";

/** What works, and is worth a look. */
export const WARNING_ISSUES = {
  "one-zone-only": {
    severities: ["warning"],
    what: "A task runs in one zone only.",
    why: "When the zone is impaired, the task cannot run anywhere else.",
    fix: "Add a subnet in another zone to its network configuration.",
  },
  "endpoint-outside-task-zone": {
    severities: ["warning"],
    what: "An endpoint is not in a zone in which a task runs that uses it.",
    why: "Tasks there reach it in another zone. When that zone is impaired, they lose it.",
    fix: "Add a subnet in the zone of the task to `subnet_ids` of the endpoint.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "endpoint-unused": {
    severities: ["warning"],
    what: "No task is known to call a service through its endpoint.",
    why: "An interface endpoint costs money in every zone by the hour, used or not. The application may call the service all the same.",
    fix: "Remove the endpoint, or keep it for what the application calls.",
  },
  "platform-version-old": {
    severities: ["warning"],
    what: "A task runs on platform version 1.3.0.",
    why: "There the ECR token and secrets are fetched through an interface of Fargate's own, so the proof does not say what a later version needs.",
    fix: 'Set `platform_version = "1.4.0"`.',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "execute-api-private-dns": {
    severities: ["warning"],
    what: "An endpoint for `execute-api` has private DNS, which covers all of API Gateway's host names.",
    why: "Public APIs of the Region can no longer be called from the VPC by their default host names.",
    fix: "Call public APIs by a custom domain name, or set `private_dns_enabled = false` on the endpoint.",
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html",
  },
  "gateway-cuts-connections": {
    severities: ["warning"],
    what: "A gateway endpoint is created while tasks that exist may be connected to its service.",
    why: "A new gateway endpoint changes the route of open connections, which break.",
    fix: "Apply when no long transfers run, and let clients try again.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html",
  },
  "rules-in-two-places": {
    severities: ["warning"],
    what: "A security group, a network ACL or a route table has rules in itself and others as resources of their own.",
    why: "Terraform takes the rules in it for all that there are, and each apply removes what the other one has added.",
    fix: "Write all of them in one of the two ways.",
    source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group",
  },
} satisfies IssueTable;
