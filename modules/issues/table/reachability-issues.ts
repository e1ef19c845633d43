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
  "hosted-zone-name-wrong": {
    why: "a private hosted zone answers for its own name and those below; a host name such as api.ecr.REGION is not the service's short name, ecr.api",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
  },
  "hosted-zone-record-wrong": {
    why: "where a private hosted zone has no record for a name of its domain, the name has no answer; nobody else is asked",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
  },
  "hosted-zone-not-associated": {
    why: "only the VPCs with which a private hosted zone is associated see its records",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
  },
  "hosted-zone-endpoint-wrong": {
    why: "an endpoint answers for its own service in its own Region only",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "vpc-route-missing": {
    why: "only a route to the block of the other VPC leads there, and the answers need one back",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
  },
  "vpc-route-elsewhere": {
    why: "a peering connection leads from one of its VPCs to the other, and through none of them to a third",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
  },
  "vpc-blocks-overlap": {
    why: "the local route of a VPC comes first, so that the packets stay there; AWS refuses to peer VPCs whose blocks overlap",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
  },
  "peering-not-accepted": {
    why: "no packet passes before the owner of the other VPC has accepted the peering connection",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/accept-vpc-peering-connection.html",
  },
  "transit-gateway-attachment-missing": {
    why: "a transit gateway leads to VPCs that are attached to it",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
  },
  "transit-gateway-zone-missing": {
    why: "packets get to a transit gateway only from zones in which the attachment has a subnet",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
  },
  "transit-gateway-association-missing": {
    why: "the route table with which an attachment is associated leads what comes from its VPC; without one it is dropped",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
  },
  "transit-gateway-route-missing": {
    why: "a transit gateway drops what no route of its route table leads on",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
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
  "way-out-broken": {
    why: "packets to public addresses need a public address: the task's own at an internet gateway, or that of a public NAT gateway in a subnet which leads to one",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html",
  },
  "endpoint-ingress-missing": {
    why: "the endpoint drops the connection, and the call times out",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "mount-target-missing": {
    why: "the name of a file system leads to the mount target in the zone of the task; without one the name does not resolve, and the task stops",
    source: "https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html",
  },
  "mount-target-ingress-missing": {
    why: "the mount target drops the connection, the mount times out, and the task stops",
    source: "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
  },
  "call-ingress-missing": {
    why: "what is called drops the connection, and the call times out",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "access-point-other-file-system": {
    why: "an access point leads into the file system for which it was created, and into no other",
    source: "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
  },
  "endpoint-policy-refuses": {
    why: "the endpoint answers with 403",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-layer-condition": {
    why: "ECR signs the request for an image layer, and the bucket belongs to AWS, so a condition on the principal, the account or the organization never holds",
  },
  "permission-missing": {
    why: "the call arrives, and the service answers that access is denied",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
  },
  "role-trust-missing": {
    why: 'ECS takes the roles of a task as the service "ecs-tasks.amazonaws.com"; it cannot take this one, and the task does not start',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
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
