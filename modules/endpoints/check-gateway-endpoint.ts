import { hostsTasks } from "../addressing/subnet-spec";
import type { GatewayServiceName } from "../aws/endpoint-services/catalog";
import { type Issue, issue } from "../issues/issue";
import type { Network } from "../network/network";

/** Everything that is wrong with a gateway endpoint: the task subnets that it cannot give its route to. */
export function* checkGatewayEndpoint(service: GatewayServiceName, network: Network): Generator<Issue> {
  for (const { name, tier, routeTableId } of network.subnets) {
    if (!hostsTasks(tier) || routeTableId !== undefined) continue;
    yield issue("gateway-endpoint-route-missing", {
      problem: `the task subnet "${name}" has no route table that the gateway endpoint for ${service} could be attached to`,
      why: `a gateway endpoint is a route; without it the subnet's calls to ${service} leave for the internet and time out`,
      fix: "give the subnet a routeTable (a PrivateNetwork does unless told routeTable: false), or its routeTableId in a Network literal",
    });
  }
}
