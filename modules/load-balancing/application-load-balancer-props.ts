import type { FixedResponse } from "./fixed-response";
import type { HttpHealthCheck } from "./health-check";
import type { Listener } from "./listener";
import type { LoadBalancerProps } from "./load-balancer-props";
import type { TargetGroupOptions } from "./target-group";

/** Properties of `ApplicationLoadBalancer`. */
export interface ApplicationLoadBalancerProps extends LoadBalancerProps {
  /** The listeners, each under a name that becomes part of resource addresses. @default { http: Listener.http() } */
  readonly listeners?: Readonly<Record<string, Listener>>;
  /** What the listeners answer where no route takes the request and there is no `target`. @default - status 404, without a body */
  readonly otherwise?: FixedResponse;
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
}
