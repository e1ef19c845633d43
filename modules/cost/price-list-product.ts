import { isObject } from "../values/is-object";
import { ownMember } from "../values/own-member";
import type { Price, PriceName, PriceTier } from "./price";

/** A product of AWS's price list that has a price here. */
export interface PricedProduct {
  readonly region: string;
  readonly name: PriceName;
  readonly price: Price;
}

/**
 * Types of usage without the prefix of the Region. They are compared whole: `RegionalNatGateway-Hours` and
 * `VpcEndpoint-GWLBE-Hours` are other products.
 */
const USAGE_TYPES: ReadonlyMap<string, PriceName> = new Map([
  ["VpcEndpoint-Hours", "endpointHour"],
  ["VpcEndpoint-Bytes", "endpointGb"],
  ["NatGateway-Hours", "natGatewayHour"],
  ["NatGateway-Bytes", "natGatewayGb"],
  ["PublicIPv4:InUseAddress", "publicAddressHour"],
  ["TransitGateway-Hours", "attachmentHour"],
  ["TransitGateway-Bytes", "transitGatewayGb"],
]);

/** Attachments of other things than VPCs have the same type of usage, and other prices. */
const OPERATIONS: { readonly [Name in PriceName]?: string } = {
  attachmentHour: "TransitGatewayVPC",
  transitGatewayGb: "TransitGatewayVPC",
};

/**
 * The products that are needed here. `undefined` where the JSON is no list of products.
 *
 * Source: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html
 */
export function productsOf(json: unknown): readonly PricedProduct[] | undefined {
  const list = Array.isArray(json) ? json : member(json, "PriceList");
  return Array.isArray(list) ? list.map(parsed).flatMap(productOf) : undefined;
}

/** The API writes each product as a text of JSON. */
function parsed(product: unknown): unknown {
  if (typeof product !== "string") return product;
  try {
    return JSON.parse(product);
  } catch {
    return undefined;
  }
}

function productOf(json: unknown): readonly PricedProduct[] {
  const attributes = member(member(json, "product"), "attributes");
  const region = member(attributes, "regionCode");
  const usage = member(attributes, "usagetype");
  if (typeof region !== "string" || typeof usage !== "string") return [];
  const name = USAGE_TYPES.get(usage.replace(/^[A-Z]+\d*-/, ""));
  if (name === undefined) return [];
  const operation = member(attributes, "operation");
  if (OPERATIONS[name] !== undefined && operation !== undefined && operation !== OPERATIONS[name]) return [];
  const [first, ...others] = tiersOf(json);
  if (first === undefined) return [];
  return [{ region, name, price: { tiers: [first, ...others], ...originOf(json) } }];
}

function originOf(json: unknown): Omit<Price, "tiers"> {
  const published = member(json, "publicationDate");
  const date = typeof published === "string" ? published.slice(0, 10) : "not said";
  return { source: "the price list that was given", date, confidence: "price-list" };
}

/** On demand there is one offer, with a price for each tier. */
function tiersOf(json: unknown): readonly PriceTier[] {
  const [offer] = members(member(member(json, "terms"), "OnDemand"));
  return members(member(offer, "priceDimensions"))
    .flatMap((dimension) => {
      const usd = numberIn(member(member(dimension, "pricePerUnit"), "USD"));
      return usd === undefined ? [] : [{ from: numberIn(member(dimension, "beginRange")) ?? 0, usd }];
    })
    .sort((one, other) => one.from - other.from);
}

function numberIn(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number : undefined;
}

function members(value: unknown): readonly unknown[] {
  return isObject(value) ? Object.values(value) : [];
}

function member(value: unknown, name: string): unknown {
  return isObject(value) ? ownMember(value, name) : undefined;
}
