import type { ServiceCall } from "../calls/call";
import type { EndpointsOfCall } from "../checks/find-endpoints";
import type { Finding } from "../checks/finding";
import { gatewayRouteUnknown, standsIn } from "../checks/gateway-route";
import { moreSpecificUnknown } from "../checks/more-specific-route";
import { type FurtherLead, type Lead, leadsOf } from "../checks/route-leads";
import { wayOver } from "../checks/way-out";
import type { WayToInternet } from "../checks/way-to-internet";
import { wayUnknown } from "../checks/way-unknown";
import { SERVICE_ADDRESSES } from "../model/address-range";
import { known, knownValue } from "../model/fact";
import type { Endpoint, Subnet } from "../model/network-model";
import type { Truth } from "../model/truth";

/** Through a gateway endpoint. */
export interface GatewayWay {
  readonly truth: "gateway";
  readonly endpoint: Endpoint;
  /** Whether it is not known that it stands in the route table: what would come of it if it did. @default false */
  readonly isAssumed?: boolean;
}

/** Where packets to the public addresses of a service go from a subnet: through a gateway endpoint, or as the routes lead. */
export type PublicWay = GatewayWay | WayToInternet;

/** The ways from a subnet, of which nobody knows which one the address of a call takes. */
export interface PublicWays {
  readonly likely: PublicWay;
  readonly further: readonly PossibleWay[];
}

interface PossibleWay {
  readonly way: PublicWay;
  /** Whether the call takes it. */
  readonly question: Finding;
}

/** The ways from a subnet of a task to the public addresses of the service that it calls. */
export function publicWays(call: ServiceCall, { gateway }: EndpointsOfCall, subnet: Subnet): PublicWays {
  const table = knownValue(call.view.effectiveRouteTable(subnet));
  const standing = (truth: Truth) =>
    gateway.filter((endpoint) => (table === undefined ? "unknown" : standsIn(call.view, endpoint, table)) === truth);
  const [endpoint] = standing("yes");
  const usual = usualWays(call, subnet, endpoint);
  const perhaps = standing("unknown").map((each): PossibleWay => {
    const question = gatewayRouteUnknown({ ...call, endpoint: each }, subnet);
    return { way: { truth: "gateway", endpoint: each, isAssumed: true }, question };
  });
  const [first] = perhaps;
  if (usual.likely.truth !== "unknown" || first === undefined)
    return { ...usual, further: [...usual.further, ...perhaps] };
  return {
    likely: first.way,
    further: [{ way: usual.likely, question: first.question }, ...usual.further, ...perhaps],
  };
}

/** The endpoint of a way, which stands in the route tables of the subnets of the call where that is assumed. */
export function endpointOf({ endpoint, isAssumed }: GatewayWay, { view, subnets }: ServiceCall): Endpoint {
  const tables = subnets.flatMap((subnet) => knownValue(view.effectiveRouteTable(subnet)) ?? []);
  return isAssumed === true && tables.length === subnets.length
    ? { ...endpoint, routeTables: known(tables) }
    : endpoint;
}

/** The ways by a gateway endpoint that stands in the table of the subnet, and by its routes. */
function usualWays(call: ServiceCall, subnet: Subnet, endpoint: Endpoint | undefined): PublicWays {
  const { view, service } = call;
  const table = view.effectiveRouteTable(subnet);
  if (!table.known) return { likely: { truth: "unknown", because: table.because }, further: [] };
  const hasGateway = endpoint !== undefined;
  const { likely, further, incomplete } = leadsOf(view, table.value, {
    ranges: SERVICE_ADDRESSES,
    service,
    hasGateway,
  });
  const wayOf = (lead: Lead): PublicWay => {
    if (lead.route === undefined && incomplete !== undefined) return { truth: "unknown", because: incomplete };
    return wayOver({ ...call, subnet }, lead);
  };
  const way: PublicWay = hasGateway ? { truth: "gateway", endpoint } : wayOf(likely);
  const name = hasGateway ? endpoint.address : way.truth === "yes" ? way.by : undefined;
  const ask = (lead: FurtherLead) =>
    name === undefined
      ? wayUnknown(call, `${lead.route.address} may lead there`)
      : moreSpecificUnknown(call, name, lead);
  return { likely: way, further: further.map((lead) => ({ way: wayOf(lead), question: ask(lead) })) };
}
