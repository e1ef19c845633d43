/**
 * The public API: tasks as plain data, the plan of the endpoints that they need, constructs for networks, endpoints, load
 * balancers, services, instances and endpoint services, and the proof that every call of a task arrives.
 *
 * Not exported on purpose: the checks (a constructor runs them), and the small constructs that the others are made of.
 * `lib/vitest` holds the matcher for tests.
 */

// Tasks, as plain data
export type {
  Container,
  ContainerCondition,
  ContainerHealthCheck,
  FirelensRouter,
  MountPoint,
  PortMapping,
} from "./task/container";
export { ContainerImage } from "./task/images/container-image";
export type { EcrImage, EcrImageVersion, EcrRepositoryReference } from "./task/images/ecr-image";
export type { RegistryImage } from "./task/images/registry-image";
export type { EnvironmentFile } from "./task/environment-file";
export type { ExecuteCommandOptions } from "./task/execute-command";
export type {
  FargateCpu,
  FargateCpuText,
  FargateMemory,
  FargateMemoryText,
  FargateSize,
} from "./aws/fargate-size";
export type { FargateTask } from "./task/fargate-task";
export type { FirelensPlugin } from "./task/log-drivers/firelens-plugin";
export type { JsonValue } from "./values/json-value";
export type { AwslogsDriver } from "./task/log-drivers/awslogs";
export type { FirelensDriver } from "./task/log-drivers/firelens";
export { LogDriver } from "./task/log-drivers/log-driver";
export type { NoLogDriver } from "./task/log-drivers/none";
export type { SplunkDriver } from "./task/log-drivers/splunk";
export type { CpuArchitecture, OperatingSystemFamily } from "./aws/operating-system";
export type { PlatformVersion } from "./aws/platform-version";
export { SecretSource } from "./task/secrets/secret-source";
export type { SecretsManagerSecret } from "./task/secrets/secrets-manager-secret";
export type { SsmParameterReference, SsmParameterSecret } from "./task/secrets/ssm-parameter-secret";
export type { ServiceConnect, ServiceConnectAlias, ServiceConnectService } from "./task/service-connect";
export type { TerraformValue } from "./values/terraform-value";
export type { BindVolume } from "./task/volumes/bind-volume";
export type { EbsVolume } from "./task/volumes/ebs-volume";
export type { EfsVolume } from "./task/volumes/efs-volume";
export { Volume } from "./task/volumes/volume";
export { type ReadTaskDefinitionOptions, readTaskDefinition } from "./task/definition/read-task-definition";

// What a task asks, and the plan: which endpoints, and why
export type { Ask, AskedRequest, Asker, OutsideCall } from "./asks/ask";
export type {
  LogGroupThing,
  ParameterThing,
  RepositoryThing,
  SecretThing,
  Thing,
} from "./asks/thing";
export type { EndpointServiceName, EndpointType, GatewayServiceName } from "./aws/endpoint-services/catalog";
export type { InstanceSpec } from "./planning/instance/instance-spec";
export { EndpointPlan } from "./planning/plan/endpoint-plan";
export type { EndpointPlanInNetwork } from "./planning/plan/endpoint-plan-in-network";
export type { EndpointPlanJson } from "./planning/plan/plan-as-json";
export type { PlanSurroundings, PresentEndpoint } from "./asks/plan-surroundings";
export type { AskedEndpoint } from "./planning/plan/union";
export type { EndpointReason, PlanIssue, PlannedEndpoint, PlannedTask } from "./planning/plan/planned-endpoint";

// Networks
export type { WayOut } from "./aws/way-out";
export type { ExistingEndpoint, Network, NetworkSubnet, VpcDns } from "./network/network";
export type { NetworkGateways } from "./network/network-gateways";
export { Peer } from "./network/peer";
export { PrivateNetwork, type PrivateNetworkProps } from "./network/private-network";
export { SecurityGroup, type SecurityGroupProps, type SecurityGroupRule } from "./network/security-group";
export {
  type DedicatedEndpointSubnetsOptions,
  dedicatedEndpointSubnets,
} from "./addressing/dedicated-endpoint-subnets";
export { sharedSubnets } from "./addressing/shared-subnets";
export type { SubnetLayout } from "./addressing/subnet-layout";
export type { SubnetSpec, SubnetTier } from "./addressing/subnet-spec";
export { type TieredSubnetsOptions, tieredSubnets } from "./addressing/tiered-subnets";
export type { NatGateways } from "./addressing/ways-out";

// Endpoints
export { GatewayEndpoint, type GatewayEndpointProps } from "./endpoints/gateway-endpoint";
export { InterfaceEndpoint } from "./endpoints/interface-endpoint";
export type {
  CustomEndpointService,
  InterfaceEndpointProps,
  InterfaceEndpointSettings,
} from "./endpoints/interface-endpoint-props";
export { VpcEndpoints } from "./endpoints/vpc-endpoints";
export type { EndpointSecurityGroupOptions, VpcEndpointsProps } from "./endpoints/vpc-endpoints-props";

// Load balancers
export { ApplicationLoadBalancer } from "./load-balancing/application-load-balancer";
export type {
  ApplicationLoadBalancerProps,
  ApplicationTargetOptions,
} from "./load-balancing/application-load-balancer-props";
export type { HealthCheckTimes, HttpHealthCheck } from "./load-balancing/health-check";
export { Listener } from "./load-balancing/listener";
export type { LoadBalancerProps } from "./load-balancing/load-balancer-props";
export type { LoadBalancerScheme } from "./load-balancing/load-balancer-subnets";
export type { LoadBalancerTarget } from "./load-balancing/load-balancer-target";
export { NetworkLoadBalancer } from "./load-balancing/network-load-balancer";
export type {
  NetworkAddressTarget,
  NetworkInstanceTarget,
  NetworkLoadBalancerProps,
  NetworkServiceTarget,
  NetworkTargetOptions,
} from "./load-balancing/network-load-balancer-props";

// Services
export type { ClusterOptions, ExistingCluster } from "./fargate/fargate-cluster";
export { FargateService } from "./fargate/fargate-service";
export type {
  FargateServiceProps,
  LogGroupOptions,
  TaskSecurityGroupOptions,
} from "./fargate/fargate-service-props";
export type { LoadBalancerOptions } from "./fargate/load-balancers";
export type { ExistingRole, RoleOptions, TaskRoleOptions } from "./fargate/role";

// Instances
export { Instance } from "./instance/instance";
export type { InstanceProfile } from "./instance/instance-profile";
export type { InstanceProps, InstanceSecurityGroupOptions } from "./instance/instance-props";

// PrivateLink
export { type DnsRecord, EndpointService } from "./private-link/endpoint-service";
export type {
  ConnectionEvent,
  ConnectionNotification,
  EndpointServiceLoadBalancer,
  EndpointServiceProps,
} from "./private-link/endpoint-service-props";

// The proof: every call arrives, or which hop is broken first

export { explainProof } from "./reachability/report/explain-proof";
export type {
  AcceptedIssue,
  DependencyProof,
  Hop,
  HopName,
  Proof,
  TaskProof,
} from "./reachability/model/proof";
export type { Verdict } from "./reachability/model/verdict";
export { type ProofOptions, proveReachability } from "./reachability/prove-reachability";
export type { Acceptance } from "./reachability/terraform/resources/annotations";
export type { TerraformJson } from "./reachability/terraform/expressions/terraform-json";
export { acceptFinding, type FindingAcceptance } from "./validation/accept-finding";

// Policies and problems
export { ConfigurationError } from "./issues/configuration-error";
export type { Issue } from "./issues/issue";
export type { IssueSeverity } from "./issues/table/issue-row";
export type { IssueCode } from "./issues/table/issue-table";
export type { PolicyStatement } from "./aws/policy-document";
