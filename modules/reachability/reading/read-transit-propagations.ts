import { type Fact, known, knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { TransitGatewayAttachment, TransitGatewayPropagation } from "../model/vpc-connections";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { booleanFact } from "./facts";
import { identityFact, resourceOf } from "./identities";
import { defaultTableOf } from "./read-transit-gateways";
import type { ResourceIndex } from "./resource-index";

/** Types that attach other networks, with the argument that names the transit gateway. */
const ATTACHING = [
  ["aws_dx_gateway_association", "associated_gateway_id"],
  ["aws_dx_gateway_association_proposal", "associated_gateway_id"],
  ["aws_ec2_transit_gateway_connect", "transit_gateway_id"],
  ["aws_vpn_connection", "transit_gateway_id"],
] as const;

/** The attachment of a route table to a segment of Cloud WAN, of which it has the routes then. */
const CLOUD_WAN = "aws_networkmanager_transit_gateway_route_table_attachment";

/**
 * What adds routes to route tables of transit gateways that nobody writes down: attachments of other networks, of which BGP
 * tells them, and attachments that are elsewhere.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html, "Route propagation"
 */
export function readTransitPropagations(
  attachments: readonly TransitGatewayAttachment[],
  index: ResourceIndex,
): readonly TransitGatewayPropagation[] {
  const inSight = new Set(attachments.map(({ id }) => id.text));
  const written = index.managed("aws_ec2_transit_gateway_route_table_propagation").flatMap((propagation) => {
    const attachment = knownValue(identityFact(propagation.argument("transit_gateway_attachment_id"), index));
    if (attachment !== undefined && inSight.has(attachment.text)) return [];
    const table = identityFact(propagation.argument("transit_gateway_route_table_id"), index);
    return [{ address: propagation.address, table }];
  });
  const ofCloudWan = index.managed(CLOUD_WAN).map((attachment) => ({
    address: attachment.address,
    table: identityFact(attachment.argument("transit_gateway_route_table_arn"), index),
  }));
  const byDefault = ATTACHING.flatMap(([type, argument]) =>
    index.managed(type).flatMap((attaching) => {
      const table = tableByDefault(attaching, argument, index);
      return table === undefined ? [] : [{ address: attaching.address, table }];
    }),
  );
  return [...written, ...ofCloudWan, ...byDefault];
}

/** The route table to which a transit gateway propagates the routes of another network by itself, where it does. */
function tableByDefault(
  attaching: TerraformResource,
  argument: string,
  index: ResourceIndex,
): Fact<Identity> | undefined {
  const id = identityFact(attaching.argument(argument), index);
  const gateway = id.known ? resourceOf(id.value, "aws_ec2_transit_gateway", index) : undefined;
  if (gateway === undefined) return undefined;
  // Without BGP nobody tells a route.
  if (knownValue(booleanFact(attaching.argument("static_routes_only"), false)) === true) return undefined;
  const wanted = booleanFact(attaching.argument("transit_gateway_default_route_table_propagation"), true);
  if (knownValue(wanted) === false) return undefined;
  const table = defaultTableOf(gateway, "propagation", index);
  if (!table.known) return table;
  return table.value === undefined ? undefined : known(table.value);
}
