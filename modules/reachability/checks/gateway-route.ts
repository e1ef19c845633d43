import type { EndpointCall } from "../calls/call";
import { allKnown, type Fact, knownValue, mapFact } from "../model/fact";
import { type Identity, sameIdentity } from "../model/identity";
import type { Subnet } from "../model/network-model";
import { anyOf } from "../model/truth";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding, holds, open, together } from "./finding";
import { hasPublicIp, wayOutOf } from "./way-out";

/**
 * The gateway endpoint is associated with the route table that counts for each subnet of the task.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
 */
export function checkGatewayRoute(call: EndpointCall): Finding | undefined {
  return together(call.subnets.map((subnet) => checkSubnet(call, subnet)));
}

function checkSubnet(call: EndpointCall, subnet: Subnet): Finding {
  const { view, endpoint } = call;
  const table = view.effectiveRouteTable(subnet);
  const tables = tablesOfService(call);
  const truth =
    table.known && tables.known ? anyOf(tables.value.map((id) => sameIdentity(id, table.value))) : "unknown";
  const name = table.known ? (view.routeTable(table.value)?.address ?? table.value.text) : "";
  if (truth === "yes") return holds(`${name} leads to ${endpoint.address}`, [name]);
  const way = wayOutOf(view, subnet, hasPublicIp(call.task));
  if (way.truth === "yes") return holds(`${subnet.address} has a way out over ${way.by ?? ""}`, way.resources);
  if (truth === "unknown") {
    return open({
      code: "gateway-route-unknown",
      what: `whether ${endpoint.address} is in the route table of ${subnet.address}`,
      because: !table.known ? table.because : !tables.known ? tables.because : `${name} may be one of its tables`,
      assure: `the route table of ${subnet.address} is associated with ${endpoint.address}`,
      path: endpoint.address,
    });
  }
  return breaks("gateway-route-missing", {
    problem: `${subnet.address} has the route table ${name}, with which ${endpoint.address} is not associated`,
    why: `a gateway endpoint is a route; without it the packets leave for the internet; ${whyNeeded(call)}`,
    fix: `add the id of ${name} to route_table_ids of ${endpoint.address}, or associate ${subnet.address} with one of its route tables`,
    path: endpoint.address,
  });
}

/** The route tables of all gateway endpoints of the service in the VPC, since each may serve other subnets. */
function tablesOfService({ view, vpc, service, endpoint }: EndpointCall): Fact<readonly Identity[]> {
  const endpoints = view.endpointsIn(vpc.id).items.filter((each) => {
    return each === endpoint || (each.service === service && knownValue(each.type) === "Gateway");
  });
  return mapFact(allKnown(endpoints.map((each) => view.routeTablesOf(each))), (tables) => tables.flat());
}
