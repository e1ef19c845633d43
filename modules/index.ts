/**
 * The public API: tasks as plain data, the plan of the endpoints that they need, constructs for networks, endpoints, load
 * balancers, services, instances and endpoint services, and the proof that every call of a task arrives.
 *
 * Not exported on purpose: the checks (a constructor runs them), and the small constructs that the others are made of.
 * `./testing` holds the matcher for tests.
 */

// Tasks, as plain data; the plan: which endpoints, and why
export * from "./entries/planning";

// What every construct that makes resources takes
export type { ProviderProps } from "./internal/provider-props";

// Networks
export type {
  EndpointAccess,
  ExistingEndpoint,
  ExistingGatewayEndpoint,
  ExistingInterfaceEndpoint,
  Network,
  NetworkSubnet,
  VpcDns,
} from "./network/network";
export { ExistingNetwork } from "./network/existing-network";
export type {
  ExistingNetworkProps,
  Found,
  LookedUpEndpoint,
  LookedUpSubnet,
} from "./network/existing-network-props";
export { type ExistingNetworkOptions, existingNetwork } from "./network/snapshot-network";
export type { NetworkGateways, NetworkGatewaysProps } from "./network/network-gateways";
export {
  type CidrPeer,
  type Ipv6CidrPeer,
  Peer,
  type PrefixListPeer,
  type SecurityGroupPeer,
} from "./network/peer";
export { PrivateNetwork } from "./network/private-network";
export type { DefaultSecurityGroupRules, PrivateNetworkProps } from "./network/private-network-props";
export type { FlowLogs, FlowLogsToBucket, FlowLogsToCloudWatch, FlowLogTraffic } from "./network/flow-logs-props";
export type { LoggedVpc, VpcFlowLogs } from "./network/vpc-flow-logs";
export { SecurityGroup } from "./network/security-group";
export type { SecurityGroupProps, SecurityGroupRule } from "./network/security-group-props";
export {
  type DedicatedEndpointSubnetsOptions,
  dedicatedEndpointSubnets,
} from "./addressing/dedicated-endpoint-subnets";
export type { Cidr } from "./addressing/cidr";
export { sharedSubnets } from "./addressing/shared-subnets";
export type { LaidOutSubnets, LayoutSpace, SubnetLayout } from "./addressing/subnet-layout";
export type { SubnetSpec, SubnetTier } from "./addressing/subnet-spec";
export { type TieredSubnetsOptions, tieredSubnets } from "./addressing/tiered-subnets";
export type { DefaultRouteTarget, NatGateways, WaysOut } from "./addressing/ways-out";
export { TransitGateway } from "./network/transit-gateway";
export { TransitGatewayConnection } from "./network/transit-gateway-connection";
export type { TransitGatewayConnectionProps } from "./network/transit-gateway-connection-props";
export type { TransitGatewayProps } from "./network/transit-gateway-props";
export { VpcPeering } from "./network/vpc-peering";
export type { VpcPeeringProps } from "./network/vpc-peering-props";

// Endpoints
export { GatewayEndpoint, type GatewayEndpointProps } from "./endpoints/gateway-endpoint";
export { HubEndpoints } from "./endpoints/hub-endpoints";
export type { HubEndpointsProps } from "./endpoints/hub-endpoints-props";
export { InterfaceEndpoint } from "./endpoints/interface-endpoint";
export type {
  CustomEndpointService,
  InterfaceEndpointProps,
  InterfaceEndpointSettings,
} from "./endpoints/interface-endpoint-props";
export { NetworkAcls, type NetworkAclsProps } from "./endpoints/network-acls";
export type { NetworkAclDirection, NetworkAclName, NetworkAclPassage } from "./endpoints/network-acls-props";
export { SpokeNetwork } from "./endpoints/spoke-network";
export type { SpokeNetworkProps } from "./endpoints/spoke-network-props";
export { VpcEndpoints } from "./endpoints/vpc-endpoints";
export type { EndpointSecurityGroupOptions, VpcEndpointsProps } from "./endpoints/vpc-endpoints-props";

// Load balancers
export { ApplicationLoadBalancer } from "./load-balancing/application-load-balancer";
export type {
  ApplicationLoadBalancerProps,
  ApplicationTargetOptions,
} from "./load-balancing/application-load-balancer-props";
export type {
  ApplicationRouteOptions,
  ListenerRuleOptions,
  WeightedRouteOptions,
  WeightedTargetOptions,
} from "./load-balancing/application-route-props";
export type { FixedResponse } from "./load-balancing/fixed-response";
export type { HealthCheckTimes, HttpHealthCheck } from "./load-balancing/health-check";
export { type HttpListener, type HttpsListener, Listener, type RedirectListener } from "./load-balancing/listener";
export type { ListenerRuleConditions } from "./load-balancing/listener-rule-conditions";
export type { LoadBalancerProps } from "./load-balancing/load-balancer-props";
export type { LoadBalancerPlacement, LoadBalancerScheme } from "./load-balancing/load-balancer-subnets";
export type { AlternateTarget, AlternateTargetOptions } from "./load-balancing/alternate-target";
export type { LoadBalancerEntrance } from "./load-balancing/entrances";
export type { LoadBalancerTarget } from "./load-balancing/load-balancer-target";
export type { LogBucket } from "./load-balancing/log-bucket";
export type { StickySessions } from "./load-balancing/sticky-sessions";
export type { TargetGroupOptions } from "./load-balancing/target-group";
export { NetworkLoadBalancer } from "./load-balancing/network-load-balancer";
export type {
  NetworkAddressTarget,
  NetworkInstanceTarget,
  NetworkLoadBalancerProps,
  NetworkServiceTarget,
  NetworkTargetOptions,
} from "./load-balancing/network-load-balancer-props";

// Services, task definitions, schedules and clusters
export type {
  CapacityProviderStrategy,
  CapacityShare,
  FargateCapacityProvider,
} from "./fargate/capacity-providers";
export { FargateCluster } from "./fargate/fargate-cluster";
export type {
  ClusterOptions,
  ExistingCluster,
  FargateClusterProps,
  NewNamespace,
} from "./fargate/fargate-cluster-props";
export { FargateService } from "./fargate/fargate-service";
export type { FargateServiceProps } from "./fargate/fargate-service-props";
export type { ServiceDiscovery } from "./fargate/service-discovery";
export { FargateServiceScaling } from "./fargate/fargate-service-scaling";
export type { ScaledService } from "./fargate/scaling-policies";
export type {
  DeploymentHook,
  DeploymentShift,
  DeploymentStage,
  DeploymentStep,
} from "./fargate/deployment-strategy";
export type { DeploymentAlarms, ServiceDeployment } from "./fargate/service-deployment";
export type {
  BacklogPerTask,
  CloudWatchMetric,
  MetricMath,
  MetricScaling,
  RequestsPerTarget,
  ScalingGoal,
  ScalingStep,
  ScheduledScaling,
  ServiceScaling,
  StepScaling,
} from "./fargate/service-scaling";
export { SharedFileSystem } from "./fargate/shared-file-system";
export type {
  AccessPointOptions,
  MountedFileSystem,
  SharedFileSystemProps,
} from "./fargate/shared-file-system-props";
export { FargateTaskDefinition } from "./fargate/fargate-task-definition";
export type {
  FargateTaskDefinitionProps,
  LogGroupOptions,
  TaskSecurityGroupOptions,
} from "./fargate/fargate-task-definition-props";
export type { LoadBalancerOptions } from "./fargate/load-balancers";
export type {
  ExistingRole,
  RoleOptions,
  TaskRole,
  TaskRoleOptions,
  TaskRoleProps,
  TaskRoleTrust,
} from "./fargate/role";
export { ScheduledFargateTask } from "./fargate/scheduled-fargate-task";
export type {
  FargateTaskToStart,
  ScheduledFargateTaskProps,
  ScheduleRetry,
} from "./fargate/scheduled-fargate-task-props";
export type { CallableService, CalledHost, CalledPeer, CalledService, TaskCall, TaskCalls } from "./fargate/task-calls";
export type { FargateTaskLaunch } from "./fargate/fargate-task-launch";

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
export * from "./entries/reachability";
export { acceptFinding, type FindingAcceptance } from "./validation/accept-finding";
export type { ReadingOptions } from "./text/reading-options";
