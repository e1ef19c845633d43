import { knownValue } from "../model/fact";
import type { Endpoint } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import { type ConflictRule, conflict } from "./conflict-rule";

/**
 * A gateway endpoint that is associated with no route table.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export const gatewayEndpointUnrouted: ConflictRule = function* (view) {
  for (const endpoint of view.model.endpoints) {
    const { address, service } = endpoint;
    if (service === undefined || !isUnrouted(view, endpoint)) continue;
    yield conflict("gateway-endpoint-unrouted", {
      path: address,
      problem: `${address} is associated with no route table`,
      fix: `add the route tables of the subnets that call "${service}" to route_table_ids of ${address}, or remove it`,
    });
  }
};

/** Whether an endpoint is a gateway endpoint in no route table. */
export function isUnrouted(view: NetworkView, endpoint: Endpoint): boolean {
  return knownValue(endpoint.type) === "Gateway" && knownValue(view.routeTablesOf(endpoint))?.length === 0;
}
