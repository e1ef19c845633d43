import { type CostAmount, NOTHING, shareOf, sumOf } from "./amount";
import type { MonthlyTraffic } from "./cost-options";
import { chargedEndpoints, type EndpointToCost, type NetworkToCost } from "./network-to-cost";
import type { PricesIn } from "./prices-in";

/** Hours of a month, as AWS's calculator counts them. */
export const HOURS_OF_MONTH = 730;

/** How the calls of tasks may get to AWS. */
export type CostedWay =
  | "endpoints"
  | "nat-gateway"
  | "nat-gateway-per-zone"
  | "hub-over-peering"
  | "hub-over-transit-gateway";

/** What a way costs one network in a month. */
export interface WayCost {
  readonly way: CostedWay;
  /** What it costs with and without traffic. */
  readonly hours: CostAmount;
  /** What its traffic costs. */
  readonly data: CostAmount;
  readonly total: CostAmount;
}

/** What costs depend on. */
export interface CostBasis {
  readonly network: NetworkToCost;
  readonly prices: PricesIn;
  readonly traffic: Required<MonthlyTraffic>;
  /** Zones of the network. @default - not known */
  readonly zones: number | undefined;
}

/** What an endpoint costs for standing there. */
export function endpointHours({ service, address, type, zones }: EndpointToCost, basis: CostBasis): CostAmount {
  const name = address ?? service;
  if (type === "Gateway") return NOTHING;
  if (type === undefined) return { unknown: `of which type ${name} is, is not known` };
  if (type === "other") return { unknown: `${name} is neither a gateway nor an interface endpoint` };
  const count = zones ?? basis.zones;
  if (count === undefined) return { unknown: `in how many zones ${name} is, is not known` };
  return basis.prices.cost("endpointHour", count * HOURS_OF_MONTH);
}

/** The endpoints of the network itself. */
export function endpointsWay(basis: CostBasis): WayCost {
  const hours = sumOf(basis.network.endpoints.map((each) => endpointHours(each, basis)));
  return wayCost("endpoints", hours, endpointData(basis));
}

/** NAT gateways in place of all endpoints, each with a public address. */
export function natWay(way: CostedWay, gateways: number | undefined, basis: CostBasis): WayCost {
  const { images, logs, other } = basis.traffic;
  return wayCost(way, natHours(gateways, basis), basis.prices.cost("natGatewayGb", images + logs + other));
}

export function natHours(gateways: number | undefined, { prices }: CostBasis): CostAmount {
  if (gateways === undefined) return { unknown: "in how many zones the network is, is not known" };
  const hours = gateways * HOURS_OF_MONTH;
  return sumOf([prices.cost("natGatewayHour", hours), prices.cost("publicAddressHour", hours)]);
}

/** What a network pays of a hub that several share: interface endpoints once, with a private hosted zone for each. */
export function hubWay(way: CostedWay, vpcs: number, basis: CostBasis): WayCost {
  const isTransit = way === "hub-over-transit-gateway";
  // The hub is a VPC of its own, and attached as well.
  const attachments = isTransit ? attachmentHours(vpcs + 1, basis) : NOTHING;
  const hours = shareOf(sumOf([hubHours(basis), attachments]), vpcs);
  return wayCost(way, hours, sumOf([endpointData(basis), isTransit ? transitData(basis) : NOTHING]));
}

/** What a hub costs whoever shares it. */
export function hubHours(basis: CostBasis): CostAmount {
  const zones = chargedEndpoints(basis.network).length;
  return sumOf([endpointsWay(basis).hours, basis.prices.cost("hostedZoneMonth", zones)]);
}

export function attachmentHours(attachments: number, { prices }: CostBasis): CostAmount {
  return prices.cost("attachmentHour", attachments * HOURS_OF_MONTH);
}

/** Gateway endpoints stay in each network, so that nothing of theirs crosses. */
export function transitData(basis: CostBasis): CostAmount {
  const through = throughInterfaces(basis);
  return typeof through === "number" ? basis.prices.cost("transitGatewayGb", through) : through;
}

function endpointData(basis: CostBasis): CostAmount {
  const through = throughInterfaces(basis);
  return typeof through === "number" ? basis.prices.cost("endpointGb", through) : through;
}

/** GB that go through interface endpoints. */
function throughInterfaces({ network, traffic }: CostBasis): number | { readonly unknown: string } {
  const { images, logs, other } = traffic;
  const layers = layersThrough(network);
  const rest = logs + other;
  if (rest > 0 && chargedEndpoints(network).length === 0) return { unknown: "there is no interface endpoint" };
  if (images === 0 || layers === "Gateway") return rest;
  if (layers === "Interface") return rest + images;
  return { unknown: "no endpoint of S3 is among them, and image layers of ECR come from there" };
}

/** The type of the endpoint through which image layers come. The route of a gateway is what a task takes. */
export function layersThrough({ endpoints }: NetworkToCost): "Gateway" | "Interface" | undefined {
  const types = endpoints.filter(({ service }) => service === "s3").map(({ type }) => type);
  if (types.includes("Gateway")) return "Gateway";
  return types.includes("Interface") ? "Interface" : undefined;
}

function wayCost(way: CostedWay, hours: CostAmount, data: CostAmount): WayCost {
  return { way, hours, data, total: sumOf([hours, data]) };
}
