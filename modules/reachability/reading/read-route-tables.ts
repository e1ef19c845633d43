import { type Fact, known, mapFact, unknown } from "../model/fact";
import type { Identity } from "../model/identity";
import type { NatGateway, NetworkModel, RouteTable, SubnetAssociation } from "../model/network-model";
import type { Route, RouteTarget } from "../model/route";
import { isAbsent, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { vpcIdOf } from "./adopted";
import { type Argument, cidrFact, inlineBlocks, isEmpty, textFact } from "./facts";
import { identityFact, identityOf, partsOfVpcs, withOthers } from "./identities";
import { internetBlock } from "./read-internet-block";
import { prefixListFact } from "./read-prefix-lists";
import { readPropagations } from "./read-propagations";
import type { ResourceIndex } from "./resource-index";

type RoutesPart = Pick<NetworkModel, "routeTables" | "looseRoutes" | "routeTableAssociations" | "natGateways">;

/** Route tables with their routes, which subnets have which, and where NAT gateways are. */
export function readRouting(index: ResourceIndex): RoutesPart {
  return {
    routeTables: readTables(index),
    looseRoutes: [
      ...index.managed("aws_route").map((route) => ({
        ...readRoute((name) => route.argument(name), "destination_", route.address, index),
        table: identityFact(route.argument("route_table_id"), index),
      })),
      ...readPropagations(index),
    ],
    routeTableAssociations: [
      ...index.managed("aws_route_table_association").flatMap((association) => {
        // The association of a gateway is about what comes in.
        if (!isAbsent(association.argument("gateway_id"))) return [];
        return [readAssociation(association, "route_table_id", index)];
      }),
      ...foundAssociations(index),
    ],
    natGateways: withOthers(
      index.managed("aws_nat_gateway").map((gateway) => readNatGateway(gateway, index)),
      index.found("aws_nat_gateway").map((gateway) => readNatGateway(gateway, index)),
    ),
  };
}

function readTables(index: ResourceIndex): RouteTable[] {
  const tables = index.managed("aws_route_table", "aws_default_route_table").map((table) => {
    const { items, complete } = inlineBlocks(table.argument("route"), (argument) => [
      readRoute(argument, "", table.address, index),
    ]);
    return readTable(table, items, complete, index);
  });
  // The main route table of a VPC that is created here has the local route only, unless somebody adds to it.
  const main = partsOfVpcs("default_route_table_id", index).map((table) => ({ ...table, routes: [] }));
  const found = index.data("aws_route_table").map((table) => {
    if (table.isRead !== true) return readTable(table, [], false, index);
    const { items, complete } = inlineBlocks(table.argument("routes"), (argument) =>
      isOfGatewayEndpoint(argument) ? [] : [readRoute(argument, "", table.address, index)],
    );
    return readTable(table, items, complete, index);
  });
  return withOthers(tables, [...main, ...found]);
}

/** The route of a gateway endpoint, which the endpoint tells itself. */
function isOfGatewayEndpoint(argument: Argument): boolean {
  const gateway = argument("gateway_id");
  return gateway.kind === "literal" && String(gateway.value).startsWith("vpce-");
}

/** The subnets of route tables that were looked up. */
function foundAssociations(index: ResourceIndex): SubnetAssociation[] {
  return index.found("aws_route_table").flatMap((table) => {
    const target = known(identityOf(table, index));
    return inlineBlocks(table.argument("associations"), (argument) =>
      isEmpty(argument("subnet_id"))
        ? []
        : [{ address: table.address, subnet: identityFact(argument("subnet_id"), index), target }],
    ).items;
  });
}

function readTable(
  table: TerraformResource,
  routes: readonly Route[],
  complete: boolean,
  index: ResourceIndex,
): RouteTable {
  const vpc = identityFact(vpcIdOf(table, index), index);
  return { id: identityOf(table, index), address: table.address, vpc, routes, complete };
}

/** Arguments that name the target of a route. Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route */
const TARGETS = [
  "gateway_id",
  "nat_gateway_id",
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "local_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
  // What somebody says of a network, which no resource has.
  "way_out",
] as const;

/** @param start what the names of the arguments for address blocks start with */
function readRoute(argument: Argument, start: "destination_" | "", address: string, index: ResourceIndex): Route {
  const [cidrName, ipv6Name] = [`${start}cidr_block`, `${start}ipv6_cidr_block`];
  const given = (name: string) => !isEmpty(argument(name));
  const named = TARGETS.find(given);
  const target = named === undefined ? undefined : (MEANT[kindOfGateway(argument(named))] ?? named);
  const open = internetBlock(index, "block-bidirectional");
  return {
    address,
    destination: given(cidrName)
      ? mapFact(cidrFact(argument(cidrName)), (cidr) => ({ cidr }))
      : given("destination_prefix_list_id")
        ? mapFact(prefixListFact(argument("destination_prefix_list_id"), index), (prefixList) => ({ prefixList }))
        : given(ipv6Name)
          ? known("ipv6")
          : unknown(`${address} does not say its destination`),
    target:
      named === undefined || target === undefined
        ? unknown(`${address} does not say its target`)
        : open !== undefined && target === "gateway_id"
          ? unknown(open)
          : mapFact(identityFact(argument(named), index), (id) => ({
              kind: targetKind(target, argument(named), id),
              argument: target,
              id,
            })),
  };
}

/**
 * The argument that AWS gives back for a gateway, in whichever of them it is written: a NAT gateway in `gateway_id` works.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/route_table, "NOTE on `gateway_id` and
 * `nat_gateway_id`"
 */
const MEANT: Readonly<Record<string, (typeof TARGETS)[number] | undefined>> = {
  aws_internet_gateway: "gateway_id",
  aws_nat_gateway: "nat_gateway_id",
  aws_egress_only_internet_gateway: "egress_only_gateway_id",
};

/** The type of the gateway that a value names, by its resource or by its id. */
function kindOfGateway(value: Value): string {
  if (value.kind === "reference") return value.type ?? "";
  const id = value.kind === "literal" ? String(value.value) : "";
  if (id.startsWith("nat-")) return "aws_nat_gateway";
  return id.startsWith("eigw-") ? "aws_egress_only_internet_gateway" : "";
}

function targetKind(argument: string, value: Value, id: Identity): RouteTarget["kind"] {
  if (argument === "way_out") return "way-out";
  if (argument === "nat_gateway_id") return "nat-gateway";
  if (argument !== "gateway_id") return "other";
  const isInternetGateway = value.kind === "reference" && value.type === "aws_internet_gateway";
  return isInternetGateway || id.text.startsWith("igw-") ? "internet-gateway" : "other";
}

/** The association of a subnet with a route table or a network ACL. */
export function readAssociation(
  association: TerraformResource,
  target: "route_table_id" | "network_acl_id",
  index: ResourceIndex,
): SubnetAssociation {
  return {
    address: association.address,
    subnet: identityFact(association.argument("subnet_id"), index),
    target: identityFact(association.argument(target), index),
  };
}

function readNatGateway(gateway: TerraformResource, index: ResourceIndex): NatGateway {
  const connectivity: Fact<string> = textFact(gateway.argument("connectivity_type"), "public");
  return {
    id: identityOf(gateway, index),
    address: gateway.address,
    subnet: identityFact(gateway.argument("subnet_id"), index),
    isPublic: mapFact(connectivity, (type) => type === "public"),
  };
}
