import { Route } from "@cdktf/provider-aws/lib/route";
import { VpcPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { proveAtSynth } from "../validation/prove-at-synth";
import type { Network } from "./network";

/** Properties of {@link VpcPeering}. */
export interface VpcPeeringProps {
  readonly network: Network;
  /** The other network, of the same account and Region. Its block is another one. */
  readonly peer: Network;
  /** Tags of the peering connection. @default - `Name` is the names of both networks, joined by a hyphen */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A peering connection of two networks, and a route to the other one in each of their route tables. A subnet without a route
 * table of its own has the main one of its VPC, in which no route is made.
 *
 * @example new VpcPeering(this, "peering", { network, peer: hub })
 */
export class VpcPeering extends Construct {
  readonly connection: VpcPeeringConnection;
  /** The routes of both networks. */
  readonly routes: readonly Route[];

  constructor(scope: Construct, id: string, { network, peer, tags }: VpcPeeringProps) {
    super(scope, id);
    proveAtSynth(this);
    this.connection = new VpcPeeringConnection(this, "connection", {
      vpcId: network.vpcId,
      peerVpcId: peer.vpcId,
      autoAccept: true,
      tags: { Name: `${network.name}-${peer.name}`, ...tags },
    });
    const connectionId = this.connection.id;
    this.routes = [
      ...this.#routesTo(peer, network, "there", connectionId),
      ...this.#routesTo(network, peer, "back", connectionId),
    ];
  }

  /** What must exist before packets pass. */
  get dependencies(): readonly ITerraformDependable[] {
    return this.routes;
  }

  /** Routes to a network, in the route tables of the other one. */
  #routesTo(to: Network, from: Network, name: string, vpcPeeringConnectionId: string): readonly Route[] {
    const tables = new Map<string, string>();
    for (const { name: subnet, routeTableId } of from.subnets) {
      if (routeTableId !== undefined && !tables.has(routeTableId)) tables.set(routeTableId, subnet);
    }
    return Array.from(tables, ([routeTableId, subnet]) => {
      return new Route(this, `route-${name}-${subnet}`, {
        routeTableId,
        destinationCidrBlock: to.cidrBlock,
        vpcPeeringConnectionId,
      });
    });
  }
}
