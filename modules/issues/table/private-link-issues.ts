import type { IssueTable } from "./issue-row";

/** Endpoint services of your own, and who may connect to them. */
export const PRIVATE_LINK_ISSUES = {
  "endpoint-service-load-balancer-missing": { why: "consumers reach the service through a network load balancer" },
  "endpoint-service-without-ipv6": {
    why: "AWS takes IPv6 for an endpoint service only where its load balancers are dual-stack",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
  },
  "allowed-principals-missing": {
    why: "a consumer whose account, user or role is not listed does not find the service",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
  },
  "principal-malformed": {
    why: 'AWS takes the ARN of an account, a user or a role, none with a path in it, or "*" for everybody',
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
  },
  "endpoint-service-public": {
    why: "every AWS account could use the load balancer behind the service, even if it has no public address",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  },
  "cross-region-zones-too-few": {
    why: "AWS offers a service to other Regions only from at least two Availability Zones",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  },
  "private-dns-name-malformed": {
    why: "AWS takes the name of a host in a public domain of yours, in lower case; its first label may be *",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
  },
  "acceptance-not-required": {
    why: "AWS connects its consumers by itself, and there is no request that could be accepted",
  },
} as const satisfies IssueTable;
