import type { ITerraformDependable } from "cdktf";
import type { ProviderProps } from "../internal/provider-props";
import type { ExecuteCommandOptions } from "../task/execute-command";
import type { CapacityProviderStrategy, FargateCapacityProvider } from "./capacity-providers";

/** A Cloud Map namespace to create, in which nothing but Service Connect finds services. */
export interface NewNamespace {
  /** Name, unique in the account and Region. */
  readonly name: string;
}

/** Properties of {@link FargateCluster}. */
export interface FargateClusterProps extends ProviderProps {
  /** Name, unique in the account and Region. */
  readonly name: string;
  /** What CloudWatch Container Insights collects. @default - as the account has it */
  readonly containerInsights?: "enabled" | "enhanced" | "disabled";
  /** How ECS Exec logs and encrypts. @default - as AWS has it */
  readonly executeCommand?: true | ExecuteCommandOptions;
  /** Capacity providers that tasks of the cluster may name. They cost nothing. @default `["FARGATE", "FARGATE_SPOT"]` */
  readonly capacityProviders?: readonly FargateCapacityProvider[];
  /** How tasks are spread that say nothing themselves; those of this library always do. @default - none */
  readonly defaultCapacityProviderStrategy?: CapacityProviderStrategy;
  /**
   * ARN of the Cloud Map namespace of services that have Service Connect on and name none, or the name of one to create, which
   * tasks name as well: `serviceConnect: { namespace: "shop" }`.
   *
   * @default - none
   */
  readonly serviceConnectNamespace?: string | NewNamespace;
  /** Key of KMS for the ephemeral storage of tasks. @default - a key of AWS's */
  readonly ephemeralStorageKmsKeyId?: string;
  /** Key of KMS for volumes of EBS that ECS makes for tasks. @default - a key of AWS's */
  readonly managedStorageKmsKeyId?: string;
}

/**
 * A cluster to create with a task. How ECS Exec logs follows from the task, the capacity providers from how it is spread.
 */
export interface ClusterOptions
  extends Omit<
    FargateClusterProps,
    "name" | "executeCommand" | "capacityProviders" | "defaultCapacityProviderStrategy" | "provider"
  > {
  /** Name, unique in the account and Region. @default - the task's family */
  readonly name?: string;
}

/** A cluster that exists already, or that others use as well. */
export interface ExistingCluster {
  /** ARN of the cluster. */
  readonly arn: string;
  /** Its capacity providers, where they are known. @default - not known */
  readonly capacityProviders?: readonly string[];
  /**
   * How ECS Exec logs and encrypts there, which a task that can be looked into has to say as well.
   *
   * @default - not known, and taken to be as the task says
   */
  readonly executeCommand?: true | ExecuteCommandOptions;
  /** What must exist before a task can name one of its capacity providers. @default - nothing */
  readonly dependencies?: readonly ITerraformDependable[];
}
