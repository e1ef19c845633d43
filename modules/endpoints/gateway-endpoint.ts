import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { hostsTasks } from "../addressing/subnet-spec";
import type { GatewayServiceName } from "../aws/endpoint-services/catalog";
import { serviceName } from "../aws/endpoint-services/service-name";
import type { PolicyStatement } from "../aws/policy-document";
import type { ProviderProps } from "../internal/provider-props";
import { throwIssues } from "../internal/throw-issues";
import { useProvider } from "../internal/use-provider";
import type { Network } from "../network/network";
import { sayNetwork } from "../network/say-network";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkGatewayEndpoint } from "./check-gateway-endpoint";
import { EndpointPolicy } from "./endpoint-policy";

/** Properties of {@link GatewayEndpoint}. */
export interface GatewayEndpointProps extends ProviderProps {
  /** The network whose task subnets get the route. */
  readonly network: Network;
  /** AWS's short name of the service, `"s3"` or `"dynamodb"`. */
  readonly service: GatewayServiceName;
  /** Who may do what through the endpoint; the principal must be `"*"`. @default - everything, as AWS has it */
  readonly policy?: readonly PolicyStatement[];
  /** Tags. @default - `Name` is the network's name and the service's, joined by a hyphen */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A gateway endpoint: a route to the addresses of S3 or DynamoDB in the route tables of the network's task subnets. It
 * costs nothing.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { GatewayEndpoint, PrivateNetwork } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * new GatewayEndpoint(stack, "s3", { network, service: "s3" });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} where a task subnet has no route table of its own
 */
export class GatewayEndpoint extends Construct {
  readonly endpoint: VpcEndpoint;
  /** Id of the prefix list of the service's addresses: what a security group must let out. */
  readonly prefixListId: string;
  readonly #policy: EndpointPolicy;

  constructor(scope: Construct, id: string, props: GatewayEndpointProps) {
    super(scope, id);
    useProvider(this, props);
    const { network, service } = props;
    proveAtSynth(this, network.snapshot);
    throwIssues(this, [...checkGatewayEndpoint(service, network)]);
    const subnets = network.subnets.filter(({ tier }) => hostsTasks(tier));
    this.#policy = new EndpointPolicy(this, props.policy);
    this.endpoint = new VpcEndpoint(this, "Resource", {
      vpcId: network.vpcId,
      serviceName: serviceName(service, network.region, "Gateway"),
      vpcEndpointType: "Gateway",
      routeTableIds: [...new Set(subnets.flatMap(({ routeTableId }) => routeTableId ?? []))],
      ...this.#policy.inline,
      tags: { Name: `${network.name}-${service}`, ...props.tags },
    });
    sayNetwork(this.endpoint, network);
    this.prefixListId = this.endpoint.prefixListId;
  }

  /** Who may do what through the endpoint. @default - nothing is said, and AWS admits everything */
  get policy(): readonly PolicyStatement[] {
    return this.#policy.statements;
  }

  /**
   * Admits statements besides those that the policy has, until synthesis. An endpoint without a policy gets one, which admits these
   * and nothing else.
   *
   * @returns what must exist before they are admitted, besides the endpoint
   */
  allow(...statements: readonly PolicyStatement[]): readonly ITerraformDependable[] {
    return this.#policy.admit(() => this.endpoint.id, statements);
  }
}
