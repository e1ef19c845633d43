/** What AWS charges for, in words. */
export const PRICE_TEXTS = {
  endpointHour: "interface endpoint, hour and zone",
  endpointGb: "interface endpoint, GB",
  natGatewayHour: "NAT gateway, hour",
  natGatewayGb: "NAT gateway, GB",
  publicAddressHour: "public IPv4 address, hour",
  attachmentHour: "transit gateway, hour and attachment",
  transitGatewayGb: "transit gateway, GB",
  hostedZoneMonth: "hosted zone, month",
} as const;

/** Something that AWS charges for, by the unit in its name. */
export type PriceName = keyof typeof PRICE_TEXTS;

/** All that AWS charges for, in the order in which it is shown. */
export const PRICE_NAMES: readonly PriceName[] = [
  "endpointHour",
  "endpointGb",
  "natGatewayHour",
  "natGatewayGb",
  "publicAddressHour",
  "attachmentHour",
  "transitGatewayGb",
  "hostedZoneMonth",
];

/**
 * How sure a price is: AWS's own price list says it, somebody has published it, or it follows from bills. A price that is only
 * believed is none.
 */
export type PriceConfidence = "price-list" | "published" | "derived";

/** The price of the units from so many on in a month. */
export interface PriceTier {
  readonly from: number;
  /** US dollars for each unit. */
  readonly usd: number;
}

/** A price, and where it is from. */
export interface Price {
  /** The price of the first unit, then those of further ones where they cost something else. */
  readonly tiers: readonly [PriceTier, ...PriceTier[]];
  /** Who says so. */
  readonly source: string;
  /** The day of the source, or the day on which it was read where it has none. */
  readonly date: string;
  readonly confidence: PriceConfidence;
}

/** Prices of one Region. What is absent is not known. */
export type RegionPrices = { readonly [Name in PriceName]?: Price };

/** Prices by the names of Regions. */
export type PriceTable = Readonly<Record<string, RegionPrices>>;

/** What some units cost in US dollars, each at the price of its tier. */
export function priceOfUnits({ tiers }: Price, units: number): number {
  return tiers.reduce((sum, { from, usd }, index) => {
    const to = Math.min(units, tiers[index + 1]?.from ?? units);
    return sum + Math.max(0, to - from) * usd;
  }, 0);
}
