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

/**
 * The policies of endpoints. `"generated"`: an endpoint admits what the tasks and instances that are given it ask, by the
 * roles that ask it, and what is added by `allow`; one that nobody is given keeps AWS's policy. `"aws-default"`: everything is
 * admitted.
 */
export type EndpointPolicies = (typeof ENDPOINT_POLICIES)[number];

/** What a policy of the endpoints can be where no statements are given. */
export const ENDPOINT_POLICIES = ["generated", "aws-default"] as const;

/** Properties of `VpcEndpoints`. */
export interface VpcEndpointsProps extends ProviderProps {
  /** The network that gets the endpoints. */
  readonly network: Network;
  /** The plan for the tasks, or AWS's short names of the services. What the network has already is left out. */
  readonly services: EndpointPlan | readonly EndpointServiceName[];
  /** The security group that is created for the interface endpoints. @default - see its fields */
  readonly securityGroup?: EndpointSecurityGroupOptions;
  /**
   * Who may do what through the endpoints. One with a policy among the settings keeps that.
   *
   * Whatever else calls through a generated policy has to be admitted by `allow`: a function, a task of another project.
   *
   * @default "generated"
   */
  readonly policies?: EndpointPolicies;
  /**
   * The network ACLs of the isolated subnets. `"generated"`: {@link NetworkAcls}, which let pass what the tasks call and the answers, and what
   * is added by `allow`. The VPC has to be created here.
   *
   * @default - the default network ACL of the VPC, which lets everything pass
   */
  readonly networkAcls?: "generated";
  /**
   * Settings of single endpoints. A gateway endpoint has a policy and tags only.
   *
   * @default - see {@link InterfaceEndpointSettings}
   */
  readonly settings?: Readonly<Partial<Record<EndpointServiceName, InterfaceEndpointSettings>>>;
}
