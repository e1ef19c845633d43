/**
 * The public API: a Fargate task as plain data, the plan of the endpoints that it needs, and constructs for the network,
 * the endpoints and the service.
 *
 * Not exported on purpose: the checks (a constructor runs them), and the small constructs that a service is made of.
 */

// Endpoints
export { GatewayEndpoint, type GatewayEndpointProps } from "./endpoints/gateway-endpoint";
export {
  type CustomEndpointService,
  InterfaceEndpoint,
  type InterfaceEndpointProps,
  type InterfaceEndpointSettings,
} from "./endpoints/interface-endpoint";
export { type EndpointSecurityGroupOptions, VpcEndpoints, type VpcEndpointsProps } from "./endpoints/vpc-endpoints";
// Services
export type { ClusterOptions, ExistingCluster } from "./fargate/fargate-cluster";
export {
  FargateService,
  type FargateServiceProps,
  type LogGroupOptions,
  type TaskSecurityGroupOptions,
} from "./fargate/fargate-service";
export type { ExistingRole, RoleOptions } from "./fargate/role";
export type { ExistingEndpoint, Network, NetworkSubnet, VpcDns } from "./network/network";
export { Peer } from "./network/peer";
export { PrivateNetwork, type PrivateNetworkProps } from "./network/private-network";
export { SecurityGroup, type SecurityGroupProps, type SecurityGroupRule } from "./network/security-group";
// Networks
export {
  type DedicatedEndpointSubnetsOptions,
  dedicatedEndpointSubnets,
  type SubnetLayout,
  sharedSubnets,
} from "./planning/addressing/subnet-layout";
export type { SubnetSpec, SubnetTier } from "./planning/addressing/subnet-spec";
// Policies and problems
export { ConfigurationError } from "./planning/configuration-error";
export type { EndpointServiceName, EndpointType, GatewayServiceName } from "./planning/endpoint-services/catalog";
export type { Issue, IssueSeverity } from "./planning/issue";
// The plan: which endpoints, and why
export {
  EndpointPlan,
  type EndpointReason,
  type PlannedEndpoint,
  type PlannedTask,
} from "./planning/plan/endpoint-plan";
export type { PolicyStatement } from "./planning/policy-document";
// Tasks, as plain data
export {
  ContainerImage,
  type EcrImage,
  type EcrImageVersion,
  type EcrRepositoryReference,
  type RegistryImage,
} from "./planning/task/container-image";
export type { FargateCpu, FargateMemory, FargateSize } from "./planning/task/fargate-size";
export type {
  Container,
  ContainerHealthCheck,
  FargateTask,
  JsonValue,
  PortMapping,
} from "./planning/task/fargate-task";
export { type AwslogsDriver, LogDriver, type NoLogDriver } from "./planning/task/log-driver";
export type { PlatformVersion } from "./planning/task/platform-version";
export {
  SecretSource,
  type SecretsManagerSecret,
  type SsmParameterReference,
  type SsmParameterSecret,
} from "./planning/task/secret-source";
