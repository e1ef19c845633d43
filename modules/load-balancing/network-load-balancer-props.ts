import type { AlternateTargetOptions } from "./alternate-target";
import type { HttpHealthCheck } from "./health-check";
import type { LoadBalancerProps } from "./load-balancer-props";
import type { TargetGroupOptions } from "./target-group";

/** Properties of `NetworkLoadBalancer`. */
export interface NetworkLoadBalancerProps extends LoadBalancerProps {
  /** TCP ports of the listeners, each under a name that becomes part of resource addresses. */
  readonly listeners: Readonly<Record<string, number>>;
  /**
   * Whether `ingress` applies to connections through PrivateLink as well, whose source are addresses of the consumer.
   *
   * @default true, as AWS has it
   */
  readonly ingressAppliesToPrivateLink?: boolean;
  /** Seconds after which it forgets a connection on which nothing is sent, 60 to 6000. @default - AWS's: 350 */
  readonly idleTimeout?: number;
  /** Whether its address in one zone sends to targets in others, for which AWS charges the traffic. @default - AWS's: false */
  readonly crossZone?: boolean;
}

/** What every target of a network load balancer has. */
export interface NetworkTargetOptions extends TargetGroupOptions {
  /** Name of the listener. @default - the only one */
  readonly listener?: string;
  /** With a `path` the check is an HTTP request, else a TCP connection. @default - a TCP connection every 30 seconds */
  readonly healthCheck?: HttpHealthCheck;
  /** Whether clients stay with the target that they came to first, by their address. @default false */
  readonly stickySessions?: boolean;
}

/** A container that a listener forwards to. */
export interface NetworkServiceTarget extends NetworkTargetOptions {
  /** Name of the container. */
  readonly container: string;
  /**
   * A second target group, for a service whose deployments shift traffic: `{}`, or with a test listener, which nothing else uses. ECS
   * then says to which of the two the listener forwards, and Terraform leaves it alone.
   *
   * @default - none
   */
  readonly alternate?: AlternateTargetOptions;
}

/** Instances that a listener forwards to. */
export interface NetworkInstanceTarget extends NetworkTargetOptions {
  /** Ids of the instances, each under a name that becomes part of a resource address. */
  readonly instances: Readonly<Record<string, string>>;
  /** Id of the security group that the instances carry; the load balancer is let in on the port, and nobody else. */
  readonly securityGroupId: string;
}

/** Addresses that a listener forwards to. Whoever owns them lets the load balancer in. */
export interface NetworkAddressTarget extends NetworkTargetOptions {
  /** IPv4 addresses, each under a name that becomes part of resource addresses. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Whether the addresses are outside the VPC, for example across a peering. @default false */
  readonly outsideVpc?: boolean;
}
