import type { ITerraformDependable } from "cdktf";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";
import type { SecurityGroupRule } from "../network/security-group-props";
import type { FargateTask } from "../task/fargate-task";
import type { CapacityProviderStrategy } from "./capacity-providers";
import type { ClusterOptions, ExistingCluster } from "./fargate-cluster-props";
import type { ExistingRole, RoleOptions, TaskRoleOptions } from "./role";
import type { MountedFileSystem } from "./shared-file-system-props";
import type { TaskCalls } from "./task-calls";

/** The log group of a task. */
export interface LogGroupOptions {
  /** Name of the log group, unique in the account and Region. @default - `/aws/ecs/` and the task's family */
  readonly name?: string;
  /** Days after which log events are deleted; 0 keeps them for ever. @default 30 */
  readonly retentionInDays?: number;
  /**
   * ARN of the KMS key with which it is encrypted. Its policy, which stays yours, lets `logs.REGION.amazonaws.com` use it: AWS refuses the
   * log group otherwise. Whoever writes logs needs no right to it.
   *
   * @default - a key of AWS's
   */
  readonly kmsKeyArn?: string;
}

/** The security group of tasks. */
export interface TaskSecurityGroupOptions {
  /** Name, unique in the VPC. @default - the task's family */
  readonly name?: string;
  /** @default "Managed by Terraform", as the provider has it */
  readonly description?: string;
  /** What may come in, each rule under a name that becomes part of its resource address. @default - nothing */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out besides port 443 to the endpoints. @default - nothing */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
}

/** Properties of `FargateTaskDefinition`. */
export interface FargateTaskDefinitionProps extends ProviderProps {
  /** The network in whose task subnets the task runs. */
  readonly network: Network;
  /** What runs: containers, images, secrets, size. */
  readonly task: FargateTask;
  /** The endpoints that the task uses. @default - those that the network has already */
  readonly endpoints?: VpcEndpoints;
  /** Names of the task subnets to use. @default - all of them */
  readonly subnets?: readonly string[];
  /**
   * Settings of the cluster to create, or a cluster that others use as well: a `FargateCluster`, an `EcsCluster`, or its ARN.
   * @default - one is created
   */
  readonly cluster?: ClusterOptions | ExistingCluster;
  /**
   * How many of the tasks run on which of Fargate's capacity providers: `FARGATE`, and `FARGATE_SPOT`, which costs less and
   * may be taken away with two minutes' notice.
   * @default - the launch type `FARGATE`
   * @example { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 1 } }
   */
  readonly capacityProviders?: CapacityProviderStrategy;
  /** Settings of the log group. @default - see its fields; it is created where a container uses it */
  readonly logGroup?: LogGroupOptions;
  /** Settings of the tasks' security group. @default - see its fields */
  readonly securityGroup?: TaskSecurityGroupOptions;
  /**
   * What the task calls in its VPC besides AWS services, by names of yours, which become part of the addresses of rules: other
   * services, security groups of databases and caches, hosts. The task is let out there, and a service of yours lets it in; the
   * proof follows each call.
   *
   * @default - nothing
   * @example { api: { service: api }, database: { peer: Peer.securityGroup("sg-0123456789abcdef0"), port: 5432 } }
   */
  readonly calls?: TaskCalls;
  /** The role with which ECS starts the task, or one of yours. @default - created with the least rights that the task needs */
  readonly executionRole?: RoleOptions | ExistingRole;
  /** The role of the containers' own calls, or one of yours. @default - created with the task's `grants` and `taskRoleStatements`, and what ECS Exec needs */
  readonly taskRole?: TaskRoleOptions | ExistingRole;
  /**
   * File systems that the task mounts, each under a name that becomes part of the addresses of the rules: the tasks are let out to
   * TCP port 2049 of their security groups, and in there, and wait for their mount targets.
   * @default - none; what a volume of EFS needs is there already
   */
  readonly fileSystems?: Readonly<Record<string, MountedFileSystem>>;
  /** What else must exist before a task starts, for example the version of a secret. @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}
