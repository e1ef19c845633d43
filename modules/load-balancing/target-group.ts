import { LbTargetGroup, type LbTargetGroupStickiness } from "@cdktf/provider-aws/lib/lb-target-group";
import type { Construct } from "constructs";
import { type HttpHealthCheck, healthCheckAttributes } from "./health-check";
import type { LoadBalancerTarget } from "./load-balancer-target";
import { numberAsText } from "./number-as-text";

/** What the targets of application and network load balancers have in common. */
export interface TargetGroupOptions {
  /** TCP port of the target. */
  readonly port: number;
  /** How it is found out whether the target is healthy. @default - a check every 30 seconds */
  readonly healthCheck?: HttpHealthCheck;
  /** Seconds that a target that leaves is given to end its connections, 0 to 3600. @default - AWS's: 300 */
  readonly deregistrationDelay?: number;
  /** Name of the target group, unique in the account and Region. @default - made by Terraform */
  readonly targetGroupName?: string;
}

/** What a target group takes from its load balancer. */
export interface TargetGroupAttributes {
  readonly vpcId: string;
  readonly protocol: "HTTP" | "TCP";
  readonly targetType: "ip" | "instance";
  /** @default - clients do not stay with a target */
  readonly stickiness?: LbTargetGroupStickiness | undefined;
}

/** A target group, and the one token of its ARN. */
export interface MadeTargetGroup {
  readonly group: LbTargetGroup;
  readonly arn: string;
}

export function createTargetGroup(
  scope: Construct,
  id: string,
  { port, healthCheck = {}, deregistrationDelay, targetGroupName: name }: TargetGroupOptions,
  { vpcId, protocol, targetType, stickiness }: TargetGroupAttributes,
): LbTargetGroup {
  return new LbTargetGroup(scope, id, {
    // AWS deletes no target group that a listener uses, so its successor comes first, which a name of one's own prevents.
    ...(name === undefined ? { lifecycle: { createBeforeDestroy: true } } : { name }),
    vpcId,
    protocol,
    targetType,
    port,
    healthCheck: healthCheckAttributes(protocol, healthCheck),
    ...(deregistrationDelay === undefined ? {} : { deregistrationDelay: numberAsText(deregistrationDelay) }),
    ...(stickiness === undefined ? {} : { stickiness }),
  });
}

/** A target group without the name that another has: a name is unique in the account and Region. */
export function unnamed<Options extends TargetGroupOptions>({
  targetGroupName,
  ...options
}: Options): Omit<Options, "targetGroupName"> {
  return options;
}

/** The ports on which a load balancer calls a target. */
export function targetPorts({
  port,
  healthCheck,
}: TargetGroupOptions): Pick<LoadBalancerTarget, "port" | "healthCheckPort"> {
  return { port, ...(healthCheck?.port === undefined ? {} : { healthCheckPort: healthCheck.port }) };
}
