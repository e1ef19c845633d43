import { ConfigurationError } from "../issues/configuration-error";
import { type Issue, issue } from "../issues/issue";
import { PRICE_TEXTS, type PriceTable, type RegionPrices } from "./price";
import { type PricedProduct, productsOf } from "./price-list-product";

const ASK =
  "write aws pricing get-products --region us-east-1 --service-code AmazonVPC --filters Type=TERM_MATCH,Field=regionCode,Value=REGION > prices.json";

/**
 * Prices as AWS's Price List API prints them: the answer of `GetProducts`, or its `PriceList` alone, filtered or not. Endpoints
 * are products of `AmazonVPC`, NAT gateways of `AmazonEC2`.
 *
 * @param json the answer, parsed
 * @param name what messages call it
 * @example EndpointPlan.forTasks([task]).cost({ region: "eu-north-1", zones: 3, prices: readPriceList(JSON.parse(readFileSync("prices.json", "utf8"))) })
 * @throws {ConfigurationError} for what is no such answer, has no price that is needed, or two for one thing
 */
export function readPriceList(json: unknown, name = "the price list"): PriceTable {
  const issues = [...checkPriceList(json)];
  if (issues.length > 0) throw new ConfigurationError(name, issues);
  return tableOf(productsOf(json) ?? []);
}

/** Why JSON is no list of prices that can be used. */
export function* checkPriceList(json: unknown): Generator<Issue> {
  const products = productsOf(json);
  if (products === undefined) {
    yield malformed("this has no PriceList, as the answer of aws pricing get-products has", ASK);
    return;
  }
  if (products.length === 0) {
    yield malformed(
      "none of its products is an interface endpoint, a NAT gateway, a public address or a transit gateway",
      ASK,
    );
  }
  const seen = new Map<string, PricedProduct>();
  for (const product of products) {
    const key = `${product.region} ${product.name}`;
    const other = seen.get(key);
    if (other !== undefined && !samePrice(other, product)) {
      yield malformed(
        `it has two prices for ${product.region}: ${PRICE_TEXTS[product.name]}`,
        "filter the list so that one of them is left",
      );
    }
    seen.set(key, product);
  }
}

/** The prices of several lists; those of a later one count. */
export function joinedPrices(tables: readonly PriceTable[]): PriceTable {
  const joined = new Map<string, RegionPrices>();
  for (const table of tables) {
    for (const [region, prices] of Object.entries(table)) joined.set(region, { ...joined.get(region), ...prices });
  }
  return Object.fromEntries(joined);
}

function tableOf(products: readonly PricedProduct[]): PriceTable {
  return joinedPrices(products.map(({ region, name, price }) => ({ [region]: { [name]: price } })));
}

function samePrice(one: PricedProduct, other: PricedProduct): boolean {
  return JSON.stringify(one.price.tiers) === JSON.stringify(other.price.tiers);
}

function malformed(problem: string, fix: string): Issue {
  return issue("price-list-malformed", { problem, fix });
}
