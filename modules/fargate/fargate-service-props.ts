import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import type { LoadBalancerOptions } from "./load-balancers";
import type { RoleOptions } from "./role";
import type { ServiceDeployment } from "./service-deployment";
import type { ServiceDiscovery } from "./service-discovery";
import type { ServiceScaling } from "./service-scaling";

/** Properties of `FargateService`. */
export interface FargateServiceProps extends FargateTaskDefinitionProps, LoadBalancerOptions {
  /** Name of the service. @default - the task's family */
  readonly name?: string;
  /** How many tasks run; with `scaling` how many are started at first. @default 1, with `scaling` its `min` */
  readonly desiredCount?: number;
  /** How the number of tasks changes. @default - it does not */
  readonly scaling?: ServiceScaling;
  /** The name under which its tasks are found by DNS, by Cloud Map. @default - none */
  readonly discovery?: ServiceDiscovery;
  /**
   * The role to create with which ECS manages a volume of EBS and shifts the traffic of load balancers, with AWS's managed policy for
   * each, and asks the functions of `deployment`.
   *
   * @default - for a volume of EBS none, it names one of yours; for `deployment` one without further settings
   * @example {}
   */
  readonly infrastructureRole?: RoleOptions;
  /** How its tasks are replaced by others. @default - see its fields */
  readonly deployment?: ServiceDeployment;
}
