import type { Route } from "@cdktf/provider-aws/lib/route";
import { VpcPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { proveAtSynth } from "../validation/prove-at-synth";
import { routesTo } from "./routes-to";
import type { VpcPeeringProps } from "./vpc-peering-props";
import { VPC_PEERING } from "./vpc-peering-shape";

/**
 * A peering connection of two networks, and a route to the other one in each of their route tables. A subnet without a route
 * table of its own has the main one of its VPC, in which no route is made.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { PrivateNetwork, VpcPeering } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const shared = new PrivateNetwork(stack, "shared", { region: "eu-west-1", cidrBlock: "10.1.0.0/16" });
 *
 * new VpcPeering(stack, "peering", { network, peer: shared });
 *
 * app.synth();
 * ```
 */
export class VpcPeering extends Construct {
  readonly connection: VpcPeeringConnection;
  /** The routes of both networks. */
  readonly routes: readonly Route[];

  constructor(scope: Construct, id: string, props: VpcPeeringProps) {
    super(scope, id);
    throwMalformed(this, props, VPC_PEERING);
    useProvider(this, props);
    const { network, peer, tags } = props;
    proveAtSynth(this);
    this.connection = new VpcPeeringConnection(this, "connection", {
      vpcId: network.vpcId,
      peerVpcId: peer.vpcId,
      autoAccept: true,
      tags: { Name: `${network.name}-${peer.name}`, ...tags },
    });
    const target = { vpcPeeringConnectionId: this.connection.id };
    this.routes = [
      ...routesTo(this, { to: peer, from: network, name: "there", target }),
      ...routesTo(this, { to: network, from: peer, name: "back", target }),
    ];
  }

  /** What must exist before packets pass. */
  get dependencies(): readonly ITerraformDependable[] {
    return this.routes;
  }
}
