import type { Cause } from "./cause";

/** What is wrong with a gateway endpoint, or with the way to it. The names are those of the proof's issues. */
export const GATEWAY_CAUSES = {
  "gateway-route-missing": {
    says: ({ service }) =>
      `the gateway endpoint for ${service} is not associated with the route table of the task's subnet`,
    tells: () => "the endpoint is there, and the route table has no route to the prefix list",
    look: () =>
      "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=SUBNET --query 'RouteTables[].Routes'",
    fix: () => "add the route table of every subnet of the task to the endpoint's route_table_ids",
    hop: "route",
    shows: ["no-answer"],
    address: "public",
  },
  "task-egress-prefix-list-missing": {
    says: ({ service }) => `the security group of the task does not let calls out to the prefix list of ${service}`,
    tells: () => "a gateway endpoint keeps the public addresses, so a rule for the VPC's block does not admit them",
    look: ({ serviceName }) => `aws ec2 describe-prefix-lists --filters Name=prefix-list-name,Values=${serviceName}`,
    fix: () => "add an egress rule for TCP 443 to the prefix list of the gateway endpoint",
    hop: "task-security-group",
    shows: ["no-answer"],
    address: "public",
  },
  "other-region": {
    says: ({ service }) =>
      `what is asked of ${service} is in another Region than the task, to which no endpoint of its VPC leads`,
    tells: () => "calls to the same service in the task's own Region arrive",
    look: () =>
      "the Region in awslogs-region, in the ARN of the secret or parameter, or aws s3api get-bucket-location --bucket BUCKET",
    fix: () => "use a log group, secret, parameter or bucket in the task's Region",
    hop: "endpoint",
    shows: ["no-answer"],
    address: "public",
  },
  "endpoint-policy-layer-condition": {
    says: ({ service }) =>
      `a condition in the policy of the endpoint for ${service} keeps out the requests that ECR has signed`,
    tells: () =>
      "the statement for the layers has a condition on the principal, the organization or the account of the resource",
    look: ({ serviceName }) =>
      `aws ec2 describe-vpc-endpoints --filters Name=service-name,Values=${serviceName} --query 'VpcEndpoints[].PolicyDocument'`,
    fix: ({ region }) =>
      `allow s3:GetObject on prod-${region}-starport-layer-bucket/* in a statement without a condition`,
    hop: "endpoint-policy",
    shows: ["refused"],
    refusedBy: ["endpoint-policy"],
  },
} as const satisfies Readonly<Record<string, Cause>>;
