import type { EndpointCall } from "../calls/call";
import { knownValue } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Endpoint, Subnet } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { anyOf, type Truth } from "../model/truth";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding, holds, open, together } from "./finding";

/** Whether a gateway endpoint is associated with a route table. */
export function standsIn(view: NetworkView, endpoint: Endpoint, table: Identity): Truth {
  const tables = view.routeTablesOf(endpoint);
  return tables.known ? anyOf(tables.value.map((id) => sameIdentity(id, table))) : "unknown";
}

/**
 * The gateway endpoint is associated with the route table that counts for each subnet of the call.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkGatewayRoute(call: EndpointCall): Finding | undefined {
  return together(call.subnets.map((subnet) => checkSubnet(call, subnet)));
}

function checkSubnet(call: EndpointCall, subnet: Subnet): Finding {
  const { view, endpoint } = call;
  const table = view.effectiveRouteTable(subnet);
  const truth = table.known ? standsIn(view, endpoint, table.value) : "unknown";
  if (truth === "unknown") return gatewayRouteUnknown(call, subnet);
  const name = tableName(view, subnet);
  if (truth === "yes") return holds(`${name} leads to ${endpoint.address}`, [name]);
  return breaks("gateway-route-missing", {
    problem: `${subnet.address} has the route table ${name}, with which ${endpoint.address} is not associated`,
    why: `a gateway endpoint is a route; without it the packets leave for the internet; ${whyNeeded(call)}`,
    fix: `add the id of ${name} to route_table_ids of ${endpoint.address}, or associate ${subnet.address} with one of its route tables`,
    path: endpoint.address,
  });
}

/** Whether the gateway endpoint is in the way of a subnet is not known. */
export function gatewayRouteUnknown({ view, endpoint }: EndpointCall, subnet: Subnet): Finding {
  const table = view.effectiveRouteTable(subnet);
  const tables = view.routeTablesOf(endpoint);
  const name = tableName(view, subnet);
  return open({
    code: "gateway-route-unknown",
    what: `whether ${endpoint.address} is in the route table of ${subnet.address}`,
    because: !table.known ? table.because : !tables.known ? tables.because : `${name} may be one of its tables`,
    assure: `the route table of ${subnet.address} is associated with ${endpoint.address}`,
    path: endpoint.address,
  });
}

function tableName(view: NetworkView, subnet: Subnet): string {
  const table = knownValue(view.effectiveRouteTable(subnet));
  return table === undefined ? "" : (view.routeTable(table)?.address ?? table.text);
}
