import { REACHABILITY_ISSUES } from "../../../modules/issues/table/reachability-issues";
import { issueTopic } from "./issue-topic";

export const REACHABILITY_TOPIC = issueTopic(REACHABILITY_ISSUES, {
  title: "The proof: broken hops",
  about:
    "Where a call breaks, in the order of its way: endpoint, DNS, egress, network ACL, route, ingress, policy, zones.",
  entries: {
    "endpoint-in-other-region": {
      what: "The endpoint for a service leads to another Region than the task calls.",
      fix: "Write the Region of the task in `service_name` of the endpoint.",
    },
    "vpc-dns-support-off": {
      what: "DNS support is off in the VPC of a task.",
      fix: "Set `enable_dns_support = true` on the VPC.",
    },
    "vpc-dns-hostnames-off": {
      what: "DNS host names are off in the VPC of a task.",
      fix: "Set `enable_dns_hostnames = true` on the VPC.",
    },
    "private-dns-off": {
      what: "Private DNS is off for the interface endpoint that a task needs, or is for inbound Resolver endpoints only.",
      fix: "Set `private_dns_enabled = true` on the endpoint, or `private_dns_only_for_inbound_resolver_endpoint = false` in its `dns_options`. For a service without private DNS, use a gateway endpoint.",
    },
    "hosted-zone-name-wrong": {
      what: "A private hosted zone that leads to an endpoint has a name which is none of the service's host names.",
      fix: "Name the zone as the host name that the message has.",
    },
    "hosted-zone-record-wrong": {
      what: "A record that leads to an endpoint is for another name than the one that is called, for example without the wildcard of `*.dkr.ecr`.",
      fix: "Give the record the name that the message has.",
    },
    "hosted-zone-not-associated": {
      what: "A private hosted zone leads to an endpoint, and the VPC of the task does not see it.",
      fix: "Associate the zone with that VPC: `aws_route53_zone_association`.",
    },
    "hosted-zone-endpoint-wrong": {
      what: "A record leads the host name of a service to an endpoint that is for another one, or for another Region.",
      fix: "Lead it to an interface endpoint for the service, in the Region that is called.",
    },
    "vpc-route-missing": {
      what: "No route leads from a subnet to the VPC of an endpoint, or none leads back.",
      fix: "Add a route to the block of the other VPC, over a peering connection or a transit gateway of both.",
    },
    "vpc-route-elsewhere": {
      what: "A route to the VPC of an endpoint leads over a peering connection of other VPCs.",
      fix: "Lead it over one of the two VPCs.",
    },
    "vpc-blocks-overlap": {
      what: "The VPC of a task and that of an endpoint have addresses in common.",
      fix: "Give one of them another block.",
    },
    "peering-not-accepted": {
      what: "Nobody accepts the peering connection over which a call goes.",
      fix: "Set `auto_accept = true` on it where both VPCs are of one account and Region, else add an `aws_vpc_peering_connection_accepter`.",
    },
    "transit-gateway-attachment-missing": {
      what: "A route leads to a transit gateway to which one of the two VPCs is not attached.",
      fix: "Add an `aws_ec2_transit_gateway_vpc_attachment`.",
    },
    "transit-gateway-zone-missing": {
      what: "The attachment of a VPC has no subnet in the zone from which packets come.",
      fix: "Add a subnet of that zone to `subnet_ids` of the attachment.",
    },
    "transit-gateway-association-missing": {
      what: "The attachment of a VPC is associated with no route table of the transit gateway.",
      fix: "Add an `aws_ec2_transit_gateway_route_table_association`.",
    },
    "transit-gateway-route-missing": {
      what: "The route table of a transit gateway does not lead to the other VPC, or drops what goes there.",
      fix: "Add an `aws_ec2_transit_gateway_route_table_propagation` of the other VPC's attachment, or a route.",
    },
    "task-egress-missing": {
      what: "No egress rule of a task's security group lets the call out.",
      fix: "Add an egress rule for the port, as a rule with the security group of the endpoint as its destination, or `0.0.0.0/0` where the call leaves the VPC.",
    },
    "task-egress-prefix-list-missing": {
      what: "No egress rule of a task's security group lets a call out to the gateway endpoint.",
      fix: "Add an egress rule for TCP 443 with `prefix_list_id` of the endpoint as its destination.",
    },
    "network-acl-blocks": {
      what: "The network ACL of a subnet does not let a call or its answer pass.",
      fix: "Allow what the message names, with a rule of a lower number than any that denies it. Generated network ACLs take it by `networkAcls.allow`.",
    },
    "gateway-route-missing": {
      what: "The gateway endpoint is not associated with the route table of a task's subnet.",
      fix: "Add the id of the route table to `route_table_ids` of the endpoint, or associate the subnet with one of its route tables.",
    },
    "gateway-route-duplicate": {
      what: "Two gateway endpoints of one service are associated with the same route table.",
      fix: "Remove the id of the route table from `route_table_ids` of one of the two.",
    },
    "route-more-specific": {
      what: "A route of its own leads the prefix list of a service away from the gateway endpoint.",
      fix: "Remove the route.",
    },
    "way-out-broken": {
      what: "A task without an endpoint for a service has a route out of the VPC that leads nowhere: a NAT gateway in a subnet without a route to an internet gateway, a private NAT gateway, an internet gateway for a task without a public address, or a transit gateway behind which no NAT gateway is reached, or none from which answers come back.",
      fix: "Put the NAT gateway into a public subnet, make it public, set `assign_public_ip = true`, or add the attachment or the route that is missing; or add an endpoint for the service.",
    },
    "endpoint-ingress-missing": {
      what: "No ingress rule of the endpoint's security group admits the task.",
      fix: "Add an ingress rule for TCP 443 from the task's security group to the group of the endpoint.",
    },
    "mount-target-missing": {
      what: "A file system of EFS has no mount target in the zone of a task that mounts it.",
      fix: "Add an `aws_efs_mount_target` in a subnet of that zone.",
    },
    "mount-target-ingress-missing": {
      what: "No ingress rule of the mount target's security group admits the task.",
      fix: "Add an ingress rule for TCP 2049 from the task's security group to the group of the mount target.",
    },
    "call-ingress-missing": {
      what: "No ingress rule of the security group that a task calls admits the task.",
      fix: "Add an ingress rule for the port from the task's security group to that group; in `calls`, `openTheirs: true` makes it.",
    },
    "access-point-other-file-system": {
      what: "A volume of EFS names an access point of another file system.",
      fix: "Name an access point of the file system that is mounted.",
    },
    "endpoint-policy-refuses": {
      what: "The policy of an endpoint does not admit what a task asks.",
      fix: "Allow the action on the resource, both as the message names them, in the policy of the endpoint.",
    },
    "endpoint-policy-layer-condition": {
      what: "The policy of an S3 endpoint admits the bucket of ECR's image layers only under a condition.",
      fix: "Give the bucket a statement of its own, without such a condition, that allows `s3:GetObject`.",
    },
    "permission-missing": {
      what: "A role of a task may not do what the task asks with it, or the policy of a file system does not let the task mount it.",
      fix: "Allow the action on the resource, both as the message names them, in a policy of the role, or in that of the file system.",
    },
    "role-trust-missing": {
      what: "ECS cannot take a role of a task.",
      fix: "Allow `sts:AssumeRole` to the service `ecs-tasks.amazonaws.com` in `assume_role_policy` of the role.",
    },
    "endpoint-subnet-shared": {
      what: "An endpoint is in a subnet that another account shares.",
      fix: "Have the account that owns the subnet create the endpoint.",
    },
    "endpoint-address-type": {
      what: "An endpoint has an address type for which one of its subnets has no addresses.",
      fix: "Set another `ip_address_type` on the endpoint, or give the subnet such addresses.",
    },
    "task-without-ipv4": {
      what: "A task with an image in ECR runs in a subnet with IPv6 addresses only.",
      fix: "Run the task in subnets that have IPv4 addresses.",
    },
  },
});
