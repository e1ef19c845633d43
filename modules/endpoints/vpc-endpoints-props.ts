import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";
import type { SecurityGroupRule } from "../network/security-group-props";
import type { EndpointPlan } from "../planning/plan/endpoint-plan";
import type { InterfaceEndpointSettings } from "./interface-endpoint-props";

/** The security group that all interface endpoints share. */
export interface EndpointSecurityGroupOptions {
  /** Name, unique in the VPC. @default - the network's name and `vpc-endpoint`, joined by a hyphen */
  readonly name?: string;
  /** @default "Managed by Terraform", as the provider has it */
  readonly description?: string;
  /**
   * What may come in, each rule under a name that becomes part of its resource address.
   *
   * @default - the ports of the endpoints, nearly always 443 alone, from the security group of each service that is given these endpoints
   */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out. @default - nothing, since endpoints only answer */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
  /** @default - `Name` is the name */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Properties of `VpcEndpoints`. */
export interface VpcEndpointsProps extends ProviderProps {
  /** The network that gets the endpoints. */
  readonly network: Network;
  /** The plan for the tasks, or AWS's short names of the services. What the network has already is left out. */
  readonly services: EndpointPlan | readonly EndpointServiceName[];
  /** The security group that is created for the interface endpoints. @default - see its fields */
  readonly securityGroup?: EndpointSecurityGroupOptions;
  /**
   * Settings of single endpoints. A gateway endpoint has a policy and tags only.
   *
   * @default - see {@link InterfaceEndpointSettings}
   */
  readonly settings?: Readonly<Partial<Record<EndpointServiceName, InterfaceEndpointSettings>>>;
}
