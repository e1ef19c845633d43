import type { EndpointServiceName } from "./catalog";

/**
 * Names that the AWS CLI, Terraform or common speech use for a service whose endpoint is called otherwise.
 * Written without spaces and hyphens. They are for suggestions only: nothing but AWS's own short name is accepted.
 */
const OTHER_NAMES: ReadonlyMap<string, EndpointServiceName> = new Map([
  ["alb", "elasticloadbalancing"],
  ["cloudmap", "servicediscovery"],
  ["cloudwatch", "monitoring"],
  ["cloudwatchlogs", "logs"],
  ["efs", "elasticfilesystem"],
  ["elb", "elasticloadbalancing"],
  ["elbv2", "elasticloadbalancing"],
  ["emr", "elasticmapreduce"],
  ["eventbridge", "events"],
  ["firehose", "kinesis-firehose"],
  ["kinesis", "kinesis-streams"],
  ["parameterstore", "ssm"],
  ["ses", "email"],
  ["sesv2", "email"],
  ["sfn", "states"],
  ["stepfunctions", "states"],
]);

/** The short name that AWS gives the endpoint of a service known by another name. */
export function namedOtherwise(name: string): EndpointServiceName | undefined {
  return OTHER_NAMES.get(name.toLowerCase().replaceAll(/[\s-]/g, ""));
}
