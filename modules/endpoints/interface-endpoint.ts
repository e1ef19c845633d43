import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { serviceName } from "../aws/endpoint-services/service-name";
import type { PolicyStatement } from "../aws/policy-document";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { sayNetwork } from "../network/say-network";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkInterfaceEndpoint } from "./check-interface-endpoint";
import { EndpointPolicy } from "./endpoint-policy";
import { endpointSubnets } from "./endpoint-subnets";
import type { InterfaceEndpointProps } from "./interface-endpoint-props";
import { INTERFACE_ENDPOINT } from "./interface-endpoint-shape";
import { hasPrivateDns } from "./private-dns";
import { waitForGateway } from "./wait-for-gateway";

/**
 * An interface endpoint: a network interface for a service in each endpoint subnet. It costs per hour and zone.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { InterfaceEndpoint, Peer, PrivateNetwork, SecurityGroup } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const group = new SecurityGroup(stack, "group", {
 *   vpcId: network.vpcId,
 *   name: "queues",
 *   ingress: { network: { peer: Peer.cidr(network.cidrBlock), port: 443 } },
 * });
 * new InterfaceEndpoint(stack, "sqs", { network, service: "sqs", securityGroupIds: [group.securityGroupId] });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for an unknown service, private DNS in a VPC whose DNS is off, no subnet for endpoints, two
 * of them in one zone, no security group, no zone in common with the service
 */
export class InterfaceEndpoint extends Construct {
  readonly endpoint: VpcEndpoint;
  readonly #policy: EndpointPolicy;

  constructor(scope: Construct, id: string, props: InterfaceEndpointProps) {
    super(scope, id);
    throwMalformed(this, props, INTERFACE_ENDPOINT);
    useProvider(this, props);
    const { network, service, privateDnsOnlyForInboundResolverEndpoint: inboundOnly } = props;
    proveAtSynth(this, network.snapshot);
    throwIssues(this, [...checkInterfaceEndpoint(props)]);
    const name = typeof service === "string" ? service : id;
    this.#policy = new EndpointPolicy(this, props.policy);
    this.endpoint = new VpcEndpoint(this, "Resource", {
      vpcId: network.vpcId,
      serviceName:
        typeof service === "string" ? serviceName(service, network.region, "Interface") : service.serviceName,
      ...serviceRegion(props),
      vpcEndpointType: "Interface",
      privateDnsEnabled: hasPrivateDns(props),
      ...(inboundOnly === undefined ? {} : { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: inboundOnly } }),
      subnetIds: endpointSubnets(props).map(({ id: subnetId }) => subnetId),
      securityGroupIds: [...props.securityGroupIds],
      ...this.#policy.inline,
      tags: { Name: `${network.name}-${name}`, ...props.tags },
    });
    if (inboundOnly === true) waitForGateway(this.endpoint);
    sayNetwork(this.endpoint, network);
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

  /** The host name that leads to the endpoint in any of its zones. */
  get dnsName(): string {
    return this.endpoint.dnsEntry.get(0).dnsName;
  }
}

function serviceRegion({ service, network }: InterfaceEndpointProps) {
  const region = typeof service === "string" ? undefined : service.region;
  return region === undefined || region === network.region ? {} : { serviceRegion: region };
}
