import type { FixedResponse } from "./fixed-response";
import type { HttpHealthCheck } from "./health-check";
import type { Listener } from "./listener";
import type { LoadBalancerProps } from "./load-balancer-props";
import type { LogBucket } from "./log-bucket";
import type { StickySessions } from "./sticky-sessions";
import type { TargetGroupOptions } from "./target-group";

/** Properties of `ApplicationLoadBalancer`. */
export interface ApplicationLoadBalancerProps extends LoadBalancerProps {
  /** The listeners, each under a name that becomes part of resource addresses. @default { http: Listener.http() } */
  readonly listeners?: Readonly<Record<string, Listener>>;
  /** What the listeners answer where no route takes the request and there is no `target`. @default - status 404, without a body */
  readonly otherwise?: FixedResponse;
  /** Seconds after which it closes a connection on which nothing is sent, 1 to 4000. @default - AWS's: 60 */
  readonly idleTimeout?: number;
  /** Where it writes a line for each request. @default - nowhere */
  readonly accessLogs?: LogBucket;
  /** Where it writes a line for each connection. @default - nowhere */
  readonly connectionLogs?: LogBucket;
}

/** The container that an application load balancer forwards to. */
export interface ApplicationTargetOptions extends TargetGroupOptions {
  /** Name of the container. */
  readonly container: string;
  /** Port on which the container speaks HTTP; it must be among its `ports`. */
  readonly port: number;
  /** @default - `GET /` answers 200, asked for every 30 seconds */
  readonly healthCheck?: HttpHealthCheck;
  /** Seconds that a task that stops is given to answer what it has begun, 0 to 3600. @default - AWS's: 300 */
  readonly deregistrationDelay?: number;
  /** Whether clients stay with the task that answered first: `{}` for a day, by a cookie of the load balancer. @default - they do not */
  readonly stickySessions?: StickySessions;
}
