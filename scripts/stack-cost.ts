import { costOf } from "../modules/cost/cost-of";
import { summarizeCost } from "../modules/cost/cost-words";
import type { NetworkToCost } from "../modules/cost/network-to-cost";

/** What the networks of a stack cost that have interface endpoints or NAT gateways: a line for each. */
export function stackCost(stack: string, networks: readonly NetworkToCost[]): readonly string[] {
  return networks
    .filter(({ name }) => name.startsWith(`${stack}/`))
    .filter(({ endpoints, natGateways = 0 }) => natGateways > 0 || endpoints.some(({ type }) => type !== "Gateway"))
    .map((network) => `  its endpoints cost ${summarizeCost(costOf(network))}`);
}
