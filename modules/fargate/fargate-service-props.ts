import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import type { LoadBalancerOptions } from "./load-balancers";

/** Properties of `FargateService`. */
export interface FargateServiceProps extends FargateTaskDefinitionProps, LoadBalancerOptions {
  /** Name of the service. @default - the task's family */
  readonly name?: string;
  /** How many tasks run. @default 1 */
  readonly desiredCount?: number;
}
