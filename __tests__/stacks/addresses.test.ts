import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { expect, it } from "vitest";
import { EndpointPlan, FargateService, PrivateNetwork, VpcEndpoints } from "../../modules";
import { createStacks } from "../../stacks";
import { ordersTask } from "../support/orders";
import { synthApp } from "../support/synth";

/*
 * Terraform keeps each resource under its address. Whoever changes an address in this file makes Terraform destroy that
 * resource and create another in every deployment: a VPC, a secret, a repository with its images. Where it has to be, move
 * the resource with `moveFromId`, and say so in the changelog.
 */

it("the addresses of the single-subnet stack stay", () => {
  expect(addressesOf("single-subnet")).toEqual([
    "aws_cloudwatch_log_group.service_log-group_D4C0FDDC",
    "aws_ecr_repository.repository",
    "aws_ecs_cluster.service_cluster_C7DE5889",
    "aws_ecs_cluster_capacity_providers.service_cluster_capacity-providers_336863AB",
    "aws_ecs_service.service_E7C408F2",
    "aws_ecs_task_definition.service_task-definition_1CDBFD24",
    "aws_iam_role.service_execution-role_C843A20D",
    "aws_iam_role.service_task-role_56856B13",
    "aws_iam_role_policy.service_execution-role_policy_DA4D51A7",
    "aws_route_table.network_route-table-private-a_635F5477",
    "aws_route_table_association.network_association-private-a_63849EAB",
    "aws_secretsmanager_secret.secret",
    "aws_secretsmanager_secret_version.secret-version",
    "aws_security_group.endpoints_security-group_D5C038D3",
    "aws_security_group.service_security-group_1DAB189A",
    "aws_ssm_parameter.parameter",
    "aws_subnet.network_subnet-private-a_3B10619F",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint.endpoints_ecr-api_C1CB74CF",
    "aws_vpc_endpoint.endpoints_ecr-dkr_D4798B72",
    "aws_vpc_endpoint.endpoints_logs_34A2492E",
    "aws_vpc_endpoint.endpoints_s3_6621EADA",
    "aws_vpc_endpoint.endpoints_secretsmanager_726311B6",
    "aws_vpc_endpoint.endpoints_ssm_2ADF566A",
    "aws_vpc_security_group_egress_rule.endpoints_security-group_egress-all_1C661502",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-endpoints_6E3657C2",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-s3_FEB0476E",
    "aws_vpc_security_group_ingress_rule.endpoints_security-group_ingress-subnet_E07349D8",
  ]);
});

it("the addresses of the dedicated-endpoint-subnets stack stay", () => {
  expect(addressesOf("dedicated-endpoint-subnets")).toEqual([
    "aws_cloudwatch_log_group.service_log-group_D4C0FDDC",
    "aws_ecr_repository.repository",
    "aws_ecs_cluster.service_cluster_C7DE5889",
    "aws_ecs_cluster_capacity_providers.service_cluster_capacity-providers_336863AB",
    "aws_ecs_service.service_E7C408F2",
    "aws_ecs_task_definition.service_task-definition_1CDBFD24",
    "aws_iam_role.service_execution-role_C843A20D",
    "aws_iam_role.service_task-role_56856B13",
    "aws_iam_role_policy.service_execution-role_policy_DA4D51A7",
    "aws_route_table.network_route-table-vpc-endpoint-s3_78887D01",
    "aws_route_table_association.network_association-private-1a-app-1_7A858A8B",
    "aws_route_table_association.network_association-private-1a-app-2_E8981724",
    "aws_route_table_association.network_association-private-1c-app-1_3B3A371A",
    "aws_route_table_association.network_association-private-1c-app-2_AD08E79E",
    "aws_security_group.endpoints_security-group_D5C038D3",
    "aws_security_group.service_security-group_1DAB189A",
    "aws_subnet.network_subnet-private-1a-app-1_821A1A7F",
    "aws_subnet.network_subnet-private-1a-app-2_8D3A3BC4",
    "aws_subnet.network_subnet-private-1a-vpc-endpoint_A0E6C01F",
    "aws_subnet.network_subnet-private-1c-app-1_CC37665E",
    "aws_subnet.network_subnet-private-1c-app-2_2D086BFA",
    "aws_subnet.network_subnet-private-1c-vpc-endpoint_F43D397F",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint.endpoints_ecr-api_C1CB74CF",
    "aws_vpc_endpoint.endpoints_ecr-dkr_D4798B72",
    "aws_vpc_endpoint.endpoints_logs_34A2492E",
    "aws_vpc_endpoint.endpoints_s3_6621EADA",
    "aws_vpc_security_group_egress_rule.endpoints_security-group_egress-vpc_782A4B14",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-endpoints_6E3657C2",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-s3_FEB0476E",
    "aws_vpc_security_group_ingress_rule.endpoints_security-group_ingress-vpc_F0C7129F",
  ]);
});

it("the addresses of the isolated-service stack stay", () => {
  expect(addressesOf("isolated-service")).toEqual([
    "aws_cloudwatch_log_group.service_log-group_D4C0FDDC",
    "aws_ecr_repository.repository",
    "aws_ecs_cluster.service_cluster_C7DE5889",
    "aws_ecs_cluster_capacity_providers.service_cluster_capacity-providers_336863AB",
    "aws_ecs_service.service_E7C408F2",
    "aws_ecs_task_definition.service_task-definition_1CDBFD24",
    "aws_iam_role.service_execution-role_C843A20D",
    "aws_iam_role.service_task-role_56856B13",
    "aws_iam_role_policy.service_execution-role_policy_DA4D51A7",
    "aws_iam_role_policy.service_task-role_policy_2942D74D",
    "aws_internet_gateway.network_gateways_internet-gateway_ADB6199E",
    "aws_lb.balancer_EC32C74C",
    "aws_lb_listener.balancer_listener-http_5F456338",
    "aws_lb_target_group.balancer_target-group_A6B56F9B",
    "aws_route.network_gateways_route-public_B02C7F57",
    "aws_route_table.network_route-table-isolated-a_0F72056A",
    "aws_route_table.network_route-table-isolated-b_E743E9FB",
    "aws_route_table.network_route-table-public_724DF9B2",
    "aws_route_table_association.network_association-ingress-a_7D4C5FE2",
    "aws_route_table_association.network_association-ingress-b_193FAC50",
    "aws_route_table_association.network_association-isolated-a_9B2C46DB",
    "aws_route_table_association.network_association-isolated-b_EA4A0A23",
    "aws_secretsmanager_secret.secret",
    "aws_secretsmanager_secret_version.secret-version",
    "aws_security_group.balancer_security-group_9436310C",
    "aws_security_group.endpoints_security-group_D5C038D3",
    "aws_security_group.service_security-group_1DAB189A",
    "aws_ssm_parameter.parameter",
    "aws_subnet.network_subnet-ingress-a_9C08CD9A",
    "aws_subnet.network_subnet-ingress-b_8ECC36F7",
    "aws_subnet.network_subnet-isolated-a_19463357",
    "aws_subnet.network_subnet-isolated-b_6B5E61E1",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint.endpoints_ecr-api_C1CB74CF",
    "aws_vpc_endpoint.endpoints_ecr-dkr_D4798B72",
    "aws_vpc_endpoint.endpoints_logs_34A2492E",
    "aws_vpc_endpoint.endpoints_s3_6621EADA",
    "aws_vpc_endpoint.endpoints_secretsmanager_726311B6",
    "aws_vpc_endpoint.endpoints_ssm_2ADF566A",
    "aws_vpc_endpoint.endpoints_ssmmessages_E49C8C65",
    "aws_vpc_security_group_egress_rule.service_balancer-egress_3B7DDE38",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-endpoints_6E3657C2",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-s3_FEB0476E",
    "aws_vpc_security_group_ingress_rule.balancer_security-group_ingress-http-internet_F0644B84",
    "aws_vpc_security_group_ingress_rule.service_balancer-ingress_67093869",
    "aws_vpc_security_group_ingress_rule.service_endpoints-ingress_4E2435B8",
  ]);
});

it("the addresses of the ecr-instance stack stay", () => {
  expect(addressesOf("ecr-instance")).toEqual([
    "aws_ecr_repository.repository",
    "aws_iam_instance_profile.instance_profile_E5449446",
    "aws_iam_role.instance_profile_role_0CA2CC16",
    "aws_iam_role_policy.instance_profile_policy_65B16A3F",
    "aws_instance.instance_B7CCE687",
    "aws_route_table.network_route-table-private-a_635F5477",
    "aws_route_table_association.network_association-private-a_63849EAB",
    "aws_security_group.endpoints_security-group_D5C038D3",
    "aws_security_group.instance_security-group_DD74B82C",
    "aws_security_group.session-endpoints_security-group_A72A28BE",
    "aws_subnet.network_subnet-private-a_3B10619F",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint.endpoints_ecr-api_C1CB74CF",
    "aws_vpc_endpoint.endpoints_ecr-dkr_D4798B72",
    "aws_vpc_endpoint.endpoints_s3_6621EADA",
    "aws_vpc_endpoint.session-endpoints_ec2messages_C7FAA295",
    "aws_vpc_endpoint.session-endpoints_ssm_7513F24F",
    "aws_vpc_endpoint.session-endpoints_ssmmessages_FB819CF3",
    "aws_vpc_security_group_egress_rule.instance_security-group_egress-endpoints-endpoints_A74395AB",
    "aws_vpc_security_group_egress_rule.instance_security-group_egress-endpoints-s3_01AE5063",
    "aws_vpc_security_group_egress_rule.instance_security-group_egress-session-endpoints-endpoints_AED81CF6",
    "aws_vpc_security_group_ingress_rule.instance_endpoints-ingress_D90BA2A2",
    "aws_vpc_security_group_ingress_rule.instance_session-endpoints-ingress_AB6F03DD",
  ]);
});

it("the addresses of the private-link-consumer stack stay", () => {
  expect(addressesOf("private-link-consumer", ["private-link-provider"])).toEqual([
    "aws_iam_instance_profile.client_profile_253BE8DD",
    "aws_iam_role.client_profile_role_2153F80E",
    "aws_iam_role_policy.client_profile_policy_CBBB7880",
    "aws_instance.client_5ABE7B08",
    "aws_internet_gateway.network_gateways_internet-gateway_ADB6199E",
    "aws_route.network_gateways_route-public_B02C7F57",
    "aws_route_table.network_route-table-public_724DF9B2",
    "aws_route_table_association.network_association-public_EA7276D5",
    "aws_security_group.client_security-group_13C6C2D7",
    "aws_subnet.network_subnet-public_F138EBD1",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint.endpoint_E7B9679B",
    "aws_vpc_endpoint_connection_accepter.acceptance",
    "aws_vpc_security_group_egress_rule.client_security-group_egress-endpoint_9978922D",
    "aws_vpc_security_group_egress_rule.client_security-group_egress-https_727E6CAA",
    "aws_vpc_security_group_ingress_rule.client_security-group_ingress-http_B9CE8541",
  ]);
});

it("the addresses of the private-link-provider stack stay", () => {
  expect(addressesOf("private-link-provider")).toEqual([
    "aws_iam_instance_profile.web-server_profile_17CC18EA",
    "aws_iam_role.web-server_profile_role_4C3961CE",
    "aws_iam_role_policy.web-server_profile_policy_CFF13D4F",
    "aws_instance.web-server_E3845E5E",
    "aws_internet_gateway.network_gateways_internet-gateway_ADB6199E",
    "aws_lb.balancer_EC32C74C",
    "aws_lb_listener.balancer_listener-http_5F456338",
    "aws_lb_target_group.balancer_target-group-http_B879BE2E",
    "aws_lb_target_group_attachment.balancer_target-http-web-server_20B04FE5",
    "aws_route.network_gateways_route-public_B02C7F57",
    "aws_route_table.network_route-table-public_724DF9B2",
    "aws_route_table_association.network_association-public_EA7276D5",
    "aws_security_group.balancer_security-group_9436310C",
    "aws_security_group.web-server_security-group_C0D2BEFE",
    "aws_subnet.network_subnet-public_F138EBD1",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint_service.service_6D174F83",
    "aws_vpc_security_group_egress_rule.balancer_target-http-egress_E4975150",
    "aws_vpc_security_group_egress_rule.web-server_security-group_egress-https_5FEEEDB0",
    "aws_vpc_security_group_ingress_rule.balancer_security-group_ingress-http-internet_F0644B84",
    "aws_vpc_security_group_ingress_rule.balancer_target-http-ingress_483F4DA3",
    "aws_vpc_security_group_ingress_rule.web-server_security-group_ingress-http_F8CF87E0",
    "aws_vpc_security_group_ingress_rule.web-server_security-group_ingress-https_D2E2F0F7",
  ]);
});

it("the addresses of the hub-and-spoke stack stay", () => {
  expect(addressesOf("hub-and-spoke")).toEqual([
    "aws_cloudwatch_log_group.service_log-group_D4C0FDDC",
    "aws_ecr_repository.repository",
    "aws_ecs_cluster.service_cluster_C7DE5889",
    "aws_ecs_cluster_capacity_providers.service_cluster_capacity-providers_336863AB",
    "aws_ecs_service.service_E7C408F2",
    "aws_ecs_task_definition.service_task-definition_1CDBFD24",
    "aws_iam_role.service_execution-role_C843A20D",
    "aws_iam_role.service_task-role_56856B13",
    "aws_iam_role_policy.service_execution-role_policy_DA4D51A7",
    "aws_route.peering_route-back-private-a_0F7E609D",
    "aws_route.peering_route-back-private-b_35D30ECF",
    "aws_route.peering_route-there-private-a_549FD1D9",
    "aws_route.peering_route-there-private-b_66615AD3",
    "aws_route53_record.hub_record-ecr-api_E088104E",
    "aws_route53_record.hub_record-ecr-dkr-below_370A2A93",
    "aws_route53_record.hub_record-logs_EF0EE369",
    "aws_route53_zone.hub_zone-ecr-api_72B05712",
    "aws_route53_zone.hub_zone-ecr-dkr_FB6CEAC7",
    "aws_route53_zone.hub_zone-logs_F41A37B1",
    "aws_route53_zone_association.spoke_zone-ecr-api_1C6D1570",
    "aws_route53_zone_association.spoke_zone-ecr-dkr_F713A4F4",
    "aws_route53_zone_association.spoke_zone-logs_5D142EE0",
    "aws_route_table.hub-network_route-table-private-a_2B4F92E0",
    "aws_route_table.hub-network_route-table-private-b_9D4BA47E",
    "aws_route_table.spoke-network_route-table-private-a_12496535",
    "aws_route_table.spoke-network_route-table-private-b_8CAAE3D2",
    "aws_route_table_association.hub-network_association-private-a_7BB8C269",
    "aws_route_table_association.hub-network_association-private-b_90ABEE21",
    "aws_route_table_association.spoke-network_association-private-a_AE10BBF7",
    "aws_route_table_association.spoke-network_association-private-b_0835B3F9",
    "aws_security_group.hub_endpoints_security-group_73239091",
    "aws_security_group.service_security-group_1DAB189A",
    "aws_subnet.hub-network_subnet-private-a_20A7B116",
    "aws_subnet.hub-network_subnet-private-b_1E180E1C",
    "aws_subnet.spoke-network_subnet-private-a_96443FC2",
    "aws_subnet.spoke-network_subnet-private-b_EB090BB4",
    "aws_vpc.hub-network_vpc_CA94C343",
    "aws_vpc.spoke-network_vpc_00CD913E",
    "aws_vpc_endpoint.endpoints_s3_6621EADA",
    "aws_vpc_endpoint.hub_endpoints_ecr-api_40211F80",
    "aws_vpc_endpoint.hub_endpoints_ecr-dkr_0150596A",
    "aws_vpc_endpoint.hub_endpoints_logs_8D3DABBF",
    "aws_vpc_peering_connection.peering_connection_E7A626F9",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-ecr-api_BA621A11",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-s3_FEB0476E",
    "aws_vpc_security_group_ingress_rule.spoke_ingress_471561A3",
  ]);
});

it("the addresses of the shortest program stay", () => {
  const stacks = synthApp((app) => {
    const stack = new TerraformStack(app, "orders");
    new AwsProvider(stack, "aws", { region: "eu-west-1" });
    const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
    new FargateService(stack, "service", { network, endpoints, task: ordersTask });
  });
  expect(stacks.get("orders")?.addresses).toEqual([
    "aws_cloudwatch_log_group.service_log-group_D4C0FDDC",
    "aws_default_security_group.network_default-security-group_F40826B8",
    "aws_ecs_cluster.service_cluster_C7DE5889",
    "aws_ecs_cluster_capacity_providers.service_cluster_capacity-providers_336863AB",
    "aws_ecs_service.service_E7C408F2",
    "aws_ecs_task_definition.service_task-definition_1CDBFD24",
    "aws_iam_role.service_execution-role_C843A20D",
    "aws_iam_role.service_task-role_56856B13",
    "aws_iam_role_policy.service_execution-role_policy_DA4D51A7",
    "aws_route_table.network_route-table-private-a_635F5477",
    "aws_route_table.network_route-table-private-b_FCA39B3C",
    "aws_route_table_association.network_association-private-a_63849EAB",
    "aws_route_table_association.network_association-private-b_FA1A0CF5",
    "aws_security_group.endpoints_security-group_D5C038D3",
    "aws_security_group.service_security-group_1DAB189A",
    "aws_subnet.network_subnet-private-a_3B10619F",
    "aws_subnet.network_subnet-private-b_CA3FEFFF",
    "aws_vpc.network_vpc_4E8F0223",
    "aws_vpc_endpoint.endpoints_ecr-api_C1CB74CF",
    "aws_vpc_endpoint.endpoints_ecr-dkr_D4798B72",
    "aws_vpc_endpoint.endpoints_logs_34A2492E",
    "aws_vpc_endpoint.endpoints_s3_6621EADA",
    "aws_vpc_endpoint_policy.endpoints_ecr-api_policy_A07F5D89",
    "aws_vpc_endpoint_policy.endpoints_ecr-dkr_policy_1BB4B163",
    "aws_vpc_endpoint_policy.endpoints_logs_policy_BCC026E0",
    "aws_vpc_endpoint_policy.endpoints_s3_policy_EB69D328",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-endpoints_6E3657C2",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-s3_FEB0476E",
    "aws_vpc_security_group_ingress_rule.service_endpoints-ingress_4E2435B8",
  ]);
});

/** @param others stacks that are in the app as well */
function addressesOf(name: string, others: readonly string[] = []): readonly string[] | undefined {
  return synthApp(createStacks, { stacks: [name, ...others] }).get(name)?.addresses;
}
