/** What a resource changes of the way of a call. */
type Change =
  | "acls"
  | "addresses"
  | "anything"
  | "calls"
  | "endpoints"
  | "groups"
  | "mounts"
  | "names"
  | "rights"
  | "routes"
  | "subnets"
  | "vpcs"
  | "way-out";

interface NetworkTypeRow {
  readonly changes: Change;
  /**
   * Arguments by which a type that is not read touches a network. What it may change there is not known.
   *
   * @default - it is read
   */
  readonly unread?: readonly string[];
}

/** Arguments of resources of other providers that name a part of a network. */
const PARTS = [
  "vpc_id",
  "subnet_id",
  "subnet_ids",
  "route_table_id",
  "route_table_ids",
  "group_id",
  "security_group_ids",
];

/**
 * The resource types that have to do with the way of a call: those that make a part of it, adopt one or change one. A test
 * holds it against the types of AWS provider 5.100.0.
 */
export const NETWORK_TYPES = {
  aws_alb: { changes: "endpoints" },
  aws_autoscaling_group: { changes: "calls" },
  aws_batch_compute_environment: { changes: "calls" },
  aws_batch_job_definition: { changes: "calls" },
  aws_batch_job_queue: { changes: "calls" },
  aws_cloudcontrolapi_resource: { changes: "anything", unread: ["desired_state"] },
  aws_cloudformation_stack: { changes: "anything", unread: ["parameters"] },
  aws_cloudformation_stack_set: { changes: "anything", unread: ["parameters"] },
  aws_cloudwatch_event_target: { changes: "calls" },
  aws_codebuild_project: { changes: "calls" },
  aws_default_network_acl: { changes: "acls" },
  aws_default_route_table: { changes: "routes" },
  aws_default_security_group: { changes: "groups" },
  aws_default_subnet: { changes: "subnets" },
  aws_default_vpc: { changes: "vpcs" },
  aws_default_vpc_dhcp_options: { changes: "names" },
  aws_dx_gateway_association: { changes: "routes" },
  aws_dx_gateway_association_proposal: { changes: "routes" },
  aws_dynamodb_resource_policy: { changes: "rights" },
  aws_dynamodb_table: { changes: "rights" },
  aws_ec2_managed_prefix_list: { changes: "addresses" },
  aws_ec2_managed_prefix_list_entry: { changes: "addresses" },
  aws_ec2_transit_gateway: { changes: "routes" },
  aws_ec2_transit_gateway_connect: { changes: "routes" },
  aws_ec2_transit_gateway_default_route_table_association: { changes: "routes" },
  aws_ec2_transit_gateway_default_route_table_propagation: { changes: "routes" },
  aws_ec2_transit_gateway_prefix_list_reference: { changes: "routes" },
  aws_ec2_transit_gateway_route: { changes: "routes" },
  aws_ec2_transit_gateway_route_table: { changes: "routes" },
  aws_ec2_transit_gateway_route_table_association: { changes: "routes" },
  aws_ec2_transit_gateway_route_table_propagation: { changes: "routes" },
  aws_ec2_transit_gateway_vpc_attachment: { changes: "routes" },
  aws_ec2_transit_gateway_vpc_attachment_accepter: { changes: "routes" },
  aws_ecr_pull_through_cache_rule: { changes: "calls" },
  aws_ecr_repository: { changes: "rights" },
  aws_ecr_repository_policy: { changes: "rights" },
  aws_ecs_cluster: { changes: "calls" },
  aws_ecs_service: { changes: "calls" },
  aws_ecs_task_definition: { changes: "calls" },
  aws_ecs_task_set: { changes: "calls" },
  aws_efs_access_point: { changes: "mounts" },
  aws_efs_file_system: { changes: "mounts" },
  aws_efs_file_system_policy: { changes: "rights" },
  aws_efs_mount_target: { changes: "mounts" },
  aws_eks_cluster: { changes: "calls" },
  aws_emr_cluster: { changes: "calls" },
  aws_iam_policy: { changes: "rights" },
  aws_iam_policy_attachment: { changes: "rights" },
  aws_iam_role: { changes: "rights" },
  aws_iam_role_policies_exclusive: { changes: "rights" },
  aws_iam_role_policy: { changes: "rights" },
  aws_iam_role_policy_attachment: { changes: "rights" },
  aws_iam_role_policy_attachments_exclusive: { changes: "rights" },
  aws_instance: { changes: "calls" },
  aws_kinesis_resource_policy: { changes: "rights" },
  aws_kinesis_stream: { changes: "rights" },
  aws_kms_grant: { changes: "rights" },
  aws_kms_key: { changes: "rights" },
  aws_kms_key_policy: { changes: "rights" },
  aws_lambda_function: { changes: "calls" },
  aws_launch_template: { changes: "calls" },
  aws_lb: { changes: "endpoints" },
  aws_main_route_table_association: { changes: "routes" },
  aws_nat_gateway: { changes: "way-out" },
  aws_network_acl: { changes: "acls" },
  aws_network_acl_association: { changes: "acls" },
  aws_network_acl_rule: { changes: "acls" },
  aws_networkmanager_transit_gateway_route_table_attachment: { changes: "routes" },
  aws_pipes_pipe: { changes: "calls" },
  aws_route: { changes: "routes" },
  aws_route53_record: { changes: "names" },
  aws_route53_records_exclusive: { changes: "names" },
  aws_route53_resolver_firewall_rule_group_association: { changes: "names" },
  aws_route53_resolver_rule: { changes: "names" },
  aws_route53_resolver_rule_association: { changes: "names" },
  aws_route53_zone: { changes: "names" },
  aws_route53_zone_association: { changes: "names" },
  aws_route53profiles_association: { changes: "names" },
  aws_route53profiles_profile: { changes: "names" },
  aws_route53profiles_resource_association: { changes: "names" },
  aws_route_table: { changes: "routes" },
  aws_route_table_association: { changes: "routes" },
  aws_s3_bucket: { changes: "rights" },
  aws_s3_bucket_policy: { changes: "rights" },
  aws_sagemaker_notebook_instance: { changes: "calls" },
  aws_scheduler_schedule: { changes: "calls" },
  aws_sfn_state_machine: { changes: "calls" },
  aws_secretsmanager_secret: { changes: "rights" },
  aws_secretsmanager_secret_policy: { changes: "rights" },
  aws_security_group: { changes: "groups" },
  aws_security_group_rule: { changes: "groups" },
  aws_service_discovery_private_dns_namespace: { changes: "names" },
  aws_servicecatalog_provisioned_product: { changes: "anything", unread: ["provisioning_parameters"] },
  aws_sqs_queue: { changes: "rights" },
  aws_sqs_queue_policy: { changes: "rights" },
  aws_ssm_parameter: { changes: "rights" },
  aws_subnet: { changes: "subnets" },
  aws_vpc: { changes: "vpcs" },
  aws_vpc_block_public_access_options: { changes: "way-out" },
  aws_vpc_dhcp_options: { changes: "names" },
  aws_vpc_dhcp_options_association: { changes: "names" },
  aws_vpc_endpoint: { changes: "endpoints" },
  aws_vpc_endpoint_connection_accepter: { changes: "endpoints" },
  aws_vpc_endpoint_policy: { changes: "endpoints" },
  aws_vpc_endpoint_private_dns: { changes: "endpoints" },
  aws_vpc_endpoint_route_table_association: { changes: "endpoints" },
  aws_vpc_endpoint_security_group_association: { changes: "endpoints" },
  aws_vpc_endpoint_service: { changes: "endpoints" },
  aws_vpc_endpoint_subnet_association: { changes: "endpoints" },
  aws_vpc_ipv4_cidr_block_association: { changes: "vpcs" },
  aws_vpc_peering_connection: { changes: "routes" },
  aws_vpc_peering_connection_accepter: { changes: "routes" },
  aws_vpc_route_server_propagation: { changes: "routes" },
  aws_vpc_security_group_egress_rule: { changes: "groups" },
  aws_vpc_security_group_ingress_rule: { changes: "groups" },
  aws_vpc_security_group_vpc_association: { changes: "groups" },
  aws_vpn_connection: { changes: "routes" },
  aws_vpn_gateway_route_propagation: { changes: "routes" },
  awscc_ec2_network_acl_entry: { changes: "anything", unread: ["network_acl_id"] },
  awscc_ec2_route: { changes: "anything", unread: PARTS },
  awscc_ec2_security_group: { changes: "anything", unread: PARTS },
  awscc_ec2_security_group_egress: { changes: "anything", unread: PARTS },
  awscc_ec2_security_group_ingress: { changes: "anything", unread: PARTS },
  awscc_ec2_vpc_endpoint: { changes: "anything", unread: PARTS },
} as const satisfies Readonly<Record<string, NetworkTypeRow>>;

/** A resource type that has to do with the way of a call. */
export type NetworkTypeName = keyof typeof NETWORK_TYPES;

/** The types that are not read and may change anything, each with the arguments by which it touches a network. */
export function unreadTypes(): readonly (readonly [type: NetworkTypeName, by: readonly string[]])[] {
  const rows: Readonly<Record<NetworkTypeName, NetworkTypeRow>> = NETWORK_TYPES;
  return NETWORK_TYPE_NAMES.flatMap((type) => {
    const { unread } = rows[type];
    return unread === undefined ? [] : [[type, unread] as const];
  });
}

const NETWORK_TYPE_NAMES = Object.keys(NETWORK_TYPES).filter(isNetworkType);

function isNetworkType(type: string): type is NetworkTypeName {
  return Object.hasOwn(NETWORK_TYPES, type);
}
