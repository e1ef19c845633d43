import type { IssueTable } from "./issue-row";

/** What works, and is worth a look. */
export const WARNING_ISSUES = {
  "one-zone-only": { severities: ["warning"], why: "when the zone is impaired, the task cannot run anywhere else" },
  "endpoint-outside-task-zone": {
    severities: ["warning"],
    why: "tasks there reach it in another zone; when that zone is impaired, they lose it",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "gateway-endpoint-unrouted": {
    severities: ["warning"],
    why: "a gateway endpoint is a route, and one that is in no route table serves nobody",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "endpoint-unused": {
    severities: ["warning"],
    why: "an interface endpoint costs money in every zone by the hour, used or not. The application may call the service all the same",
  },
  "policy-too-wide": {
    severities: ["warning", "note"],
    why: "whoever gets hold of credentials in the VPC, the task's or others, can use them for all that the endpoint admits",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "egress-to-anywhere": {
    severities: ["warning"],
    why: "a route, a peering connection or an endpoint that comes later opens a way for everything in the task, unnoticed",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "ingress-too-wide": {
    severities: ["warning"],
    why: "whatever else comes into the VPC, or is connected to it later, can use the endpoints too",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "platform-version-old": {
    severities: ["warning"],
    why: "there the ECR token and secrets are fetched through an interface of Fargate's own, so the proof does not say what a later version needs",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "execute-api-private-dns": {
    severities: ["warning"],
    why: "public APIs of the Region can no longer be called from the VPC by their default host names",
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html",
  },
  "gateway-cuts-connections": {
    severities: ["warning"],
    why: "a new gateway endpoint changes the route of open connections, which break",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html",
  },
  "rules-in-two-places": {
    severities: ["warning"],
    why: "Terraform takes the rules in it for all that there are, and each apply removes what the other one has added",
    source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group",
  },
} as const satisfies IssueTable;
