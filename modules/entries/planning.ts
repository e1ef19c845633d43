/**
 * `cdktf-private-fargate/planning`: tasks as plain data, and the plan of the endpoints that they need. It loads neither cdktf
 * nor the provider.
 */

// Tasks, as plain data
export type {
  Container,
  ContainerCondition,
  ContainerHealthCheck,
  FirelensRouter,
  MountPoint,
  PortMapping,
} from "../task/container";
export { ContainerImage } from "../task/images/container-image";
export type { EcrImage, EcrImageVersion, EcrRepositoryReference } from "../task/images/ecr-image";
export type { RegistryImage } from "../task/images/registry-image";
export type { EnvironmentFile } from "../task/environment-file";
export type { ExecuteCommandOptions } from "../task/execute-command";
export type {
  FargateCpu,
  FargateCpuText,
  FargateMemory,
  FargateMemoryText,
  FargateSize,
  FargateSizeOfTerraform,
} from "../aws/fargate-size";
export type {
  DefaultFargateSize,
  FargatePlatform,
  FargateTask,
  FargateTaskDescription,
  UncheckedFargateTask,
  VerbatimTaskDefinition,
} from "../task/fargate-task";
export type { AccessTo, ServiceWithAccess } from "../task/grants/accesses";
export type { AccessGrant, ActionGrant, Grant, GrantedThings, UncheckedGrant } from "../task/grants/grant";
export type { ContainerOptions } from "../task/options/container-options";
export type { LinuxCapabilities, LinuxParameters, Tmpfs } from "../task/options/linux-parameters";
export type { AdotCollectorOptions } from "../task/sidecars/adot-collector";
export type { CloudWatchAgentOptions, CollectedByCloudWatch } from "../task/sidecars/cloudwatch-agent";
export { type HttpLogDestination, LogDestination, type NamedThing } from "../task/sidecars/log-destination";
export type { LogRouter, LogRouterOptions } from "../task/sidecars/log-router";
export { type Sidecar, type SidecarOptions, withSidecars } from "../task/sidecars/sidecar";
export { Sidecars } from "../task/sidecars/sidecars";
export type { RestartPolicy } from "../task/options/restart-policy";
export type { Ulimit, UlimitName } from "../task/options/ulimits";
export type { FirelensPlugin } from "../task/log-drivers/firelens-plugin";
export type { JsonValue } from "../values/json-value";
export type { AwslogsDriver } from "../task/log-drivers/awslogs";
export type { FirelensDriver } from "../task/log-drivers/firelens";
export { LogDriver } from "../task/log-drivers/log-driver";
export type { NoLogDriver } from "../task/log-drivers/none";
export type { LogDriverOptions, LogOptions } from "../task/log-drivers/log-driver-kind";
export type { UnsupportedLogDriver } from "../task/log-drivers/unsupported-log-driver";
export type {
  SplunkDriver,
  SplunkDriverWithSecretUrl,
  SplunkDriverWithUrl,
} from "../task/log-drivers/splunk";
export type { CpuArchitecture, OperatingSystemFamily } from "../aws/operating-system";
export type { PlatformVersion } from "../aws/platform-version";
export { SecretSource } from "../task/secrets/secret-source";
export type { SecretsManagerSecret } from "../task/secrets/secrets-manager-secret";
export type { SsmParameterReference, SsmParameterSecret } from "../task/secrets/ssm-parameter-secret";
export type {
  ServiceConnect,
  ServiceConnectAccessLogs,
  ServiceConnectAlias,
  ServiceConnectService,
  ServiceConnectTimeout,
  ServiceConnectTls,
} from "../task/service-connect";
export type { TerraformValue } from "../values/terraform-value";
export type { BindVolume } from "../task/volumes/bind-volume";
export type { EbsVolume } from "../task/volumes/ebs-volume";
export type { EfsVolume } from "../task/volumes/efs-volume";
export type { OtherVolume } from "../task/volumes/other-volume";
export type { S3FilesVolume } from "../task/volumes/s3-files-volume";
export type { UnsupportedVolume } from "../task/volumes/unsupported-volume";
export { Volume } from "../task/volumes/volume";
export { type ReadTaskDefinitionOptions, readTaskDefinition } from "../task/definition/read-task-definition";

// What a task asks, and the plan: which endpoints, and why
export type { Ask, AskedRequest, Asker, CallOutside, OutsideCall } from "../asks/ask";
export type {
  LogGroupThing,
  ParameterThing,
  RepositoryThing,
  SecretThing,
  Thing,
} from "../asks/thing";
export type { EndpointServiceName, EndpointType, GatewayServiceName } from "../aws/endpoint-services/catalog";
export type { InstanceSpec } from "../planning/instance/instance-spec";
export { EndpointPlan } from "../planning/plan/endpoint-plan";
export type { EndpointPlanInNetwork } from "../planning/plan/endpoint-plan-in-network";
export type { EndpointPlanJson } from "../planning/plan/plan-as-json";
export type { PlanSurroundings, PresentEndpoint } from "../asks/plan-surroundings";
export type { WayOut } from "../aws/way-out";
export type { AskedEndpoint, PlacedAsk } from "../planning/plan/union";
export type {
  AdmittedStatement,
  EndpointReason,
  EndpointWithPolicy,
  PlanIssue,
  PlannedEndpoint,
  PlannedRole,
  PlannedTask,
  StatementReason,
} from "../planning/plan/planned-endpoint";
export type { ExplainOptions } from "../planning/plan/explain-as-text";
export type { PlannedPolicy, PlannedStatement } from "../planning/plan/planned-policy";

// What the endpoints cost
export type { CostAmount } from "../cost/amount";
export type { HubBreakEven, NatBreakEven } from "../cost/break-even";
export type { EndpointCost, NetworkCost } from "../cost/cost-of";
export type { CostOptions, ImagePulls, MonthlyTraffic } from "../cost/cost-options";
export { explainCost } from "../cost/explain-cost";
export type { EndpointToCost } from "../cost/network-to-cost";
export type { Price, PriceConfidence, PriceName, PriceTable, PriceTier, RegionPrices } from "../cost/price";
export type { UsedPrice } from "../cost/prices-in";
export { readPriceList } from "../cost/read-price-list";
export type { CostedWay, WayCost } from "../cost/ways";

// Policies and problems
export { ConfigurationError } from "../issues/configuration-error";
export type { FixInEach, FixLanguage } from "../issues/fix";
export type { Issue } from "../issues/issue";
export type { IssueJson } from "../issues/issue-as-json";
export type { IssueSeverity } from "../issues/table/issue-row";
export type { IssueCode } from "../issues/table/issue-table";
export type { PolicyStatement } from "../aws/policy-document";
export type { ReadingOptions } from "../text/reading-options";
