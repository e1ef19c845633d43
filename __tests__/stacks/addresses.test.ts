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
    "aws_vpc_security_group_egress_rule.service_security-group_egress-endpoints_6E3657C2",
    "aws_vpc_security_group_egress_rule.service_security-group_egress-s3_FEB0476E",
    "aws_vpc_security_group_ingress_rule.service_endpoints-ingress_4E2435B8",
  ]);
});

function addressesOf(name: string): readonly string[] | undefined {
  return synthApp(createStacks, { stacks: [name] }).get(name)?.addresses;
}
