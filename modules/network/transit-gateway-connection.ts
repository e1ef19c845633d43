import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { Route } from "@cdktf/provider-aws/lib/route";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { proveAtSynth } from "../validation/prove-at-synth";
import { attachNetwork } from "./attach-network";
import { routesTo } from "./routes-to";
import type { TransitGatewayConnectionProps } from "./transit-gateway-connection-props";
import { TRANSIT_GATEWAY_CONNECTION } from "./transit-gateway-connection-shape";

/**
 * Connects a network with that of a transit gateway: an attachment, by one subnet in each zone, and a route to the other one
 * in each of their route tables. A subnet without a route table of its own has the main one of its VPC, in which no route is made.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, HubEndpoints, PrivateNetwork, SpokeNetwork,
 *   TransitGateway, TransitGatewayConnection, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
 * const services = EndpointPlan.forTasks([task]);
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const shared = new PrivateNetwork(stack, "shared", { region: "eu-west-1", cidrBlock: "10.1.0.0/16" });
 *
 * const hub = new HubEndpoints(stack, "hub", { network: shared, services });
 * const gateway = new TransitGateway(stack, "gateway", { network: shared });
 * const connection = new TransitGatewayConnection(stack, "connection", { network, gateway });
 *
 * const spoke = new SpokeNetwork(stack, "spoke", { network, hub, connection });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network: spoke, services });
 * new FargateService(stack, "service", { network: spoke, endpoints, task });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a property that is unknown, missing, or something else
 */
export class TransitGatewayConnection extends Construct {
  /** The attachment of the network. */
  readonly attachment: Ec2TransitGatewayVpcAttachment;
  /** The routes of both networks. */
  readonly routes: readonly Route[];

  constructor(scope: Construct, id: string, props: TransitGatewayConnectionProps) {
    super(scope, id);
    throwMalformed(this, props, TRANSIT_GATEWAY_CONNECTION);
    useProvider(this, props);
    proveAtSynth(this);
    const { network, gateway, tags } = props;
    this.attachment = attachNetwork(this, network, gateway.transitGateway.id, tags);
    // AWS takes a route to a transit gateway only in a VPC that is attached: the id comes from the attachment.
    const there = { transitGatewayId: this.attachment.transitGatewayId };
    const back = { transitGatewayId: gateway.attachedTransitGatewayId };
    this.routes = [
      ...routesTo(this, { to: gateway.network, from: network, name: "there", target: there }),
      ...routesTo(this, { to: network, from: gateway.network, name: "back", target: back }),
    ];
  }

  /** What must exist before packets pass. */
  get dependencies(): readonly ITerraformDependable[] {
    return [this.attachment, ...this.routes];
  }
}
