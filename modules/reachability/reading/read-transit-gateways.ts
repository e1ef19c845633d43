import { allKnown, type Fact, known, mapFact, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { TransitGatewayAttachment, TransitGatewayRoute, VpcConnections } from "../model/vpc-connections";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { booleanFact, cidrFact, textFact } from "./facts";
import { identitiesFact, identityFact, identityOf, referrerTo, referringTo, resourceOf } from "./identities";
import { prefixListFact } from "./read-prefix-lists";
import type { ResourceIndex } from "./resource-index";

/** Transit gateways, the VPCs that are attached to them, and their routes. */
export function readTransitGateways(
  index: ResourceIndex,
): Omit<VpcConnections, "peerings" | "transitGatewayPropagations"> {
  const gateways = index.managed("aws_ec2_transit_gateway");
  const tables = gateways.map((gateway) =>
    identityFact(gateway.attribute("association_default_route_table_id"), index),
  );
  const own = index.managed("aws_ec2_transit_gateway_route_table").map((table) => identityOf(table, index));
  return {
    transitGateways: gateways.map((gateway) => ({
      id: identityOf(gateway, index),
      address: gateway.address,
      groupReferences: isEnabled(gateway, "security_group_referencing_support", "disable"),
    })),
    attachments: index
      .managed("aws_ec2_transit_gateway_vpc_attachment")
      .map((attachment) => readAttachment(attachment, index)),
    transitGatewayRoutes: [
      ...index.managed("aws_ec2_transit_gateway_route").map((route) => ({
        ...readRoute(route, index),
        destination: mapFact(cidrFact(route.argument("destination_cidr_block")), (cidr) => ({ cidr })),
      })),
      ...index.managed("aws_ec2_transit_gateway_prefix_list_reference").map((route) => ({
        ...readRoute(route, index),
        destination: mapFact(prefixListFact(route.argument("prefix_list_id"), index), (prefixList) => ({ prefixList })),
      })),
    ],
    transitGatewayTables: [...own, ...tables.flatMap((table) => (table.known ? [table.value] : []))],
  };
}

function isEnabled(resource: TerraformResource, option: string, absent: "enable" | "disable"): Fact<boolean> {
  return mapFact(textFact(resource.argument(option), absent), (value) => value === "enable");
}

function readRoute(route: TerraformResource, index: ResourceIndex): Omit<TransitGatewayRoute, "destination"> {
  const drops = booleanFact(route.argument("blackhole"), false);
  const attachment = identityFact(route.argument("transit_gateway_attachment_id"), index);
  const nowhere = { kind: "other", argument: "blackhole", id: { kind: "symbol", text: route.address } } as const;
  return {
    address: route.address,
    table: identityFact(route.argument("transit_gateway_route_table_id"), index),
    target: !drops.known
      ? drops
      : drops.value
        ? known(nowhere)
        : mapFact(attachment, (id) => ({ kind: "other", argument: "transit_gateway_attachment_id", id })),
  };
}

function readAttachment(attachment: TerraformResource, index: ResourceIndex): TransitGatewayAttachment {
  const id = identityOf(attachment, index);
  const gateway = identityFact(attachment.argument("transit_gateway_id"), index);
  const byDefault = (which: Which) => defaultTable(attachment, gateway, which, index);
  return {
    id,
    address: attachment.address,
    gateway,
    vpc: identityFact(attachment.argument("vpc_id"), index),
    subnets: identitiesFact(attachment.argument("subnet_ids"), index),
    applianceMode: isEnabled(attachment, "appliance_mode_support", "disable"),
    table: readTable(id, byDefault("association"), index),
    propagatesTo: readPropagations(id, byDefault("propagation"), index),
  };
}

/** What gives a transit gateway another default route table. */
const OTHER_DEFAULT = {
  association: "aws_ec2_transit_gateway_default_route_table_association",
  propagation: "aws_ec2_transit_gateway_default_route_table_propagation",
} as const;

type Which = keyof typeof OTHER_DEFAULT;

const ATTACHMENT = "transit_gateway_attachment_id";
const TABLE = "transit_gateway_route_table_id";

/** An association of its own counts before the one that a transit gateway makes by itself. */
function readTable(id: Identity, byDefault: Fact<Identity | undefined>, index: ResourceIndex) {
  const own = referrerTo(id, "aws_ec2_transit_gateway_route_table_association", ATTACHMENT, index);
  if (!own.known) return own;
  return own.value === undefined ? byDefault : identityFact(own.value.argument(TABLE), index);
}

function readPropagations(
  id: Identity,
  byDefault: Fact<Identity | undefined>,
  index: ResourceIndex,
): Fact<readonly Identity[]> {
  const { items, possible } = referringTo(id, "aws_ec2_transit_gateway_route_table_propagation", ATTACHMENT, index);
  const [vague] = possible;
  if (vague !== undefined) return unknown(`whether ${vague.address} is about it is not known`);
  const own = allKnown(items.map((each) => identityFact(each.argument(TABLE), index)));
  if (!own.known) return own;
  return mapFact(byDefault, (table) => (table === undefined ? own.value : [...own.value, table]));
}

/**
 * The table with which a transit gateway associates an attachment by itself, or to which it propagates its blocks, where it
 * does. Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ec2_transit_gateway
 */
function defaultTable(
  attachment: TerraformResource,
  id: Fact<Identity>,
  which: Which,
  index: ResourceIndex,
): Fact<Identity | undefined> {
  const gateway = id.known ? resourceOf(id.value, "aws_ec2_transit_gateway", index) : undefined;
  if (gateway === undefined) return unknown(`the transit gateway of ${attachment.address} is elsewhere`);
  const own = identityOf(attachment, index);
  const accepter = referrerTo(own, "aws_ec2_transit_gateway_vpc_attachment_accepter", ATTACHMENT, index);
  if (!accepter.known) return accepter;
  const isShared = !isOfOneAccount(attachment, gateway) && accepter.value === undefined;
  const accepts = isEnabled(gateway, "auto_accept_shared_attachments", "disable");
  if (isShared && !(accepts.known && accepts.value)) {
    return unknown(`whether the account of ${gateway.address} accepts ${attachment.address} is not known`);
  }
  const settings = accepter.value ?? attachment;
  const wanted = booleanFact(settings.argument(`transit_gateway_default_route_table_${which}`), true);
  if (!wanted.known) return wanted;
  return wanted.value ? defaultTableOf(gateway, which, index) : known(undefined);
}

/** The table that a transit gateway takes by itself for each attachment that does not say otherwise, where it takes one. */
export function defaultTableOf(
  gateway: TerraformResource,
  which: Which,
  index: ResourceIndex,
): Fact<Identity | undefined> {
  const offered = isEnabled(gateway, `default_route_table_${which}`, "enable");
  if (!offered.known) return offered;
  if (!offered.value) return known(undefined);
  const other = referrerTo(identityOf(gateway, index), OTHER_DEFAULT[which], "transit_gateway_id", index);
  if (!other.known) return other;
  return other.value === undefined
    ? identityFact(gateway.attribute(`${which}_default_route_table_id`), index)
    : identityFact(other.value.argument(TABLE), index);
}

/** Whether two resources are surely of one account. Providers with the same credentials have the same one. */
function isOfOneAccount(one: TerraformResource, other: TerraformResource): boolean {
  if (one.account !== undefined && other.account !== undefined) return one.account === other.account;
  return (one.credentials ?? one.provider) === (other.credentials ?? other.provider);
}
