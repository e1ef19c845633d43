import type { IssueTable } from "./issue-row";

/** What AWS would refuse at apply, or what could never work, whether a task calls it or not. */
export const CONFLICT_ISSUES = {
  "endpoint-type-wrong": {
    why: 'AWS offers some services to one type of endpoint only, and refuses any other. In Terraform the type is "Gateway" unless it is written',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "private-dns-conflict": {
    why: "private DNS is a private hosted zone of AWS's; a VPC has one for a name, and AWS refuses the second",
  },
  "inbound-resolver-without-gateway": {
    why: "calls from within the VPC go to the gateway endpoint then, and AWS refuses the setting without one",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "gateway-policy-principal": {
    why: 'the principal in the policy of a gateway endpoint has to be "*"',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-allows-nothing": { why: "what no statement allows is denied, so the endpoint refuses every call" },
  "endpoint-policy-too-long": {
    why: "an endpoint policy has at most 20480",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
  },
  "endpoint-quota": {
    severities: ["error", "warning"],
    why: "an account has 50 interface endpoints in a VPC and 20 gateway endpoints in a Region unless it has asked for more; a VPC can have 255 gateway endpoints at most",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
  },
  "rule-quota": {
    severities: ["error", "warning"],
    why: "a network ACL takes 20 rules and a security group 60 in each direction, for IPv4 and for IPv6 each, unless the account has asked for more",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
  },
  "task-network-limit": {
    why: "the network configuration of a task takes at most 16 subnets and 5 security groups",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "service-connect-closed": {
    severities: ["error", "warning"],
    why: "Service Connect leads connections from proxy to proxy and opens no security group; what no rule admits times out",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html",
  },
  "other-vpc": {
    why: "subnets, security groups and route tables can be used in their own VPC only; AWS refuses others",
  },
  "network-region": {
    why: "a VPC, all that is in it and the tasks that run in it are in one Region; AWS knows none of it in another",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
  },
  "name-made-twice": {
    why: "a cluster and a log group have their name once in an account and Region, a security group once in a VPC",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
  },
  "log-group-key-refused": {
    why: "CloudWatch Logs encrypts a log group itself; AWS refuses to create one with a key that the service may not use, and AWS's own policy of a key leaves it to the account",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
  },
  "network-contradicted": {
    why: "the proof counts on what a network says; where that is not so, it would prove what is not there",
  },
  "connection-not-accepted": {
    severities: ["warning"],
    why: "until somebody accepts it, the endpoint is pending and nothing gets through",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  },
  "endpoint-service-region": {
    why: "AWS finds a service of another Region only where an interface endpoint names that Region, and for some services alone",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html",
  },
} as const satisfies IssueTable;
