import { PROVIDER_PROPS } from "../internal/provider-props";
import { awsName } from "../shapes/name-shape";
import { anything, atLeast, either, flag, list, type MembersOf, object, required, text } from "../shapes/shape";
import { EXECUTE_COMMAND } from "../task/task-shape";
import { CAPACITY_PROVIDERS } from "./capacity-providers-shape";
import type { ClusterOptions, ExistingCluster, FargateClusterProps, NewNamespace } from "./fargate-cluster-props";

const MEMBERS = {
  name: awsName("cluster", "shop"),
  containerInsights: text("enhanced"),
  serviceConnectNamespace: either(
    text("arn:aws:…"),
    object({ name: required(text("shop")) } satisfies MembersOf<NewNamespace>),
  ),
  ephemeralStorageKmsKeyId: text("alias/storage"),
  managedStorageKmsKeyId: text("alias/storage"),
} satisfies MembersOf<ClusterOptions>;

/** The shape of {@link ExistingCluster}. */
export const EXISTING_CLUSTER = atLeast(
  {
    arn: required(text("arn:aws:…")),
    capacityProviders: list(text("FARGATE_SPOT")),
    executeCommand: either(flag, EXECUTE_COMMAND),
    dependencies: list(anything("resource")),
  } satisfies MembersOf<ExistingCluster>,
  "{ arn: cluster.arn }",
);

/** The shape of {@link ClusterOptions}. */
export const CLUSTER_OPTIONS = object(MEMBERS);

/** The shape of {@link FargateClusterProps}. */
export const FARGATE_CLUSTER = object({
  ...MEMBERS,
  name: required(text("shop")),
  executeCommand: either(flag, EXECUTE_COMMAND),
  capacityProviders: list(text("FARGATE_SPOT")),
  defaultCapacityProviderStrategy: CAPACITY_PROVIDERS,
  ...PROVIDER_PROPS,
} satisfies MembersOf<FargateClusterProps>);
