import type { Fact } from "./fact";
import type { Identity } from "./identity";
import type { Route } from "./route";

/** A peering connection, over which two VPCs reach each other, and nobody else reaches through. */
export interface PeeringConnection {
  readonly id: Identity;
  /** Terraform's address, by which messages name it. */
  readonly address: string;
  readonly requester: Fact<Identity>;
  readonly accepter: Fact<Identity>;
  /** Whether somebody accepts it. Before that no packet passes. */
  readonly isAccepted: Fact<boolean>;
}

export interface TransitGatewayModel {
  readonly id: Identity;
  readonly address: string;
  /** Whether rules may name security groups of other VPCs that are attached. */
  readonly groupReferences: Fact<boolean>;
}

/** The attachment of a VPC to a transit gateway. */
export interface TransitGatewayAttachment {
  readonly id: Identity;
  readonly address: string;
  readonly gateway: Fact<Identity>;
  readonly vpc: Fact<Identity>;
  /** One subnet in each zone from which packets get to the transit gateway. */
  readonly subnets: Fact<readonly Identity[]>;
  /** Whether what comes to the VPC may arrive in any of its zones, and not in the one where it started. */
  readonly applianceMode: Fact<boolean>;
  /** The route table of the transit gateway that leads what comes from the VPC. `undefined` where it has none. */
  readonly table: Fact<Identity | undefined>;
  /** The route tables of the transit gateway that get routes to the blocks of the VPC by themselves. */
  readonly propagatesTo: Fact<readonly Identity[]>;
}

/** A route of a transit gateway, written down by hand. */
export interface TransitGatewayRoute extends Route {
  readonly table: Fact<Identity>;
}

/** Routes of a transit gateway that nobody writes down, and that come from elsewhere than a VPC in sight. */
export interface TransitGatewayPropagation {
  /** What propagates them. */
  readonly address: string;
  readonly table: Fact<Identity>;
}

/** What connects VPCs with each other. */
export interface VpcConnections {
  readonly peerings: readonly PeeringConnection[];
  readonly transitGateways: readonly TransitGatewayModel[];
  readonly attachments: readonly TransitGatewayAttachment[];
  readonly transitGatewayRoutes: readonly TransitGatewayRoute[];
  readonly transitGatewayPropagations: readonly TransitGatewayPropagation[];
  /** Route tables of transit gateways that are created here, so that they have no other routes. */
  readonly transitGatewayTables: readonly Identity[];
}
