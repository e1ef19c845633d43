import type { Cause } from "./cause";

/** What stops a deploy, a start or a session, and is no endpoint's fault or that of many. */
export const START_CAUSES = {
  "registry-unreachable": {
    says: ({ host }) => `${host} is outside of AWS's endpoints, and the subnets have no way to the internet`,
    tells: () => "the image is in no private repository of ECR; there is no endpoint for its registry",
    look: () =>
      "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=SUBNET --query 'RouteTables[].Routes'",
    fix: () => "copy the image to a repository of your own in ECR, or give the subnets a NAT gateway",
    hop: "route",
    shows: ["no-answer", "no-name"],
    address: "public",
  },
  "log-destination-unreachable": {
    says: ({ host }) => `${host} is outside of AWS's endpoints, and the subnets have no way to it`,
    tells: () => "the log driver checks its destination when the task starts",
    look: () =>
      "aws ec2 describe-route-tables --filters Name=association.subnet-id,Values=SUBNET --query 'RouteTables[].Routes'",
    fix: () =>
      "reach it through PrivateLink of the vendor or a NAT gateway, or send the logs to CloudWatch Logs or Firehose",
    shows: ["no-answer", "no-name"],
  },
  "network-differs": {
    says: ({ service }) => `what runs is not what is given: there the calls to ${service} arrive`,
    tells: () => "the proof over what is given finds nothing that would fail like this",
    look: () => "private-fargate snapshot --vpc VPC > network.json, and diagnose with --network network.json as well",
    fix: () => "apply the Terraform, and start the task anew; or give the Terraform of what runs",
    shows: [],
  },
  "execute-command-off": {
    says: () => "ECS Exec was not on when the task started",
    tells: () => "the task has enableExecuteCommand false; a task that runs does not take a change of its service",
    look: () =>
      "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].[enableExecuteCommand,containers[].managedAgents]'",
    fix: () => "set enable_execute_command = true on the service, and start the task anew",
    shows: [],
  },
  "execute-command-readonly": {
    says: () =>
      "the container cannot run the agent of ECS Exec: its root file system is read-only, or it has just started",
    tells: () => "the managed agent of the container is not RUNNING",
    look: () => "aws ecs describe-tasks --cluster CLUSTER --tasks TASK --query 'tasks[].containers[].managedAgents'",
    fix: () => "set readonlyRootFilesystem to false, or try again when the agent runs",
    shows: [],
  },
  "role-trust-missing": {
    says: () => "the role does not trust ecs-tasks.amazonaws.com, or does not exist any more",
    tells: () => "no call of the task is made at all",
    look: () => "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
    fix: () => "let the trust policy of the role allow sts:AssumeRole for the service ecs-tasks.amazonaws.com",
    shows: [],
  },
  "subnet-without-addresses": {
    says: () => "the subnet has no address left",
    tells: () => "endpoints and load balancers take addresses in it as well",
    look: () => "aws ec2 describe-subnets --subnet-ids SUBNET --query 'Subnets[].AvailableIpAddressCount'",
    fix: () => "name a larger subnet or another one; a task takes an address, and so does each interface endpoint",
    shows: [],
  },
  "private-dns-conflict": {
    says: ({ service }) => `the VPC has another endpoint or private hosted zone for the names of ${service}`,
    tells: () => "one of another stack, made by hand, or still being deleted",
    look: ({ serviceName }) =>
      `aws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values=VPC Name=service-name,Values=${serviceName}`,
    fix: () => "keep one with private DNS for each service and VPC: use the one that is there, or delete it first",
    shows: [],
  },
  "endpoint-zone-not-offered": {
    says: ({ service }) => `${service} is not offered in the zone of the subnet`,
    tells: () => "the same endpoint is made in other zones",
    look: ({ serviceName }) =>
      `aws ec2 describe-vpc-endpoint-services --service-names ${serviceName} --query 'ServiceDetails[].AvailabilityZones'`,
    fix: () => "leave that subnet out of the endpoint's subnet_ids; tasks of the zone reach it in another",
    shows: [],
  },
  "endpoint-subnets-share-zone": {
    says: () => "two subnets of the endpoint are in one zone",
    tells: () => "an endpoint takes one subnet of each zone",
    look: () => "aws ec2 describe-subnets --subnet-ids SUBNETS --query 'Subnets[].[SubnetId,AvailabilityZone]'",
    fix: () => "name one subnet of each zone in the endpoint's subnet_ids",
    shows: [],
  },
  "gateway-route-duplicate": {
    says: () => "the route table has a gateway endpoint for the service already",
    tells: () => "one of another stack, or made by hand",
    look: () => "aws ec2 describe-route-tables --route-table-ids ROUTE_TABLE --query 'RouteTables[].Routes'",
    fix: () => "keep one gateway endpoint for each service in a route table",
    shows: [],
  },
  "endpoint-quota": {
    says: () => "the quota of endpoints is used up",
    tells: () => "a VPC takes 50 interface endpoints, a Region 20 gateway endpoints, unless more are granted",
    look: () =>
      "aws service-quotas list-service-quotas --service-code vpc --query 'Quotas[?contains(QuotaName,`endpoint`)]'",
    fix: () => "delete endpoints that nobody uses, or ask for a higher quota",
    shows: [],
  },
  "service-unknown": {
    says: ({ serviceName }) => `there is no endpoint service ${serviceName} in the Region`,
    tells: () => "the name is misspelt, of another Region, or the service is not offered there",
    look: () => "aws ec2 describe-vpc-endpoint-services --query ServiceNames",
    fix: () => "correct the service name; docs/endpoint-services.md lists them",
    shows: [],
  },
} as const satisfies Readonly<Record<string, Cause>>;
