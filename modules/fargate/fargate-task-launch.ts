import type { ITerraformDependable } from "cdktf";
import type { FargateTask } from "../task/fargate-task";
import type { CapacityProviderStrategy } from "./capacity-providers";

/** How a task is started: what `ecs:RunTask` takes, whoever calls it. */
export interface FargateTaskLaunch {
  readonly task: FargateTask;
  readonly region: string;
  /** ARN of the cluster. */
  readonly clusterArn: string;
  /** ARN of the task definition, with its revision. */
  readonly taskDefinitionArn: string;
  /** ARN of the task definition without a revision. */
  readonly familyArn: string;
  readonly platformVersion: string;
  /** @default - the launch type `FARGATE` */
  readonly capacityProviders?: CapacityProviderStrategy | undefined;
  /** Ids of the subnets. */
  readonly subnets: readonly string[];
  /** Ids of the security groups. */
  readonly securityGroups: readonly string[];
  readonly executionRoleArn: string;
  readonly taskRoleArn: string;
  /** What must exist before a task can be started. */
  readonly dependencies: readonly ITerraformDependable[];
}
