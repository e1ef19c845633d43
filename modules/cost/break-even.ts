import { type CostAmount, sumOf } from "./amount";
import { chargedEndpoints } from "./network-to-cost";
import {
  attachmentHours,
  type CostBasis,
  endpointsWay,
  HOURS_OF_MONTH,
  hubHours,
  natHours,
  natWay,
  transitData,
} from "./ways";

/** From where on endpoints of a network's own cost no more than NAT gateways. */
export interface NatBreakEven {
  readonly against: "nat-gateway" | "nat-gateway-per-zone";
  /** Whether these endpoints cost no more, with the traffic that was said. */
  readonly holds?: boolean;
  /** So many interface endpoints at the most, with the traffic that was said. */
  readonly endpoints?: number;
  /** From so many GB through interface endpoints in a month, without other traffic; 0 where they cost no more without any. */
  readonly gb?: number;
  /** From so many GB of image layers through the gateway endpoint, without other traffic. */
  readonly imageGb?: number;
  /** Why none of it is known. @default - it is known */
  readonly unknown?: string;
}

/** From how many VPCs on a hub costs each of them less than endpoints of its own. */
export interface HubBreakEven {
  readonly over: "peering" | "transit-gateway";
  /** @default - never, or not known */
  readonly vpcs?: number;
  /** @default - it is known */
  readonly unknown?: string;
}

/** What is left over when a computer divides. */
const REST = 1e-9;

export function natBreakEven(
  against: NatBreakEven["against"],
  gateways: number | undefined,
  basis: CostBasis,
): NatBreakEven {
  const { network, prices, zones = 0 } = basis;
  if (network.endpoints.length === 0) return { against, unknown: "there are no endpoints" };
  const own = endpointsWay(basis);
  const amounts = [
    natWay(against, gateways, basis).total,
    own.data,
    own.hours,
    natHours(gateways, basis),
    prices.cost("endpointHour", zones * HOURS_OF_MONTH),
    prices.cost("endpointGb", 1),
    prices.cost("natGatewayGb", 1),
  ];
  const values = knownAmounts(amounts);
  if (!Array.isArray(values)) return { against, ...values };
  const [total = 0, data = 0, hours = 0, gatewayHours = 0, oneEndpoint = 0, endpointGb = 0, natGb = 0] = values;
  const missing = Math.max(0, hours - gatewayHours);
  return {
    against,
    holds: hours + data <= total + REST,
    ...(oneEndpoint === 0 ? {} : { endpoints: Math.max(0, Math.floor((total - data) / oneEndpoint + REST)) }),
    ...(natGb <= endpointGb ? {} : { gb: wholeGb(missing / (natGb - endpointGb)) }),
    ...(natGb === 0 ? {} : { imageGb: wholeGb(missing / natGb) }),
  };
}

export function hubBreakEven(over: HubBreakEven["over"], basis: CostBasis): HubBreakEven {
  const isTransit = over === "transit-gateway";
  const own = endpointsWay(basis).hours;
  const amounts = [own, hubHours(basis), ...(isTransit ? [attachmentHours(1, basis), transitData(basis)] : [])];
  const values = knownAmounts(amounts);
  if (!Array.isArray(values)) return { over, ...values };
  const [hours = 0, hub = 0, attachment = 0, data = 0] = values;
  // The hub with its own attachment costs less than what each network no longer has, less its attachment and traffic.
  const spared = hours - attachment - data;
  if (spared <= 0 || chargedEndpoints(basis.network).length === 0) return { over };
  return { over, vpcs: Math.floor((hub + attachment) / spared + REST) + 1 };
}

function knownAmounts(amounts: readonly CostAmount[]): number[] | { readonly unknown: string } {
  const all = sumOf(amounts);
  if ("unknown" in all) return all;
  return amounts.map((amount) => ("usd" in amount ? amount.usd : 0));
}

function wholeGb(gb: number): number {
  return Math.max(0, Math.ceil(gb - REST));
}
