import type { IssueTable } from "./issue-row";

/** What AWS would refuse at apply, or what could never work, whether a task calls it or not. */
export const CONFLICT_ISSUES = {
  "endpoint-type-wrong": {
    what: "An endpoint is of a type that its service does not have.",
    why: 'AWS offers some services to one type of endpoint only, and refuses any other. In Terraform the type is `"Gateway"` unless it is written.',
    fix: "Set `vpc_endpoint_type` to the type in the message.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "private-dns-conflict": {
    what: "Two endpoints in one VPC have private DNS for the same name.",
    why: "A VPC has one private hosted zone for a name, and AWS refuses the second endpoint.",
    fix: "Remove one of the two, or set `private_dns_enabled = false` on it.",
  },
  "inbound-resolver-without-gateway": {
    what: "Private DNS of an endpoint is for inbound Resolver endpoints only, and the VPC has no gateway endpoint for the service.",
    why: "Calls from within the VPC go to the gateway endpoint then, and AWS refuses the setting without one.",
    fix: "Add a gateway endpoint for the service, or set `private_dns_only_for_inbound_resolver_endpoint = false`.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "gateway-policy-principal": {
    what: "A statement in the policy of a gateway endpoint names a principal.",
    why: 'The principal in the policy of a gateway endpoint has to be `"*"`.',
    fix: 'Write `"Principal": "*"`, and name the role in a condition on `aws:PrincipalArn`.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-allows-nothing": {
    what: "No statement in the policy of an endpoint allows anything.",
    why: "What no statement allows is denied, so the endpoint refuses every call.",
    fix: 'Add a statement with `"Effect": "Allow"` for what the tasks call.',
  },
  "endpoint-policy-too-long": {
    what: "The policy of an endpoint is longer than AWS takes.",
    why: "An endpoint policy has at most 20,480 characters.",
    fix: "Name actions and resources with wildcards, or merge statements.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
  },
  "endpoint-quota": {
    severities: ["error", "warning"],
    what: "There are more endpoints than AWS allows. It is a warning where AWS grants more on request.",
    why: "An account has 50 interface endpoints in a VPC and 20 gateway endpoints in a Region unless it has asked for more; a VPC can have 255 gateway endpoints at most.",
    fix: "Ask AWS for a higher quota before the apply, or share endpoints between tasks.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
  },
  "task-network-limit": {
    what: "A service or task has more subnets or security groups than ECS takes.",
    why: "The network configuration of a task takes at most 16 subnets and 5 security groups.",
    fix: "Name fewer in `network_configuration`.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "other-vpc": {
    what: "A resource refers to a subnet, a security group or a route table of another VPC.",
    why: "These can be used in their own VPC only; AWS refuses others.",
    fix: "Name one of the resource's own VPC, or correct the `vpc_id` of what it refers to.",
  },
  "connection-not-accepted": {
    severities: ["warning"],
    what: "An endpoint service requires that connections are accepted, and nothing here accepts that of an endpoint.",
    why: "Until somebody accepts it, the endpoint is pending and nothing gets through.",
    fix: "Add an `aws_vpc_endpoint_connection_accepter`, set `acceptance_required = false` on the service, or accept it by hand.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  },
  "endpoint-service-region": {
    what: "The service name of an endpoint has another Region than the endpoint, and the endpoint does not say so.",
    why: "AWS finds the services of other Regions only where the endpoint names the Region, for some services, and for interface endpoints alone.",
    fix: "Set `service_region`, or write the endpoint's own Region into the service name.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html",
  },
} satisfies IssueTable;
