import type { ProviderProps } from "../internal/provider-props";
/** A network load balancer behind an endpoint service. A `NetworkLoadBalancer` is one. */
export interface EndpointServiceLoadBalancer {
  /** ARN of a network load balancer. */
  readonly loadBalancerArn: string;
  /** The zones in which it stands. @default - unknown */
  readonly availabilityZones?: readonly string[];
  /** @default - unknown */
  readonly ipAddressType?: string;
}

/** What can happen to a connection. Source: Amazon EC2 API Reference, CreateVpcEndpointConnectionNotification. */
export type ConnectionEvent = "Connect" | "Accept" | "Reject" | "Delete";

/** Whom AWS tells of connections. */
export interface ConnectionNotification {
  /** ARN of an SNS topic, whose policy lets `vpce.amazonaws.com` publish. */
  readonly topicArn: string;
  /** What it is told of. @default - everything */
  readonly events?: readonly ConnectionEvent[];
}

/** Properties of `EndpointService`. */
export interface EndpointServiceProps extends ProviderProps {
  /** The network load balancers, with equal listeners: a connection goes to any of those in its zone. */
  readonly loadBalancers: readonly EndpointServiceLoadBalancer[];
  /**
   * Who may find the service and ask for a connection: ARNs of accounts (`arn:aws:iam::123456789012:root`), users and roles
   * without a path, or `"*"` for everybody, where somebody accepts each connection.
   */
  readonly allowedPrincipals: readonly string[];
  /** Whether somebody has to accept each connection before it works. @default true */
  readonly acceptanceRequired?: boolean;
  /** Whom AWS tells of connections. @default - nobody */
  readonly notification?: ConnectionNotification;
  /** Other Regions from which consumers may connect. @default - only the service's own */
  readonly supportedRegions?: readonly string[];
  /** Address types of the consumers' endpoints. IPv6 takes dual-stack load balancers. @default ["ipv4"] */
  readonly supportedIpAddressTypes?: readonly ("ipv4" | "ipv6")[];
  /**
   * Host name by which consumers may call the service, in a public domain of yours, in lower case. It works once
   * `EndpointService.privateDnsRecord` is published and the name is verified.
   *
   * @default - none; consumers call the endpoint's own host name
   */
  readonly privateDnsName?: string;
  /** Tags. @default - `Name` is the construct's path, with hyphens */
  readonly tags?: Readonly<Record<string, string>>;
}
