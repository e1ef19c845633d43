import type { IssueTable } from "./issue-row";

/** Endpoint services of your own, and who may connect to them. */
export const PRIVATE_LINK_ISSUES = {
  "endpoint-service-load-balancer-missing": {
    what: "An endpoint service has no load balancer.",
    why: "Consumers reach the service through a network load balancer.",
    fix: "Pass a `NetworkLoadBalancer`: `loadBalancers: [balancer]`.",
  },
  "endpoint-service-without-ipv6": {
    what: "An endpoint service offers IPv6, and one of its load balancers is not dual-stack.",
    why: "AWS takes IPv6 for an endpoint service only where its load balancers are dual-stack.",
    fix: 'Write `ipAddressType: "dualstack"` for the load balancer, or leave `"ipv6"` out.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
  },
  "allowed-principals-missing": {
    what: "Nobody may connect to an endpoint service.",
    why: "A consumer whose account, user or role is not listed does not find the service.",
    fix: 'Name the accounts of the consumers: `allowedPrincipals: ["arn:aws:iam::123456789012:root"]`.',
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
  },
  "principal-malformed": {
    what: "A text is not a principal that can be allowed to connect.",
    why: 'AWS takes the ARN of an account, a user or a role, none with a path in it, or `"*"` for everybody.',
    fix: 'Write for example `"arn:aws:iam::123456789012:root"` for a whole account, or a user or role without a path.',
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
  },
  "endpoint-service-public": {
    what: "Everybody may connect to an endpoint service, and nobody has to accept it.",
    why: "Every AWS account could use the load balancer behind the service, even if it has no public address.",
    fix: "Leave `acceptanceRequired` out, as it is true by default, or name the principals.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  },
  "cross-region-zones-too-few": {
    what: "An endpoint service is offered to other Regions, and its load balancer stands in fewer than two zones.",
    why: "AWS offers a service to other Regions only from at least two Availability Zones.",
    fix: "Give the load balancer a subnet in another zone, or leave `supportedRegions` out.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  },
  "private-dns-name-malformed": {
    what: "The private DNS name of an endpoint service is not a name that consumers could use.",
    why: "AWS takes the name of a host in a public domain of yours, in lower case; its first label may be `*`.",
    fix: 'Write for example `"orders.example.com"`.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
  },
  "acceptance-not-required": {
    what: "A connection to an endpoint service is accepted, and the service does not require acceptance.",
    why: "AWS connects its consumers by itself, and there is no request that could be accepted.",
    fix: "Remove the call of `accept`, or leave `acceptanceRequired` out, as it is true by default.",
  },
} satisfies IssueTable;
