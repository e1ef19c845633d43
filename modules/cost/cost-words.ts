import { counted } from "../text/words";
import { shownAmount } from "./amount";
import type { HubBreakEven, NatBreakEven } from "./break-even";
import type { EndpointCost, NetworkCost } from "./cost-of";
import { PRICE_TEXTS } from "./price";
import type { UsedPrice } from "./prices-in";
import { type CostedWay, HOURS_OF_MONTH } from "./ways";

/** What a network is, and where. */
export function describeNetwork({ name, endpoints, zones, region }: NetworkCost): string {
  const count = (wanted: EndpointCost["type"]) => endpoints.filter(({ type }) => type === wanted).length;
  const others = endpoints.length - count("Gateway") - count("Interface");
  const counts = [
    counted(count("Gateway"), "gateway endpoint"),
    counted(count("Interface"), "interface endpoint"),
    ...(others === 0 ? [] : [counted(others, "other endpoint")]),
  ];
  const where = zones === undefined ? "zones that are not known" : counted(zones, "zone");
  return `${name}: ${counts.join(", ")} in ${where} of ${region ?? "a Region that is not known"}`;
}

/** In what the numbers are, and with what traffic. */
export function describeBasis({ gb: { images, logs, other } }: NetworkCost): string {
  const parts = [
    ...(images === 0 ? [] : [`${shownGb(images)} of image layers`]),
    ...(logs === 0 ? [] : [`${shownGb(logs)} of logs`]),
    ...(other === 0 ? [] : [`${shownGb(other)} of other calls`]),
  ];
  return `US dollars for a month of ${HOURS_OF_MONTH} hours, with ${parts.length === 0 ? "no traffic" : parts.join(", ")}`;
}

export function describeWay(way: CostedWay, { zones, vpcs = 0 }: NetworkCost): string {
  switch (way) {
    case "endpoints":
      return "these endpoints";
    case "nat-gateway":
      return "1 NAT gateway in their place";
    case "nat-gateway-per-zone":
      return zones === undefined ? "a NAT gateway in each zone" : `${counted(zones, "NAT gateway")}, one for each zone`;
    case "hub-over-peering":
      return `a hub of ${counted(vpcs, "VPC")} over peering, for each`;
    case "hub-over-transit-gateway":
      return `a hub of ${counted(vpcs, "VPC")} over a transit gateway, for each`;
  }
}

/** The sentences below the table. */
export function sentencesOf(cost: NetworkCost): readonly string[] {
  return [
    ...whyUnknown(cost),
    ...cost.againstNat.flatMap(describeNat),
    ...cost.againstOwn.flatMap(describeHub),
    ...rest(cost),
  ];
}

/** Why something is not known, each reason once. */
function whyUnknown({ ways }: NetworkCost): readonly string[] {
  const reasons = ways.flatMap(({ hours, data }) =>
    [hours, data].flatMap((each) => ("unknown" in each ? each.unknown : [])),
  );
  return [...new Set(reasons)].map((reason) => `Unknown: ${reason}.`);
}

const AGAINST = {
  "nat-gateway": "one NAT gateway",
  "nat-gateway-per-zone": "a NAT gateway in each zone",
} as const satisfies Record<NatBreakEven["against"], string>;

function describeNat({ against, holds, endpoints, gb, imageGb }: NatBreakEven): readonly string[] {
  if (holds === undefined) return [];
  const most = endpoints === undefined ? [] : [`up to ${counted(endpoints, "interface endpoint")} cost no more`];
  const from =
    gb === undefined || imageGb === undefined
      ? ""
      : `from ${gb} GB a month through them, or ${imageGb} GB of image layers, on`;
  const these = gb === 0 ? "these do with any traffic" : holds ? `these do, as ${from}` : `these do ${from}`;
  return [`Against ${AGAINST[against]}: ${[...most, ...(from === "" ? [] : [these])].join("; ")}.`];
}

function describeHub({ over, vpcs, unknown }: HubBreakEven): readonly string[] {
  if (unknown !== undefined) return [];
  const way = over === "peering" ? "peering" : "a transit gateway";
  return vpcs === undefined
    ? [`A hub over ${way} costs no VPC less than endpoints of its own.`]
    : [`A hub over ${way} costs less from ${vpcs} VPCs on.`];
}

function rest({
  gatewaySaves,
  gb,
  unused,
  endpoints,
  others,
  natGateways,
  outside = [],
}: NetworkCost): readonly string[] {
  const idle = endpoints.filter((each) => each.unused === true);
  const foreign = endpoints.filter((each) => each.ofOthers === true);
  return [
    ...(gatewaySaves === undefined || gb.images === 0 ? [] : [describeSaving(gatewaySaves)]),
    ...(others === undefined ? [] : [`There may be more endpoints or NAT gateways, which are not counted: ${others}.`]),
    ...(foreign.length === 0
      ? []
      : [`No NAT gateway leads to the services of others: ${foreign.map(costedName).join(", ")}.`]),
    ...(idle.length === 0
      ? []
      : [`No task is known to call ${idle.map(costedName).join(", ")}: ${shownAmount(unused)} of these endpoints.`]),
    ...(natGateways === undefined
      ? []
      : [
          `The network has ${counted(natGateways.count, "NAT gateway")} besides: ${shownAmount(natGateways.hours)}, and its traffic.`,
        ]),
    ...(outside.length === 0
      ? []
      : [`No endpoint leads to ${outside.join(", ")}: the tasks need another way out in any case.`]),
    "Not counted: traffic between zones, and out to the internet.",
  ];
}

function describeSaving({ overNat, overInterface }: NonNullable<NetworkCost["gatewaySaves"]>): string {
  return `Image layers are free through the gateway endpoint of S3: ${shownAmount(overNat)} through a NAT gateway, ${shownAmount(overInterface)} through an interface endpoint.`;
}

export function costedName({ service, address }: EndpointCost): string {
  return address ?? service;
}

/** A row for each endpoint: its name, zones and hours. */
export function endpointRow(endpoint: EndpointCost, { zones }: NetworkCost): readonly [string, string, string, string] {
  const { type = "unknown", hours } = endpoint;
  const count = type === "Gateway" ? "" : String(endpoint.zones ?? zones ?? "unknown");
  return [costedName(endpoint), type, count, shownAmount(hours)];
}

const CONFIDENCES = {
  "price-list": "AWS's price list",
  published: "published",
  derived: "derived",
} as const satisfies Record<UsedPrice["confidence"], string>;

/** A row for each price: what it is for, how much, since when, and who says so. */
export function priceRow({ price, tiers, date, confidence, source }: UsedPrice): readonly string[] {
  return [PRICE_TEXTS[price], shownPrice(tiers[0].usd), date, CONFIDENCES[confidence], source];
}

/** A price has more than two digits where it needs them. */
function shownPrice(usd: number): string {
  const cents = usd.toFixed(3);
  return Number(cents) === usd ? cents : String(usd);
}

function shownGb(gb: number): string {
  return `${Math.round(gb * 1000) / 1000} GB`;
}

/** One line: what the endpoints cost, and what NAT gateways would in place of those of AWS's services. */
export function summarizeCost(cost: NetworkCost): string {
  const amount = (wanted: CostedWay) =>
    cost.ways.flatMap(({ way, total }) => (way === wanted ? shownAmount(total) : [])).join("");
  const where = cost.region === undefined ? "" : ` in ${cost.region}`;
  const own = `${amount("endpoints")} US dollars a month${where}, without traffic`;
  if (cost.endpoints.every(({ type, ofOthers }) => type === "Gateway" || ofOthers === true)) return own;
  const perZone = cost.zones === 1 ? "" : `, one for each zone ${amount("nat-gateway-per-zone")}`;
  return `${own}; 1 NAT gateway ${amount("nat-gateway")}${perZone}`;
}
