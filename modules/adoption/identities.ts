const NAME = ["name"];
const RULE = [
  "security_group_id",
  "ip_protocol",
  "from_port",
  "to_port",
  "cidr_ipv4",
  "cidr_ipv6",
  "prefix_list_id",
  "referenced_security_group_id",
];

/**
 * What makes two resources of a type the same thing of the account: the attributes that have to be equal. A type that is not
 * here is never matched. Where several are equal, the tag Name decides.
 */
export const IDENTITIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["aws_cloudwatch_log_group", NAME],
  ["aws_ecr_repository", NAME],
  ["aws_ecs_cluster", NAME],
  ["aws_ecs_cluster_capacity_providers", ["cluster_name"]],
  ["aws_ecs_service", ["name", "cluster"]],
  ["aws_ecs_task_definition", ["family"]],
  ["aws_iam_instance_profile", NAME],
  ["aws_iam_policy", NAME],
  ["aws_iam_role", NAME],
  ["aws_iam_role_policy", ["role", "name"]],
  ["aws_iam_role_policy_attachment", ["role", "policy_arn"]],
  ["aws_internet_gateway", ["vpc_id"]],
  ["aws_lb", NAME],
  ["aws_lb_listener", ["load_balancer_arn", "port"]],
  ["aws_lb_target_group", NAME],
  ["aws_nat_gateway", ["subnet_id"]],
  ["aws_route", ["route_table_id", "destination_cidr_block", "destination_ipv6_cidr_block"]],
  ["aws_route_table", ["vpc_id"]],
  ["aws_route_table_association", ["subnet_id"]],
  ["aws_secretsmanager_secret", NAME],
  ["aws_secretsmanager_secret_version", ["secret_id"]],
  ["aws_security_group", ["vpc_id", "name"]],
  ["aws_ssm_parameter", NAME],
  ["aws_subnet", ["vpc_id", "cidr_block"]],
  ["aws_vpc", ["cidr_block"]],
  ["aws_vpc_endpoint", ["vpc_id", "service_name"]],
  ["aws_vpc_endpoint_route_table_association", ["vpc_endpoint_id", "route_table_id"]],
  ["aws_vpc_security_group_egress_rule", RULE],
  ["aws_vpc_security_group_ingress_rule", RULE],
]);
