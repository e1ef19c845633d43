import type { ITerraformDependable } from "cdktf";
import type { AlternateTarget } from "./alternate-target";
import type { LoadBalancerEntrance } from "./entrances";

/** A container that a load balancer sends its traffic to; `target()` of a load balancer makes it, a service takes it. */
export interface LoadBalancerTarget {
  /** Name of the target, unique among those of a service; it is used in construct ids. */
  readonly name: string;
  /** Name of the container. */
  readonly container: string;
  /** Port of the container. */
  readonly port: number;
  /** TCP port of the health checks, where it is another. @default - the port of the container */
  readonly healthCheckPort?: number;
  /** ARN of the target group, in which the service registers its tasks. */
  readonly targetGroupArn: string;
  /**
   * The load balancer and the target group as Application Auto Scaling names them, to count requests.
   * @default - nothing counts them, as with a network load balancer
   */
  readonly requestCountLabel?: string;
  /** What ECS changes when a deployment shifts traffic. @default - it shifts none: tasks are replaced one by one */
  readonly alternate?: AlternateTarget;
  /** Id of the load balancer's security group. */
  readonly securityGroupId: string;
  /** Where clients connect to a load balancer in subnets of tasks, for their network ACLs. @default - it stands in none */
  readonly entrances?: readonly LoadBalancerEntrance[];
  /** What must exist before the service: ECS refuses a target group that no listener uses. */
  readonly dependencies: readonly ITerraformDependable[];
}
