import { Construct } from "constructs";
import { type Issue, issue } from "../issues/issue";
import type { Network } from "../network/network";
import { areInOtherVpcs } from "../network/other-vpc";
import type { PlannedEndpoint } from "../planning/plan/planned-endpoint";
import type { VpcEndpoints } from "./vpc-endpoints";

/**
 * Endpoints that were made for another network, and of which a gateway endpoint is needed: that is a route in its own VPC, whatever
 * connects the VPCs. Interface endpoints of another VPC can be reached, so that the proof looks at them.
 *
 * @param needed endpoints that are needed, and without which no call leaves the network
 */
export function* checkEndpointsNetwork(
  network: Network,
  endpoints: VpcEndpoints | undefined,
  needed: readonly PlannedEndpoint[],
): Generator<Issue> {
  if (endpoints === undefined || !areInOtherVpcs(endpoints.network, network)) return;
  const own = new Set((network.endpoints ?? []).map(({ service }) => service));
  const foreign = new Set<string>(endpoints.gateways.keys());
  const lost = needed.find(({ service, type }) => type === "Gateway" && foreign.has(service) && !own.has(service));
  if (lost === undefined) return;
  const [here, there] = [pathOf(network), pathOf(endpoints.network)];
  yield issue("endpoints-of-other-network", {
    path: "endpoints",
    problem: `the endpoints ${endpoints.node.path} are those of the network ${there}, and the task runs in ${here}`,
    fix: `write new VpcEndpoints(…, { network, services }) for ${here} as well and name those, or run the task in ${there}; interface endpoints of one VPC for others are HubEndpoints`,
  });
}

/** Where a network is in the app; of a literal, its name. */
function pathOf(network: Network): string {
  return Construct.isConstruct(network) ? network.node.path : `"${network.name}"`;
}
