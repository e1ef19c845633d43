import { describe, expect, it } from "vitest";
import { costOf } from "../../../modules/cost/cost-of";
import { joinedPrices, readPriceList } from "../../../modules/cost/read-price-list";
import { getProducts, product } from "./price-list";

describe("readPriceList", () => {
  it("takes prices of the answer of GetProducts, in which each product is a text", () => {
    const prices = readPriceList(
      getProducts(product("EUN1-VpcEndpoint-Hours", "0.0110000000"), product("EUN1-NatGateway-Hours", "0.0460000000")),
    );
    expect(prices["eu-north-1"]?.endpointHour).toEqual({
      tiers: [{ from: 0, usd: 0.011 }],
      source: "the price list that was given",
      date: "2026-11-20",
      confidence: "price-list",
    });
    expect(prices["eu-north-1"]?.natGatewayHour?.tiers[0].usd).toBe(0.046);
  });

  it("takes the list alone as well, and products that are no text any more", () => {
    const [text = ""] = getProducts(product("VpcEndpoint-Hours", "0.01", "us-east-1")).PriceList;
    expect(readPriceList([JSON.parse(text)])["us-east-1"]?.endpointHour?.tiers).toEqual([{ from: 0, usd: 0.01 }]);
  });

  it("keeps tiers, in order", () => {
    const bytes = product("EUN1-VpcEndpoint-Bytes", { "5242880": "0.004", "0": "0.01", "1048576": "0.006" });
    const prices = readPriceList(getProducts(bytes));
    expect(prices["eu-north-1"]?.endpointGb?.tiers).toEqual([
      { from: 0, usd: 0.01 },
      { from: 1048576, usd: 0.006 },
      { from: 5242880, usd: 0.004 },
    ]);
  });

  it("makes a Region known of which the package has no prices", () => {
    const prices = readPriceList(getProducts(product("EUN1-VpcEndpoint-Hours", "0.011")));
    const endpoints = [{ service: "logs", type: "Interface" }] as const;
    const { ways } = costOf({ name: "orders", region: "eu-north-1", endpoints }, { zones: 2, prices });
    expect(ways[0]?.total).toEqual({ usd: 16.06 });
    expect(ways[1]?.total).toEqual({ unknown: "there is no price for eu-north-1: NAT gateway, hour" });
  });

  it("leaves out products that only look alike", () => {
    const others = [
      product("EUN1-RegionalNatGateway-Hours", "0.9"),
      product("EUN1-VpcEndpoint-GWLBE-Hours", "0.9"),
      product("EUN1-VpcEndpoint-Service-Hours", "0.9"),
      product("EUN1-TransitGateway-Hours", "0.9", "eu-north-1", "TransitGatewayVPN"),
    ];
    const prices = readPriceList(getProducts(...others, product("EUN1-NatGateway-Bytes", "0.046")));
    expect(Object.keys(prices["eu-north-1"] ?? {})).toEqual(["natGatewayGb"]);
  });

  it.each([
    ["no object", 7, "this has no PriceList"],
    ["another answer", { Services: [] }, "this has no PriceList"],
    ["products of something else", getProducts(product("BoxUsage:m5.large", "0.1")), "none of its products is"],
    [
      "prices in yuan only",
      getProducts(product("CNN1-VpcEndpoint-Hours", "0.1", "cn-north-1", "", "CNY")),
      "none of its products is",
    ],
    [
      "two prices for one thing",
      getProducts(product("EUN1-NatGateway-Hours", "0.046"), product("EUN1-NatGateway-Hours", "0.05")),
      "it has two prices for eu-north-1: NAT gateway, hour",
    ],
    ["texts that are no JSON", { PriceList: ["{", null, 7] }, "none of its products is"],
  ])("refuses %s", (_what, json, problem) => {
    expect(() => readPriceList(json, "prices.json")).toThrowError(problem);
    expect(() => readPriceList(json)).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ code: "price-list-malformed" })] }),
    );
  });

  it("joins lists of several services, of which a later one counts", () => {
    const vpc = readPriceList(getProducts(product("EUN1-VpcEndpoint-Hours", "0.011")));
    const nat = readPriceList(getProducts(product("EUN1-NatGateway-Hours", "0.046")));
    const newer = readPriceList(getProducts(product("EUN1-NatGateway-Hours", "0.05")));
    const joined = joinedPrices([vpc, nat, newer])["eu-north-1"];
    expect([joined?.endpointHour?.tiers[0].usd, joined?.natGatewayHour?.tiers[0].usd]).toEqual([0.011, 0.05]);
  });
});
