/** The answer of `aws pricing get-products` to some products, each a text as the API writes it. */
export function getProducts(...products: readonly object[]) {
  return { FormatVersion: "aws_v1", PriceList: products.map((each) => JSON.stringify(each)) };
}

/** A product of AWS's price list, with one price or several by where their tiers begin. */
export function product(
  usagetype: string,
  price: string | Readonly<Record<string, string>>,
  regionCode = "eu-north-1",
  operation = "",
  currency = "USD",
): object {
  const tiers = Object.entries(typeof price === "string" ? { "0": price } : price);
  const dimensions = tiers.map(([beginRange, amount], index) => [
    `SKU.JRTCKXETXF.${index}`,
    { unit: "Hrs", beginRange, endRange: "Inf", pricePerUnit: { [currency]: amount }, appliesTo: [] },
  ]);
  return {
    product: {
      productFamily: "VpcEndpoint",
      attributes: { usagetype, regionCode, ...(operation === "" ? {} : { operation }) },
      sku: "SKU",
    },
    serviceCode: "AmazonVPC",
    terms: { OnDemand: { "SKU.JRTCKXETXF": { priceDimensions: Object.fromEntries(dimensions), sku: "SKU" } } },
    version: "20261120000000",
    publicationDate: "2026-11-20T00:00:00Z",
  };
}
