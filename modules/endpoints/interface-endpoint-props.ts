import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { PolicyStatement } from "../aws/policy-document";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";

/**
 * A service that the catalog does not know, by its full name: an endpoint service of somebody, or a new one of AWS. An
 * `EndpointService` is one.
 */
export interface CustomEndpointService {
  /** Full name, for example `"com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0"`. */
  readonly serviceName: string;
  /** Region of the service. @default - the network's */
  readonly region?: string;
  /**
   * The zones in which the service is offered, by the names that they have in the network's account: the same name may
   * mean another zone in another account.
   *
   * @default - unknown; AWS refuses a subnet in any other zone
   */
  readonly availabilityZones?: readonly string[];
}

export interface InterfaceEndpointSettings {
  /**
   * Whether the service's usual host names lead to the endpoint. Without it no AWS SDK, and not Fargate either, finds the
   * endpoint by itself.
   *
   * @default true, but false for an endpoint service, which has no such name unless its owner verified one
   */
  readonly privateDnsEnabled?: boolean;
  /** TCP ports that security groups open for the endpoint. @default - those of the catalog, nearly always 443 */
  readonly ports?: readonly number[];
  /** Who may do what through the endpoint. @default - everything, as AWS has it */
  readonly policy?: readonly PolicyStatement[];
  /** Tags. @default - `Name` is the network's name and the service's, joined by a hyphen */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Properties of `InterfaceEndpoint`. */
export interface InterfaceEndpointProps extends Omit<InterfaceEndpointSettings, "ports">, ProviderProps {
  /** The network in whose endpoint subnets it is. */
  readonly network: Network;
  /** Names of the subnets that hold the endpoint, at most one in a zone; a public one will do. @default - the endpoint and shared subnets */
  readonly subnets?: readonly string[];
  /** AWS's short name of the service, for example `"ecr.api"`, or the full name of another. */
  readonly service: EndpointServiceName | CustomEndpointService;
  /** Security groups of the endpoint's network interfaces, at least one: AWS would take the VPC's default group. */
  readonly securityGroupIds: readonly string[];
  /**
   * Whether the usual host names lead to an endpoint for S3 only from outside of the VPC, by an inbound endpoint of Route 53
   * Resolver, while the VPC itself has a gateway endpoint, which AWS then asks for. `false` in a VPC without one.
   *
   * @default - AWS's: true for S3
   */
  readonly privateDnsOnlyForInboundResolverEndpoint?: boolean;
}
