import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Construct } from "constructs";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { proveAtSynth } from "../validation/prove-at-synth";
import { attachNetwork } from "./attach-network";
import type { Network } from "./network";
import type { TransitGatewayProps } from "./transit-gateway-props";
import { TRANSIT_GATEWAY } from "./transit-gateway-shape";

/**
 * A transit gateway with a network attached, by one subnet in each of its zones. Others are connected by a
 * {@link TransitGatewayConnection} each. The transit gateway itself leads between all of them; the routes of the VPCs lead to
 * the network of the transit gateway, and back, alone.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { PrivateNetwork, TransitGateway, TransitGatewayConnection } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const shared = new PrivateNetwork(stack, "shared", { region: "eu-west-1", cidrBlock: "10.1.0.0/16" });
 *
 * const gateway = new TransitGateway(stack, "gateway", { network: shared });
 * new TransitGatewayConnection(stack, "connection", { network, gateway });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a property that is unknown, missing, or something else
 */
export class TransitGateway extends Construct {
  readonly network: Network;
  readonly transitGateway: Ec2TransitGateway;
  /** The attachment of the network. */
  readonly attachment: Ec2TransitGatewayVpcAttachment;
  /** The id of the transit gateway, once the network is attached. */
  readonly attachedTransitGatewayId: string;

  constructor(scope: Construct, id: string, props: TransitGatewayProps) {
    super(scope, id);
    throwMalformed(this, props, TRANSIT_GATEWAY);
    useProvider(this, props);
    proveAtSynth(this);
    const { network, tags } = props;
    this.network = network;
    this.transitGateway = new Ec2TransitGateway(this, "gateway", { tags: { Name: network.name, ...tags } });
    this.attachment = attachNetwork(this, network, this.transitGateway.id, tags);
    this.attachedTransitGatewayId = this.attachment.transitGatewayId;
  }
}
