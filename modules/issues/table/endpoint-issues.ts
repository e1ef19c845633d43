import type { IssueTable } from "./issue-row";

/** Endpoints as they are written, with this library or in Terraform. */
export const ENDPOINT_ISSUES = {
  "endpoint-settings-unused": {
    why: "settings that nothing reads are a misspelt or a forgotten service. A gateway endpoint is a route, which has a policy and tags only",
  },
  "endpoint-ports-unknown": {
    severities: ["error", "note"],
    why: "the security groups open exactly the ports of the endpoints, and AWS documents none for this service",
  },
  "gateway-endpoint-route-missing": {
    why: "a gateway endpoint is a route. Without it the subnet's calls to the service leave for the internet and time out",
  },
  "endpoint-subnet-missing": {
    why: "an interface endpoint is a network interface in a subnet",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "endpoint-subnet-unknown": { why: "the endpoint is placed in the subnets that are named" },
  "hub-host-name-unknown": {
    why: "other VPCs find an endpoint of a hub by a private hosted zone for the host name of the service",
    source:
      "https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html",
  },
  "endpoint-subnets-share-zone": {
    why: "an interface endpoint takes at most one subnet per Availability Zone; any subnet of the VPC can use it",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-zone-not-offered": {
    why: "AWS refuses the whole endpoint. An endpoint service of somebody is offered in the zones of its load balancer only; for a service of AWS it is known where a data source looks it up",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  },
  "endpoint-security-group-missing": {
    why: "AWS would give it the VPC's default group, which lets in nothing but itself",
  },
  "private-dns-without-vpc-dns": {
    why: "AWS refuses private DNS in such a VPC, and without it the service's host name leads to the internet",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "network-acls-invalid": {
    why: "a subnet has one network ACL, and what it does not let pass never arrives. It is generated for the isolated subnets that this library makes",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html",
  },
  "service-name-malformed": {
    why: "AWS finds an endpoint service by its name, which has its Region in it, and not by its id",
  },
  "service-in-other-region": {
    why: "an endpoint finds a service of another Region only if it says so, and only if the service supports the endpoint's Region",
  },
} as const satisfies IssueTable;
