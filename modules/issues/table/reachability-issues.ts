import type { IssueTable } from "./issue-row";

/** The hop of a call that is broken, in the order in which a call takes them. */
export const REACHABILITY_ISSUES = {
  "endpoint-in-other-region": { why: "an endpoint serves the Region in its service name" },
  "vpc-dns-support-off": {
    why: "nothing in the VPC can resolve a host name by Amazon's DNS server then, and AWS refuses private DNS",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "vpc-dns-hostnames-off": {
    why: "AWS resolves the names of endpoints to their private addresses only in a VPC with DNS host names; it is off unless somebody switches it on",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "private-dns-off": {
    why: "the service's host name then leads to the internet, and not to the endpoint",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "task-egress-missing": {
    why: "a security group lets out only what a rule admits; the connection times out",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "task-egress-prefix-list-missing": {
    why: "packets to a gateway endpoint keep the public addresses of the service, so a rule that names a security group or a block of the VPC does not admit them",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "network-acl-blocks": {
    why: "a network ACL keeps no state: the call and its answer each need a rule that allows them, before any that denies them",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "gateway-route-missing": {
    why: "a gateway endpoint is a route. Without it the packets leave for the internet",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "gateway-route-duplicate": {
    why: "a route table takes one gateway endpoint of a service; AWS refuses the second one",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-more-specific": {
    why: "two routes for one prefix list cannot both count",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "endpoint-ingress-missing": {
    why: "the endpoint drops the connection, and the call times out",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-policy-refuses": {
    why: "the endpoint answers with 403",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-layer-condition": {
    why: "ECR signs the request for an image layer, and the bucket belongs to AWS, so a condition on the principal, the account or the organization never holds",
  },
  "endpoint-subnet-shared": {
    why: "whoever a subnet is shared with cannot create an endpoint in it",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-address-type": {
    why: "AWS creates the endpoint only if each of its subnets has the addresses of its type",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "task-without-ipv4": {
    why: "the endpoints of ECR do not serve tasks that have IPv6 alone",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
} as const satisfies IssueTable;
