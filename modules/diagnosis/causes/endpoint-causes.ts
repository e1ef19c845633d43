import type { CallWords, Cause } from "./cause";

const ENDPOINTS = ({ serviceName }: CallWords, query: string) =>
  `aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=VPC Name=service-name,Values=${serviceName} --query 'VpcEndpoints[].${query}'`;

/** What is wrong with an endpoint, or with the way to it. The names are those of the proof's issues. */
export const ENDPOINT_CAUSES = {
  "endpoint-missing": {
    says: ({ service }) => `the VPC has no endpoint for ${service}, and the subnets have no way to the internet`,
    tells: () => "the name leads to a public address, or no endpoint is listed",
    look: (call) => ENDPOINTS(call, "[VpcEndpointId,State]"),
    fix: ({ service, serviceName }) =>
      `create an endpoint for ${serviceName} in the task's VPC; private-fargate plan lists all that the task needs besides ${service}`,
    hop: "endpoint",
    shows: ["no-answer"],
    address: "public",
  },
  "private-dns-off": {
    says: ({ service }) => `private DNS is off for the endpoint of ${service}`,
    tells: () => "the endpoint is there, and the name leads to a public address all the same",
    look: (call) => ENDPOINTS(call, "[VpcEndpointId,PrivateDnsEnabled]"),
    fix: () => "set private_dns_enabled = true on the endpoint",
    hop: "name-resolution",
    shows: ["no-answer"],
    address: "public",
  },
  "vpc-dns-hostnames-off": {
    says: () => "the VPC has DNS host names off, without which no private DNS works",
    tells: () => "every name of an interface endpoint leads to a public address",
    look: () => "aws ec2 describe-vpc-attribute --vpc-id VPC --attribute enableDnsHostnames",
    fix: () => "set enable_dns_hostnames = true on the VPC",
    hop: "name-resolution",
    shows: ["no-answer"],
    address: "public",
  },
  "vpc-dns-support-off": {
    says: () => "the VPC has DNS support off",
    tells: () => "no name leads anywhere, those outside of AWS included",
    look: () => "aws ec2 describe-vpc-attribute --vpc-id VPC --attribute enableDnsSupport",
    fix: () => "set enable_dns_support = true on the VPC",
    hop: "name-resolution",
    shows: ["no-name", "no-answer"],
    address: "none",
  },
  "dns-servers-unknown": {
    says: () => "the DHCP options name DNS servers of your own, which do not answer or do not forward to Amazon's",
    tells: () => "the message names a DNS server that is not the VPC's second address",
    look: () => "aws ec2 describe-dhcp-options --query 'DhcpOptions[].DhcpConfigurations'",
    fix: ({ host }) => `let them forward ${host} to AmazonProvidedDNS, and let the task reach them on port 53`,
    hop: "name-resolution",
    shows: ["no-name", "no-answer"],
    address: "public",
  },
  "endpoint-ingress-missing": {
    says: ({ service }) => `the security group of the endpoint for ${service} does not admit the task on port 443`,
    tells: () =>
      "the name leads to a private address, which does not answer; an endpoint without a group has the VPC's default one",
    look: (call) => ENDPOINTS(call, "Groups[].GroupId"),
    fix: () => "add an ingress rule for TCP 443 from the task's security group to that of the endpoint",
    hop: "endpoint-security-group",
    shows: ["no-answer"],
    address: "private",
  },
  "task-egress-missing": {
    says: () => "the security group of the task does not let the call out on port 443",
    tells: () => "it stops all calls of the task to the same place, not one alone",
    look: () => "aws ec2 describe-security-group-rules --filters Name=group-id,Values=TASK_GROUP",
    fix: () => "add an egress rule for TCP 443 to the security group of the endpoint",
    hop: "task-security-group",
    shows: ["no-answer"],
  },
  "network-acl-blocks": {
    says: () => "a network ACL stops the call, or its answer on the ports 1024 to 65535",
    tells: () => "the flow log of the task's interface has REJECT although both security groups admit the call",
    look: () => "aws ec2 describe-network-acls --filters Name=association.subnet-id,Values=SUBNET",
    fix: () => "let 443 out and 1024 to 65535 in at the task's subnet, and the reverse at the endpoint's",
    hop: "network-acl",
    shows: ["no-answer"],
  },
  "endpoint-policy-refuses": {
    says: ({ service, action }) => `the policy of the endpoint for ${service} does not admit ${action}`,
    tells: () => "the same call with the same role works from outside of the VPC",
    look: (call) => ENDPOINTS(call, "PolicyDocument"),
    fix: ({ action }) => `let the endpoint's policy allow ${action} for the role and on the thing that is asked for`,
    hop: "endpoint-policy",
    shows: ["refused"],
    refusedBy: ["endpoint-policy"],
  },
} as const satisfies Readonly<Record<string, Cause>>;
