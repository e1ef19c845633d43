import type { IssueTable } from "./issue-row";

/** The hop of a call that is broken, in the order in which a call takes them. */
export const REACHABILITY_ISSUES = {
  "endpoint-in-other-region": {
    what: "The endpoint for a service leads to another Region than the task calls.",
    why: "An endpoint serves the Region in its service name.",
    fix: "Write the Region of the task in `service_name` of the endpoint.",
  },
  "vpc-dns-support-off": {
    what: "DNS support is off in the VPC of a task.",
    why: "Nothing in the VPC can resolve a host name by Amazon's DNS server then, and AWS refuses private DNS.",
    fix: "Set `enable_dns_support = true` on the VPC.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "vpc-dns-hostnames-off": {
    what: "DNS host names are off in the VPC of a task.",
    why: "AWS resolves the names of endpoints to their private addresses only in a VPC with DNS host names. They are off unless somebody switches them on.",
    fix: "Set `enable_dns_hostnames = true` on the VPC.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "private-dns-off": {
    what: "Private DNS is off for the interface endpoint that a task needs, or is for inbound Resolver endpoints only.",
    why: "The service's host name then leads to the internet, and not to the endpoint.",
    fix: "Set `private_dns_enabled = true` on the endpoint, or `private_dns_only_for_inbound_resolver_endpoint = false` in its `dns_options`. For a service without private DNS, use a gateway endpoint.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "task-egress-missing": {
    what: "No egress rule of a task's security group lets the call out.",
    why: "A security group lets out only what a rule admits; the connection times out.",
    fix: "Add an egress rule for the port, as a rule with the security group of the endpoint as its destination, or `0.0.0.0/0` where the call leaves the VPC.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "task-egress-prefix-list-missing": {
    what: "No egress rule of a task's security group lets a call out to the gateway endpoint.",
    why: "Packets to a gateway endpoint keep the public addresses of the service, so a rule that names a security group or a block of the VPC does not admit them.",
    fix: "Add an egress rule for TCP 443 with `prefix_list_id` of the endpoint as its destination.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "network-acl-blocks": {
    what: "The network ACL of a subnet does not let a call or its answer pass.",
    why: "A network ACL keeps no state: the call and its answer each need a rule that allows them, before any that denies them. Answers come back on ephemeral ports.",
    fix: "Allow what the message names, with a rule of a lower number than any that denies it.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "gateway-route-missing": {
    what: "The gateway endpoint is not associated with the route table of a task's subnet.",
    why: "A gateway endpoint is a route. Without it the packets leave for the internet.",
    fix: "Add the id of the route table to `route_table_ids` of the endpoint, or associate the subnet with one of its route tables.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "gateway-route-duplicate": {
    what: "Two gateway endpoints of one service are associated with the same route table.",
    why: "A route table takes one gateway endpoint of a service; AWS refuses the second one.",
    fix: "Remove the id of the route table from `route_table_ids` of one of the two.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-more-specific": {
    what: "A route of its own leads the prefix list of a service away from the gateway endpoint.",
    why: "Two routes for one prefix list cannot both count.",
    fix: "Remove the route.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "endpoint-ingress-missing": {
    what: "No ingress rule of the endpoint's security group admits the task.",
    why: "The endpoint drops the connection, and the call times out.",
    fix: "Add an ingress rule for TCP 443 from the task's security group to the group of the endpoint.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-policy-refuses": {
    what: "The policy of an endpoint does not admit what a task asks.",
    why: "The endpoint answers with 403.",
    fix: "Allow the action on the resource, both as the message names them, in the policy of the endpoint.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-layer-condition": {
    what: "The policy of an S3 endpoint admits the bucket of ECR's image layers only under a condition.",
    why: "ECR signs the request for an image layer, and the bucket belongs to AWS, so a condition on the principal, the account or the organization never holds.",
    fix: "Give the bucket a statement of its own, without such a condition, that allows `s3:GetObject`.",
  },
  "endpoint-subnet-shared": {
    what: "An endpoint is in a subnet that another account shares.",
    why: "Whoever a subnet is shared with cannot create an endpoint in it.",
    fix: "Have the account that owns the subnet create the endpoint.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-address-type": {
    what: "An endpoint has an address type for which one of its subnets has no addresses.",
    why: "AWS creates the endpoint only if each of its subnets has the addresses of its type.",
    fix: "Set another `ip_address_type` on the endpoint, or give the subnet such addresses.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "task-without-ipv4": {
    what: "A task with an image in ECR runs in a subnet with IPv6 addresses only.",
    why: "The endpoints of ECR do not serve tasks that have IPv6 alone.",
    fix: "Run the task in subnets that have IPv4 addresses.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
} satisfies IssueTable;
