import type { EndpointCall } from "../calls/call";
import { knownValue } from "../model/fact";
import { sameIdentity } from "../model/identity";
import { breaks, type Finding } from "./finding";

/**
 * A route table has at most one gateway endpoint of a service.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkGatewayRouteDuplicate(call: EndpointCall): Finding | undefined {
  const { view, endpoint, service, vpc } = call;
  const tables = knownValue(view.routeTablesOf(endpoint)) ?? [];
  for (const other of view.endpointsIn(vpc.id).items) {
    if (other.address === endpoint.address || other.service !== service || knownValue(other.type) !== "Gateway")
      continue;
    const shared = (knownValue(view.routeTablesOf(other)) ?? []).find((id) =>
      tables.some((table) => sameIdentity(table, id) === "yes"),
    );
    if (shared === undefined) continue;
    const table = view.routeTable(shared)?.address ?? shared.text;
    return breaks("gateway-route-duplicate", {
      problem: `${endpoint.address} and ${other.address} are both associated with ${table}`,
      why: `a route table takes one gateway endpoint of a service; AWS refuses the second one for "${service}"`,
      fix: `remove the id of ${table} from route_table_ids of ${other.address}`,
      path: other.address,
    });
  }
  return undefined;
}
