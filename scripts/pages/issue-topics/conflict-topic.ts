import { CONFLICT_ISSUES } from "../../../modules/issues/table/conflict-issues";
import { issueTopic } from "./issue-topic";

export const CONFLICT_TOPIC = issueTopic(CONFLICT_ISSUES, {
  title: "The proof: conflicts",
  about: "What AWS would refuse at apply, or what could never work, whether a task calls it or not.",
  entries: {
    "endpoint-type-wrong": {
      what: "An endpoint is of a type that its service does not have.",
      fix: "Set `vpc_endpoint_type` to the type in the message.",
    },
    "private-dns-conflict": {
      what: "Two endpoints in one VPC have private DNS for the same name, or an endpoint and a private hosted zone have.",
      fix: "Remove one of the two, or set `private_dns_enabled = false` on the endpoint.",
    },
    "inbound-resolver-without-gateway": {
      what: "Private DNS of an endpoint is for inbound Resolver endpoints only, and the VPC has no gateway endpoint for the service.",
      fix: "Add a gateway endpoint for the service, or set `private_dns_only_for_inbound_resolver_endpoint = false`.",
    },
    "gateway-policy-principal": {
      what: "A statement in the policy of a gateway endpoint names a principal.",
      fix: 'Write `"Principal": "*"`, and name the role in a condition on `aws:PrincipalArn`.',
    },
    "endpoint-policy-allows-nothing": {
      what: "No statement in the policy of an endpoint allows anything.",
      fix: 'Add a statement with `"Effect": "Allow"` for what the tasks call.',
    },
    "endpoint-policy-too-long": {
      what: "The policy of an endpoint is longer than AWS takes.",
      fix: "Name actions and resources with wildcards, or merge statements.",
    },
    "endpoint-quota": {
      what: "There are more endpoints than AWS allows. It is a warning where AWS grants more on request.",
      fix: "Ask AWS for a higher quota before the apply, or share endpoints between tasks.",
    },
    "rule-quota": {
      what: "A network ACL or a security group has more rules than AWS allows. It is a warning where AWS grants more on request.",
      fix: "Ask AWS for a higher quota before the apply, or put blocks of addresses together.",
    },
    "task-network-limit": {
      what: "A service or task has more subnets or security groups than ECS takes.",
      fix: "Name fewer in `network_configuration`.",
    },
    "service-connect-closed": {
      what: "A service offers a port in a namespace of Service Connect, and its security group lets nobody in there, or a client of the namespace is let out to endpoints of AWS's only. It is a warning where nobody else of the namespace is in sight.",
      fix: "Write `calls: { api: { service: api } }` in each service that calls another, which makes the rules of both; in Terraform add an ingress rule for the port with the security groups of the clients, and an egress rule to each client.",
    },
    "other-vpc": {
      what: "A resource refers to a subnet, a security group or a route table of another VPC.",
      fix: "Name one of the resource's own VPC, or correct the `vpc_id` of what it refers to.",
    },
    "network-region": {
      what: "The Region of a network is not that of the AWS provider which creates it, or something in a VPC has a provider, a zone or a task of another Region.",
      fix: "Set the provider's `region` to the network's, or `region` of the network to the provider's; with several Regions in one stack, give each network and what is in it the provider of its Region.",
    },
    "name-made-twice": {
      what: "Two resources create a cluster, a log group or a security group of one name, as two services of one task do.",
      fix: "Share one `FargateCluster`; give the task of one of them another `family`, or write `logGroup: { name }` and `securityGroup: { name }`.",
    },
    "log-group-key-refused": {
      what: "A log group is encrypted with a key of this Terraform whose policy does not let CloudWatch Logs use it.",
      fix: 'Give the key a policy with a statement for the service `logs.REGION.amazonaws.com`, with `REGION` the one of the log group, beside the one for your account: `"Principal": { "Service": "logs.eu-west-1.amazonaws.com" }`, `"Action": ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]`, `"Resource": "*"`.',
    },
    "network-contradicted": {
      what: "A `Network` says something of a VPC that exists, and the Terraform at hand shows that it is not so.",
      fix: "Correct the object literal, or the resource in the message.",
    },
    "connection-not-accepted": {
      what: "An endpoint service requires that connections are accepted, and nothing here accepts that of an endpoint.",
      fix: "Add an `aws_vpc_endpoint_connection_accepter`, set `acceptance_required = false` on the service, or accept it by hand.",
    },
    "endpoint-service-region": {
      what: "The service name of an endpoint has another Region than the endpoint, and the endpoint does not say so.",
      fix: "Set `service_region`, or write the endpoint's own Region into the service name.",
    },
  },
});
