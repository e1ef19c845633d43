import { UNKNOWN_ISSUES } from "../../../modules/issues/table/unknown-issues";
import { issueTopic } from "./issue-topic";

export const UNKNOWN_TOPIC = issueTopic(UNKNOWN_ISSUES, {
  title: "The proof: what is not known",
  about: "What only Terraform, or somebody else, knows. Nothing is guessed: the entry says what you have to assure.",
  entries: {
    "plan-in-part": {
      what: "A plan is of a part of its configuration. What it leaves out, such as an endpoint, is missing in the proof, unless its state has it.",
      fix: "Plan without `-target` and `-exclude`, or check the folder of the configuration.",
    },
    "snapshot-of-other-vpc": {
      what: "The snapshots that are given are of other VPCs than those through which calls of a task go.",
      fix: "Take one of the right VPC, with the command in the message, and name its file.",
    },
    "network-elsewhere": {
      what: "Tasks run in a VPC, or in subnets, that exist already or that another configuration creates, so that their calls are not known.",
      fix: "Give `check` a snapshot of the VPC, with the commands in the message ([snapshot.md](snapshot.md)), or the other configuration.",
    },
    "task-unknown": {
      what: "What a task calls is not known, because its task definition cannot be read before Terraform runs.",
      fix: "Give the task definition in the same Terraform, and check a plan with the folder of its configuration (`--source DIR`).",
    },
    "task-network-unknown": {
      what: "Where a task runs is not known before Terraform runs.",
      fix: "Give the network in the same Terraform, and check a plan with the folder of its configuration (`--source DIR`).",
    },
    "execute-command-unknown": {
      what: "Whether ECS Exec is on for a service is not known.",
      fix: "Assure that it is off, or that there is an endpoint for `ssmmessages`.",
    },
    "service-connect-unknown": {
      what: "Whether a service has Service Connect, and how its proxy logs, is not known.",
      fix: "Assure that it is off, or that there are endpoints for `ecs-agent` and for what the proxy logs to.",
    },
    "execute-command-logging-unknown": {
      what: "ECS Exec is on for a service, and how its cluster logs and encrypts the sessions is not known.",
      fix: "Assure that there are endpoints for what the cluster logs to and encrypts with, or give the cluster in the same Terraform. `FargateService` takes what the task's `executeCommand` says of a cluster that exists already.",
    },
    "endpoint-unknown": {
      what: "Whether the VPC has an endpoint for a service is not known.",
      fix: "Assure that there is one: a gateway endpoint in the route tables of the task's subnets, or an interface endpoint with private DNS whose security group admits the task.",
    },
    "way-out-unknown": {
      what: "There is no endpoint for a service, and whether a route leads to it is not known.",
      fix: "Assure that the task reaches the service on that way, or add an endpoint.",
    },
    "vpc-dns-unknown": {
      what: "Whether a DNS attribute of the VPC is on is not known.",
      fix: "Assure that `enable_dns_support` and `enable_dns_hostnames` of the VPC are true.",
    },
    "dns-servers-unknown": {
      what: "Whether the DNS servers of the VPC resolve the names of endpoints is not known.",
      fix: "Assure that the other servers forward to Amazon's, and that the task's security group lets TCP and UDP 53 out to them; or write `domain_name_servers = [\"AmazonProvidedDNS\"]`.",
    },
    "task-ipv6-unknown": {
      what: "Whether a task in a subnet with IPv6 addresses only reaches a service is not known.",
      fix: "Run the task in subnets with IPv4, or assure that endpoint, security groups and routes are right for IPv6.",
    },
    "resolver-rule-unknown": {
      what: "Whether a Resolver rule, which forwards names of a service to other DNS servers, leads to the endpoint is not known.",
      fix: "Assure that they answer with the addresses of the endpoint or of the service, or leave the domain to Amazon's DNS server by a rule of the type `SYSTEM`.",
    },
    "dns-firewall-unknown": {
      what: "Whether a DNS firewall of the VPC lets queries for a service pass is not known.",
      fix: "Assure that no rule blocks the names of the service.",
    },
    "private-dns-unknown": {
      what: "Whether private DNS is on for an interface endpoint is not known.",
      fix: "Assure that `private_dns_enabled` of the endpoint is true.",
    },
    "hosted-zone-unknown": {
      what: "Whether a private hosted zone leads to an endpoint is not known.",
      fix: "Assure that the host name has an alias record to the endpoint in that zone.",
    },
    "vpc-route-unknown": {
      what: "Whether packets get from the VPC of a task to that of an endpoint, or back, is not known.",
      fix: "Assure that routes lead there and back, and that what stands on the way passes the packets on.",
    },
    "task-egress-unknown": {
      what: "Whether a task's security group lets a call out is not known.",
      fix: "Assure that an egress rule admits the port with what the message names.",
    },
    "network-acl-unknown": {
      what: "Whether the network ACL of a subnet lets a call or its answer pass is not known.",
      fix: "Assure that it lets pass what the message names.",
    },
    "gateway-route-unknown": {
      what: "Whether a gateway endpoint is in the route table of a task's subnet is not known.",
      fix: "Assure that the route table of the subnet is associated with the endpoint.",
    },
    "route-more-specific-unknown": {
      what: "Whether another route takes addresses of a service away from the gateway endpoint is not known.",
      fix: "Assure that no address of the service's prefix list is in the destination of the route.",
    },
    "route-detour-unknown": {
      what: "A route leads packets to an endpoint elsewhere first, and whether they arrive is not known.",
      fix: "Assure that it passes TCP on to the endpoint, and the answers back.",
    },
    "permissions-not-proved": {
      what: "Whether the roles of the tasks allow all that the tasks ask is not proved. It is said once, and the verdict does not hang on it.",
      fix: "Assure that the roles allow it, or give them with their policies in the same Terraform.",
    },
    "mount-target-unknown": {
      what: "Whether a file system of EFS has a mount target in the zone of a task is not known.",
      fix: "Assure that there is an `aws_efs_mount_target` in a subnet of that zone.",
    },
    "mount-target-ingress-unknown": {
      what: "Whether the security groups of a mount target admit the task is not known.",
      fix: "Assure that an ingress rule of the group admits TCP 2049 from the task's security group.",
    },
    "call-ingress-unknown": {
      what: "Whether the security group that a task calls in its VPC admits it, or which group or port that is, is not known.",
      fix: "Assure that an ingress rule of the group admits the port from the task's security group; in `calls`, `openTheirs: true` makes it.",
    },
    "endpoint-ingress-unknown": {
      what: "Whether the security groups of an endpoint admit the task is not known.",
      fix: "Assure that an ingress rule of the group admits TCP 443 from the task's security group.",
    },
    "endpoint-policy-unknown": {
      what: "Whether the policy of an endpoint admits what a task asks is not known.",
      fix: "Assure that the policy of the endpoint admits it.",
    },
    "endpoint-subnets-unknown": {
      what: "In which subnets an interface endpoint is, is not known.",
      fix: "Assure that it is in at least one subnet, and in one of each zone of the task for resilience.",
    },
  },
});
