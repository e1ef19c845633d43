import { type CostAmount, NOTHING, sumOf } from "./amount";
import { type HubBreakEven, hubBreakEven, type NatBreakEven, natBreakEven } from "./break-even";
import { type CostOptions, type MonthlyTraffic, wholeTraffic, wrongNumber } from "./cost-options";
import { chargedEndpoints, type EndpointToCost, type NetworkToCost } from "./network-to-cost";
import { PricesIn, type UsedPrice } from "./prices-in";
import {
  type CostBasis,
  endpointHours,
  endpointsWay,
  hubWay,
  layersThrough,
  natHours,
  natWay,
  type WayCost,
} from "./ways";

/** An endpoint, and what it costs in a month for standing there. */
export interface EndpointCost extends EndpointToCost {
  readonly hours: CostAmount;
}

/** What the endpoints of one network cost in a month, and what other ways to AWS would. Plain data, for JSON. */
export interface NetworkCost {
  /** The tasks that share the network, or the address of the VPC. */
  readonly name: string;
  /** @default - not known, and nothing has a price then */
  readonly region?: string;
  /** In how many zones its interface endpoints are; the most, where they differ. @default - not known */
  readonly zones?: number;
  /** GB in the month. */
  readonly gb: Required<MonthlyTraffic>;
  readonly endpoints: readonly EndpointCost[];
  /** Why it may have more endpoints or NAT gateways, which are not counted. @default - it has no others */
  readonly others?: string;
  /** The endpoints, then what would take their place. */
  readonly ways: readonly WayCost[];
  readonly againstNat: readonly NatBreakEven[];
  readonly againstOwn: readonly HubBreakEven[];
  /** What image layers would cost that come through the gateway endpoint of S3 for nothing. @default - there is none */
  readonly gatewaySaves?: { readonly overNat: CostAmount; readonly overInterface: CostAmount };
  /** What the endpoints cost that no task is known to call. */
  readonly unused: CostAmount;
  /** What the NAT gateways cost that the network has besides. @default - it has none */
  readonly natGateways?: { readonly count: number; readonly hours: CostAmount };
  /** What tasks call outside of AWS, which takes a way out in any case. @default - nothing is known */
  readonly outside?: readonly string[];
  /** How many networks share the hub that is compared. @default - none is */
  readonly vpcs?: number;
  /** The prices that are known of the Region. */
  readonly prices: readonly UsedPrice[];
}

/**
 * What the endpoints of a network cost in a month. What is not known is told as unknown, with the reason; nothing is thrown.
 */
export function costOf(network: NetworkToCost, options: CostOptions = {}): NetworkCost {
  const wrong = wrongNumber(options);
  const region = options.region ?? network.region;
  const prices = wrong === undefined ? PricesIn.of(region, options.prices) : PricesIn.refused(wrong);
  const zones = zonesOf(network, options);
  const basis: CostBasis = { network, prices, zones, traffic: wholeTraffic(options) };
  const endpoints = network.endpoints.map((each) => ({ ...each, hours: endpointHours(each, basis) }));
  const { natGateways = 0, outside = [] } = network;
  const { vpcs } = options;
  return {
    name: network.name,
    ...(region === undefined ? {} : { region }),
    ...(zones === undefined ? {} : { zones }),
    gb: basis.traffic,
    endpoints,
    ...(network.others === undefined ? {} : { others: network.others }),
    ways: waysOf(basis, vpcs),
    againstNat: [
      natBreakEven("nat-gateway", 1, basis),
      ...(zones === 1 ? [] : [natBreakEven("nat-gateway-per-zone", zones, basis)]),
    ],
    againstOwn: [hubBreakEven("peering", basis), hubBreakEven("transit-gateway", basis)],
    ...(layersThrough(network) === "Gateway" ? { gatewaySaves: savedOn(basis) } : {}),
    unused: sumOf(endpoints.map(({ unused = false, hours }) => (unused ? hours : NOTHING))),
    ...(natGateways === 0 ? {} : { natGateways: { count: natGateways, hours: natHours(natGateways, basis) } }),
    ...(outside.length === 0 ? {} : { outside }),
    ...(vpcs === undefined ? {} : { vpcs }),
    prices: prices.known,
  };
}

function waysOf(basis: CostBasis, vpcs: number | undefined): readonly WayCost[] {
  return [
    endpointsWay(basis),
    natWay("nat-gateway", 1, basis),
    // In one zone it is the same.
    ...(basis.zones === 1 ? [] : [natWay("nat-gateway-per-zone", basis.zones, basis)]),
    ...(vpcs === undefined
      ? []
      : [hubWay("hub-over-peering", vpcs, basis), hubWay("hub-over-transit-gateway", vpcs, basis)]),
  ];
}

function savedOn({ traffic: { images }, prices }: CostBasis) {
  return { overNat: prices.cost("natGatewayGb", images), overInterface: prices.cost("endpointGb", images) };
}

/** The most zones of an endpoint, else those of the tasks, else what the options say. */
function zonesOf(network: NetworkToCost, { zones }: CostOptions): number | undefined {
  const told = chargedEndpoints(network).flatMap((endpoint) => endpoint.zones ?? []);
  return told.length === 0 ? (network.zones ?? zones) : Math.max(...told);
}
