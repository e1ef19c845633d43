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
 * @example new TransitGatewayConnection(this, "connection", { network, gateway })
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
