import { describe, expect, it } from "vitest";
import { shownAmount } from "../../../modules/cost/amount";
import { costOf } from "../../../modules/cost/cost-of";
import type { CostOptions } from "../../../modules/cost/cost-options";
import type { EndpointToCost, NetworkToCost } from "../../../modules/cost/network-to-cost";
import type { CostedWay } from "../../../modules/cost/ways";

const PULL = ["s3", "ecr.api", "ecr.dkr"];

function endpointsOf(services: readonly string[]): EndpointToCost[] {
  return services.map((service) => ({ service, type: service === "s3" ? "Gateway" : "Interface" }));
}

function networkOf(region: string, ...services: readonly string[]): NetworkToCost {
  return { name: "orders", region, endpoints: endpointsOf(services) };
}

/** Worked out by hand on 2026-11-28: endpoints × zones × 730 × rate + GB, gateways × 730 × (rate + 0.005) + GB. */
const EXAMPLES: readonly {
  readonly what: string;
  readonly network: NetworkToCost;
  readonly options: CostOptions;
  readonly totals: { readonly [Way in CostedWay]?: string };
}[] = [
  {
    what: "Virginia, 4 endpoints in 2 zones: 4 × 2 × 7.30 against 36.50 and 73.00",
    network: networkOf("us-east-1", ...PULL, "logs", "secretsmanager"),
    options: { zones: 2 },
    totals: { endpoints: "58.40", "nat-gateway": "36.50", "nat-gateway-per-zone": "73.00" },
  },
  {
    what: "the same with 500 GB of layers, which pay through NAT only: 500 × 0.045 = 22.50",
    network: networkOf("us-east-1", ...PULL, "logs", "secretsmanager"),
    options: { zones: 2, gb: { images: 500 } },
    totals: { endpoints: "58.40", "nat-gateway": "59.00", "nat-gateway-per-zone": "95.50" },
  },
  {
    what: "Tokyo, 5 endpoints in 1 zone: 5 × 10.22 against 730 × 0.067",
    network: networkOf("ap-northeast-1", ...PULL, "logs", "secretsmanager", "ssm"),
    options: { zones: 1 },
    totals: { endpoints: "51.10", "nat-gateway": "48.91" },
  },
  {
    what: "Tokyo, 3 endpoints in 2 zones, 100 GB of logs: 61.32 + 1.00 against 48.91 + 6.20",
    network: networkOf("ap-northeast-1", ...PULL, "logs"),
    options: { zones: 2, gb: { logs: 100 } },
    totals: { endpoints: "62.32", "nat-gateway": "55.11", "nat-gateway-per-zone": "104.02" },
  },
  {
    what: "Tokyo, 6 endpoints in 2 zones: 12 × 10.22",
    network: networkOf("ap-northeast-1", ...PULL, "logs", "secretsmanager", "ssm", "ssmmessages"),
    options: { zones: 2 },
    totals: { endpoints: "122.64", "nat-gateway-per-zone": "97.82" },
  },
  {
    what: "Ireland, 3 endpoints in 3 zones: 9 × 8.03 against 730 × 0.053",
    network: networkOf("eu-west-1", ...PULL, "logs"),
    options: { zones: 3 },
    totals: { endpoints: "72.27", "nat-gateway": "38.69", "nat-gateway-per-zone": "116.07" },
  },
  {
    what: "Oregon, 300 starts of an image of 0.5 GB: 150 GB, 6.75 through NAT",
    network: networkOf("us-west-2", ...PULL),
    options: { zones: 1, imagePulls: [{ gb: 0.5, starts: 300 }] },
    totals: { endpoints: "14.60", "nat-gateway": "43.25" },
  },
  {
    what: "Singapore, 2 endpoints in 2 zones with 50 GB of other calls: 37.96 + 0.50 against 46.72 + 2.95",
    network: networkOf("ap-southeast-1", "sqs", "logs"),
    options: { zones: 2, gb: { other: 50 } },
    totals: { endpoints: "38.46", "nat-gateway": "49.67", "nat-gateway-per-zone": "96.39" },
  },
  {
    what: "Virginia, S3 through an interface endpoint, which layers pay: 21.90 + 10.00",
    network: {
      name: "orders",
      region: "us-east-1",
      endpoints: [...endpointsOf(["ecr.api", "ecr.dkr"]), { service: "s3", type: "Interface" }],
    },
    options: { zones: 1, gb: { images: 1000 } },
    totals: { endpoints: "31.90", "nat-gateway": "81.50" },
  },
  {
    what: "Virginia, a hub of 5 VPCs: (58.40 + 4 × 0.50) / 5, and with 6 attachments (58.40 + 2.00 + 219.00) / 5",
    network: networkOf("us-east-1", ...PULL, "logs", "secretsmanager"),
    options: { zones: 2, vpcs: 5 },
    totals: { "hub-over-peering": "12.08", "hub-over-transit-gateway": "55.88" },
  },
  {
    what: "Tokyo, a hub of 10 VPCs with 30 GB of logs each: (61.32 + 1.50 + 11 × 51.10) / 10 + 30 × 0.03",
    network: networkOf("ap-northeast-1", ...PULL, "logs"),
    options: { zones: 2, vpcs: 10, gb: { logs: 30 } },
    totals: { endpoints: "61.62", "hub-over-peering": "6.58", "hub-over-transit-gateway": "63.39" },
  },
  {
    what: "Virginia, 2 PB through endpoints: 1,048,576 × 0.01 + 1,048,576 × 0.006",
    network: networkOf("us-east-1", "sqs"),
    options: { zones: 1, gb: { other: 2_097_152 } },
    totals: { endpoints: "16784.52", "nat-gateway": "94408.34" },
  },
];

describe("what endpoints cost in a month", () => {
  it.each(EXAMPLES)("$what", ({ network, options, totals }) => {
    const { ways } = costOf(network, options);
    const found = ways
      .filter(({ way }) => totals[way] !== undefined)
      .map((each) => [each.way, shownAmount(each.total)]);
    expect(Object.fromEntries(found)).toEqual(totals);
  });

  it("is the same for the same input, to the byte", () => {
    for (const { network, options } of EXAMPLES) {
      expect(JSON.stringify(costOf(network, options))).toBe(JSON.stringify(costOf(network, options)));
    }
  });

  it("counts the zones that an endpoint has, and those of the options for one of which nothing tells", () => {
    const endpoints: EndpointToCost[] = [
      { service: "sqs", type: "Interface", zones: 3 },
      { service: "logs", type: "Interface" },
    ];
    const cost = costOf({ name: "vpc", region: "us-east-1", endpoints }, { zones: 1 });
    expect(cost.endpoints.map(({ hours }) => shownAmount(hours))).toEqual(["21.90", "21.90"]);
    expect(cost.zones).toBe(3);
  });

  it("tells what the endpoints cost that nobody calls, and the NAT gateways besides", () => {
    const endpoints: EndpointToCost[] = [
      { service: "sqs", type: "Interface", zones: 2, unused: true },
      { service: "dynamodb", type: "Gateway", unused: true },
      { service: "logs", type: "Interface", zones: 2 },
    ];
    const cost = costOf({ name: "vpc", region: "ap-northeast-1", endpoints, natGateways: 2 });
    expect(cost.unused).toEqual({ usd: 20.44 });
    expect(cost.natGateways).toEqual({ count: 2, hours: { usd: 97.82 } });
  });

  it("tells what the gateway endpoint of S3 saves", () => {
    const network = networkOf("us-east-1", ...PULL);
    expect(costOf(network, { zones: 1, gb: { images: 100 } }).gatewaySaves).toEqual({
      overNat: { usd: 4.5 },
      overInterface: { usd: 1 },
    });
    expect(costOf(networkOf("us-east-1", "sqs"), { zones: 1 }).gatewaySaves).toBeUndefined();
  });
});

describe("what is not known of costs", () => {
  const total = (network: NetworkToCost, options: CostOptions, way: CostedWay = "endpoints") =>
    costOf(network, options).ways.find((each) => each.way === way)?.total;
  const logs = networkOf("us-east-1", "logs");
  const { region: _region, ...nowhere } = logs;

  it.each([
    [
      "a Region without prices",
      networkOf("eu-north-1", "logs"),
      { zones: 2 },
      "there is no price for eu-north-1: interface endpoint, hour and zone",
    ],
    [
      "a Region that is none",
      networkOf("constructor", "logs"),
      { zones: 2 },
      "there is no price for constructor: interface endpoint, hour and zone",
    ],
    [
      "a Region of China",
      networkOf("cn-north-1", "logs"),
      { zones: 2 },
      "there is no price for cn-north-1: interface endpoint, hour and zone",
    ],
    ["no Region", nowhere, { zones: 2 }, "the Region is not known; say it by --region, or by region in a program"],
    [
      "a Region that Terraform fills in",
      networkOf("${var.region}", "logs"),
      { zones: 2 },
      "the Region is known only when Terraform runs",
    ],
    ["no zones", logs, {}, "in how many zones logs is, is not known"],
    ["half a zone", logs, { zones: 0.5 }, "zones is 0.5, and has to be a whole number from 1"],
    ["less than no traffic", logs, { zones: 1, gb: { logs: -1 } }, "gb.logs is -1, and has to be a number from 0"],
    [
      "pulls without a number",
      logs,
      { zones: 1, imagePulls: [{ gb: 1, starts: Number.NaN }] },
      "imagePulls[0].starts is NaN, and has to be a number from 0",
    ],
    [
      "layers without an endpoint of S3",
      logs,
      { zones: 1, gb: { images: 1 } },
      "no endpoint of S3 is among them, and image layers of ECR come from there",
    ],
    [
      "calls without an interface endpoint",
      networkOf("us-east-1", "s3"),
      { zones: 1, gb: { logs: 1 } },
      "there is no interface endpoint",
    ],
  ])("%s makes it unknown, with the reason", (_what, network, options, unknown) => {
    expect(total(network, options)).toEqual({ unknown });
  });

  it("has no price of a NAT gateway for Frankfurt and Seoul, and none of an endpoint for São Paulo, for which there is no source", () => {
    for (const region of ["eu-central-1", "ap-northeast-2"]) {
      expect(total(networkOf(region, "logs"), { zones: 1 })).toHaveProperty("usd");
      expect(total(networkOf(region, "logs"), { zones: 1 }, "nat-gateway")).toHaveProperty("unknown");
    }
    expect(total(networkOf("sa-east-1", "logs"), { zones: 1 })).toHaveProperty("unknown");
    expect(total(networkOf("sa-east-1", "logs"), { zones: 1 }, "nat-gateway")).toEqual({ usd: 71.54 });
  });

  it("does not know the price of an endpoint of another type, or of one whose type is not known", () => {
    const of = (endpoint: EndpointToCost) =>
      costOf({ ...logs, endpoints: [endpoint] }, { zones: 1 }).endpoints[0]?.hours;
    expect(of({ service: "inspection", type: "other" })).toEqual({
      unknown: "inspection is neither a gateway nor an interface endpoint",
    });
    expect(of({ service: "sqs", address: "aws_vpc_endpoint.sqs" })).toEqual({
      unknown: "of which type aws_vpc_endpoint.sqs is, is not known",
    });
  });

  it("takes the prices that somebody brings before its own", () => {
    const prices = {
      "us-east-1": {
        endpointHour: { tiers: [{ from: 0, usd: 0.02 }], source: "ours", date: "2026-11-28", confidence: "published" },
      },
    } as const;
    const cost = costOf(logs, { zones: 1, prices });
    expect(cost.ways[0]?.total).toEqual({ usd: 14.6 });
    expect(cost.prices.find(({ price }) => price === "endpointHour")?.source).toBe("ours");
  });
});

describe("what five walkthroughs compare", () => {
  it("an interface endpoint of Tokyo costs 0.014 an hour and a NAT gateway 0.062, not 0.62: less than a quarter", () => {
    const { prices } = costOf(networkOf("ap-northeast-1", "logs"), { zones: 1 });
    const usd = (name: string) => prices.find(({ price }) => price === name)?.tiers[0].usd;
    expect([usd("endpointHour"), usd("natGatewayHour"), usd("natGatewayGb")]).toEqual([0.014, 0.062, 0.062]);
  });

  it("a gateway endpoint is free, and saves a NAT gateway where S3 is all that is called", () => {
    const cost = costOf(networkOf("ap-northeast-1", "s3"), { zones: 1, gb: { images: 1000 } });
    expect(cost.ways[0]?.total).toEqual({ usd: 0 });
    expect(cost.gatewaySaves?.overNat).toEqual({ usd: 62 });
  });

  it("an endpoint for each service that is called costs more than a NAT gateway from the fifth on in Tokyo", () => {
    const services = ["ecr.api", "ecr.dkr", "logs", "ssm", "secretsmanager"];
    const most = (count: number) => {
      const { ways } = costOf(networkOf("ap-northeast-1", ...services.slice(0, count)), { zones: 1 });
      return ways.map(({ total: amount }) => shownAmount(amount));
    };
    expect(most(4)).toEqual(["40.88", "48.91"]);
    expect(most(5)).toEqual(["51.10", "48.91"]);
  });
});
