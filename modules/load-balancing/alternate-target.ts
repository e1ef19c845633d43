/** The second target group of a container. A deployment shifts the traffic from the one to the other, and the next one back. */
export interface AlternateTargetOptions {
  /** Name of a listener at which the new tasks answer before they get any of the traffic. @default - none */
  readonly testListener?: string;
}

/** What ECS changes when it shifts traffic. */
export interface AlternateTarget {
  /** ARN of the second target group. */
  readonly targetGroupArn: string;
  /** ARN of the rule, of a network load balancer of the listener, that has the traffic. */
  readonly productionRule: string;
  /** ARN of the rule or the listener for tests. @default - none */
  readonly testRule?: string;
}
