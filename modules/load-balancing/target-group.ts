import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { Construct } from "constructs";
import { type HttpHealthCheck, healthCheckAttributes } from "./health-check";
import { numberAsText } from "./number-as-text";

/** A target group to create. */
export interface TargetGroupWish {
  readonly vpcId: string;
  readonly name?: string;
  readonly protocol: "HTTP" | "TCP";
  readonly targetType: "ip" | "instance";
  readonly port: number;
  readonly healthCheck: HttpHealthCheck;
  /** Protocol of the health check. */
  readonly healthCheckProtocol: "HTTP" | "TCP";
  readonly deregistrationDelay?: number;
}

/** Creates a target group. */
export function createTargetGroup(scope: Construct, id: string, wish: TargetGroupWish): LbTargetGroup {
  const { vpcId, name, protocol, targetType, port, deregistrationDelay } = wish;
  return new LbTargetGroup(scope, id, {
    // AWS deletes no target group that a listener uses, so its successor comes first, which a name of one's own prevents.
    ...(name === undefined ? { lifecycle: { createBeforeDestroy: true } } : { name }),
    vpcId,
    protocol,
    targetType,
    port,
    healthCheck: healthCheckAttributes(wish.healthCheckProtocol, wish.healthCheck),
    ...(deregistrationDelay === undefined ? {} : { deregistrationDelay: numberAsText(deregistrationDelay) }),
  });
}
