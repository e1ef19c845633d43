import type { IssueTable } from "./issue-row";

/** What cannot be known before Terraform runs, and has to be assured. */
export const UNKNOWN_ISSUES = {
  "plan-in-part": {
    severities: ["note"],
    why: "Terraform says that more is to be planned after the apply, as it does with -target, and where the plan ended with an error",
    source: "https://developer.hashicorp.com/terraform/internals/json-format",
  },
  "snapshot-of-other-vpc": {
    severities: ["note"],
    why: "a snapshot tells of the VPC that it is of, and of no other",
  },
  "network-elsewhere": {
    severities: ["note"],
    why: "which endpoints, routes and network ACLs are there is written in the account, or in the configuration that creates them",
  },
  "task-unknown": { severities: ["note"], why: "which endpoints the task needs is written in its task definition" },
  "task-network-unknown": {
    severities: ["note"],
    why: "which endpoints it reaches depends on its subnets, their VPC and its security groups",
  },
  "execute-command-unknown": {
    severities: ["note"],
    why: "with it the task calls Session Manager, and whatever the cluster logs sessions to",
  },
  "service-connect-unknown": {
    severities: ["note"],
    why: "with it a proxy runs in the task, which calls ECS and whatever it logs to",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "execute-command-logging-unknown": {
    severities: ["note"],
    why: "the cluster decides whether the task calls CloudWatch Logs, S3 and KMS, and it is elsewhere or known only when Terraform runs",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  },
  "endpoint-unknown": {
    severities: ["note"],
    why: "an endpoint of which a part is known only when Terraform runs, or a VPC that is looked up, may have it",
  },
  "way-out-unknown": {
    severities: ["note"],
    why: "a route may lead out of the VPC over something that is not in this Terraform",
  },
  "vpc-dns-unknown": {
    severities: ["note"],
    why: "without DNS support and DNS host names in the VPC, the names of endpoints lead nowhere",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "dns-servers-unknown": {
    severities: ["note"],
    why: "only Amazon's DNS server knows those names; the DHCP options name others, or are not known",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "task-ipv6-unknown": {
    severities: ["note"],
    why: "everything else here is about IPv4, over which Fargate fetches images, secrets and parameters",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "resolver-rule-unknown": {
    severities: ["note"],
    why: "the most specific domain counts, so those servers are asked, and what they answer is not in the Terraform",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html",
  },
  "dns-firewall-unknown": {
    severities: ["note"],
    why: "a rule group of the DNS firewall may block names, and its rules are not followed",
  },
  "private-dns-unknown": {
    severities: ["note"],
    why: "the service's host name leads to the endpoint only with private DNS",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "hosted-zone-unknown": {
    severities: ["note"],
    why: "no endpoint answers for the service's host name by itself, and the records of the zone are not followed",
  },
  "task-egress-unknown": {
    severities: ["note"],
    why: "the groups or the rules are, in part, known only when Terraform runs",
  },
  "network-acl-unknown": {
    severities: ["note"],
    why: "an entry of it, or which ACL the subnet has, is known only when Terraform runs",
  },
  "gateway-route-unknown": {
    severities: ["note"],
    why: "a gateway endpoint is reached only from subnets whose route table it is associated with",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-more-specific-unknown": {
    severities: ["note"],
    why: "the more specific route counts, and AWS alone knows the addresses of its services",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-detour-unknown": {
    severities: ["note"],
    why: "the route is more specific than the local route of the VPC, and what stands at its end is not looked into",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
  },
  "vpc-route-unknown": {
    severities: ["note"],
    why: "a part of the way from one VPC into the other is known only when Terraform runs, is elsewhere, or is not followed",
  },
  "permissions-not-proved": {
    severities: ["note"],
    why: "the proof judges what is written down in the roles of the task; the network is proved without it",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  },
  "mount-target-unknown": {
    severities: ["note"],
    why: "a mount target, its subnet or its zone is known only when Terraform runs",
    source: "https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html",
  },
  "mount-target-ingress-unknown": {
    severities: ["note"],
    why: "its security groups or their rules are, in part, known only when Terraform runs",
    source: "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
  },
  "call-ingress-unknown": {
    severities: ["note"],
    why: "the port of a call, or the security group that it goes to with its rules, is in part known only when Terraform runs",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "endpoint-ingress-unknown": {
    severities: ["note"],
    why: "they or their rules are, in part, known only when Terraform runs",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-policy-unknown": {
    severities: ["note"],
    why: "a part of the policy or of the request has its value only when Terraform runs, a condition is not read, or the task does not show what it asks",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-subnets-unknown": {
    severities: ["note"],
    why: "an interface endpoint is a network interface in a subnet, and in none of them it answers nobody",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
} as const satisfies IssueTable;
