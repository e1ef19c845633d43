import { type Fact, known, knownValue, unknown } from "../model/fact";
import type { PeeringConnection, VpcConnections } from "../model/vpc-connections";
import { isAbsent } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { booleanFact, textFact } from "./facts";
import { identityFact, identityOf, referrerTo } from "./identities";
import { readTransitGateways } from "./read-transit-gateways";
import { readTransitPropagations } from "./read-transit-propagations";
import type { ResourceIndex } from "./resource-index";

/** What connects VPCs: peering connections and transit gateways. */
export function readVpcConnections(index: ResourceIndex): VpcConnections {
  const transit = readTransitGateways(index);
  return {
    peerings: index.managed("aws_vpc_peering_connection").map((peering) => readPeering(peering, index)),
    ...transit,
    transitGatewayPropagations: readTransitPropagations(transit.attachments, index),
  };
}

function readPeering(peering: TerraformResource, index: ResourceIndex): PeeringConnection {
  return {
    id: identityOf(peering, index),
    address: peering.address,
    requester: identityFact(peering.argument("vpc_id"), index),
    accepter: identityFact(peering.argument("peer_vpc_id"), index),
    isAccepted: readAcceptance(peering, index),
  };
}

/**
 * Whether a peering connection is accepted: by itself, by a resource, or before. Only its own account accepts by itself.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/vpc_peering_connection
 */
function readAcceptance(peering: TerraformResource, index: ResourceIndex): Fact<boolean> {
  const status = knownValue(textFact(peering.attribute("accept_status")));
  if (status === "active") return known(true);
  const own = booleanFact(peering.argument("auto_accept"), false);
  if (!own.known || own.value) return own;
  const accepter = referrerTo(
    identityOf(peering, index),
    "aws_vpc_peering_connection_accepter",
    "vpc_peering_connection_id",
    index,
  );
  if (!accepter.known) return accepter;
  if (accepter.value !== undefined) {
    return booleanFact(accepter.value.argument("auto_accept"), false);
  }
  const isOthers = ["peer_owner_id", "peer_region"].some((name) => !isAbsent(peering.argument(name)));
  return isOthers ? unknown(`the owner of its other VPC may accept ${peering.address} elsewhere`) : known(false);
}
