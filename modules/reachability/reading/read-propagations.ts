import { known, knownValue, unknown } from "../model/fact";
import type { NetworkModel } from "../model/network-model";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { listFact } from "./facts";
import { identityFact } from "./identities";
import type { ResourceIndex } from "./resource-index";

type LooseRoute = NetworkModel["looseRoutes"][number];

/** Routes that virtual private gateways and route servers add to tables: nobody writes down where they lead. */
export function readPropagations(index: ResourceIndex): readonly LooseRoute[] {
  const ofGateways = index.managed("aws_vpn_gateway_route_propagation");
  const ofServers = index.managed("aws_vpc_route_server_propagation");
  const tables = index.managed("aws_route_table", "aws_default_route_table").filter((table) => {
    const gateways = listFact(table.argument("propagating_vgws"));
    return (knownValue(gateways)?.length ?? 0) > 0;
  });
  return [
    ...ofGateways.map((each) => propagated(each, each.argument("route_table_id"), index)),
    ...ofServers.map((each) => propagated(each, each.argument("route_table_id"), index)),
    ...tables.map((table) => propagated(table, table.attribute("id"), index)),
  ];
}

function propagated({ address, type }: TerraformResource, table: Value, index: ResourceIndex): LooseRoute {
  const because = unknown(`${address} adds routes that are not written down`);
  // The local route comes before those of a gateway. Source: Amazon VPC User Guide, "Route priority".
  const target = { kind: "other", argument: "gateway_id", id: { kind: "symbol", text: address } } as const;
  return {
    address,
    destination: because,
    target: type === "aws_vpc_route_server_propagation" ? because : known(target),
    table: identityFact(table, index),
    isPropagated: true,
  };
}
