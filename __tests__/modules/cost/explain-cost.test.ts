import { describe, expect, it } from "vitest";
import { costAsJson } from "../../../modules/cost/cost-as-json";
import { costAsMarkdown } from "../../../modules/cost/cost-as-markdown";
import { costOf } from "../../../modules/cost/cost-of";
import { summarizeCost } from "../../../modules/cost/cost-words";
import { explainCost } from "../../../modules/cost/explain-cost";
import type { EndpointToCost, NetworkToCost } from "../../../modules/cost/network-to-cost";

const endpoints: readonly EndpointToCost[] = [
  { service: "s3", type: "Gateway" },
  { service: "ecr.api", type: "Interface" },
  { service: "ecr.dkr", type: "Interface" },
  { service: "logs", type: "Interface" },
];
const network: NetworkToCost = { name: "orders", region: "ap-northeast-1", endpoints };

describe("costs as text", () => {
  it("has the ways in a table, then from where on which costs less", () => {
    expect(explainCost(costOf(network, { zones: 2, gb: { images: 20, logs: 5 } }), { brief: true })).toBe(
      `orders: 1 gateway endpoint, 3 interface endpoints in 2 zones of ap-northeast-1
US dollars for a month of 730 hours, with 20 GB of image layers, 5 GB of logs

                                     hours  traffic  total
  these endpoints                    61.32     0.05  61.37
  1 NAT gateway in their place       48.91     1.55  50.46
  2 NAT gateways, one for each zone  97.82     1.55  99.37

  Against one NAT gateway: up to 2 interface endpoints cost no more; these do from 239 GB a month
  through them, or 201 GB of image layers, on.
  Against a NAT gateway in each zone: up to 4 interface endpoints cost no more; these do with any
  traffic.
  A hub over peering costs less from 2 VPCs on.
  A hub over a transit gateway costs less from 12 VPCs on.
  Image layers are free through the gateway endpoint of S3: 1.24 through a NAT gateway, 0.20 through
  an interface endpoint.
  Not counted: traffic between zones, and out to the internet.`,
    );
  });

  it("says that the traffic is enough for endpoints to cost no more", () => {
    const text = explainCost(costOf(network, { zones: 2, gb: { images: 300 } }), { brief: true, width: 200 });
    expect(text).toContain("these do, as from 239 GB a month through them, or 201 GB of image layers, on.");
  });

  it("has each endpoint, and each price with its day and its source, unless it is brief", () => {
    const cost = costOf(network, { zones: 2 });
    const text = explainCost(cost);
    expect(text).toContain("  logs      Interface      2  20.44\n");
    expect(text).toContain(
      "  NAT gateway, hour                     0.062  2026-09-25  AWS's price list  AWS Price List API\n",
    );
    for (const { source } of cost.prices) expect(text).toContain(source);
    expect(explainCost(cost, { brief: true })).not.toContain("Price List API");
  });

  it("says why something is unknown, once", () => {
    const text = explainCost(costOf({ ...network, region: "eu-north-1" }, { zones: 2 }), { brief: true });
    expect(text).toContain("these endpoints                    unknown     0.00  unknown");
    expect(text.match(/there is no price for eu-north-1: interface endpoint/g)).toHaveLength(1);
    expect(text).not.toContain("cost no more");
  });

  it("names what nobody calls, what is besides, and where no endpoint leads", () => {
    const [, ...interfaces] = endpoints;
    const idle = interfaces.map((each) => ({
      ...each,
      address: `aws_vpc_endpoint.${each.service}`,
      unused: each.service === "logs",
    }));
    const text = explainCost(
      costOf({ ...network, endpoints: idle, natGateways: 1, outside: ["registry.example.com"] }, { zones: 1 }),
      { brief: true, width: 200 },
    );
    expect(text).toContain("No task is known to call aws_vpc_endpoint.logs: 10.22 of these endpoints.");
    expect(text).toContain("The network has 1 NAT gateway besides: 48.91, and its traffic.");
    expect(text).toContain("No endpoint leads to registry.example.com: the tasks need another way out in any case.");
  });

  it("says that endpoints are of another kind, or where nobody knows", () => {
    const { region: _region, ...nowhere } = network;
    const text = explainCost(costOf({ ...nowhere, endpoints: [{ service: "inspection", type: "other" }] }), {
      brief: true,
    });
    expect(text).toContain(
      "0 gateway endpoints, 0 interface endpoints, 1 other endpoint in zones that are not known of a Region that is not known",
    );
  });

  it("names the hub that several share", () => {
    const text = explainCost(costOf(network, { zones: 2, vpcs: 5 }), { brief: true });
    expect(text).toContain("a hub of 5 VPCs over peering, for each");
    expect(text).toContain("a hub of 5 VPCs over a transit gateway, for each");
  });
});

describe("costs in a line", () => {
  it("has the endpoints, and NAT gateways in their place", () => {
    expect(summarizeCost(costOf(network, { zones: 2 }))).toBe(
      "61.32 US dollars a month in ap-northeast-1, without traffic; 1 NAT gateway 48.91, one for each zone 97.82",
    );
    expect(summarizeCost(costOf(network, { zones: 1 }))).toBe(
      "30.66 US dollars a month in ap-northeast-1, without traffic; 1 NAT gateway 48.91",
    );
  });
});

describe("costs as Markdown", () => {
  it("have the same numbers as the text", () => {
    const cost = costOf(network, { zones: 2, gb: { logs: 5 } });
    const markdown = costAsMarkdown(cost);
    expect(markdown).toContain("| these endpoints | 61.32 | 0.05 | 61.37 |");
    expect(markdown).toContain("| `logs` | Interface | 2 | 20.44 |");
    expect(markdown).toContain("- A hub over peering costs less from 2 VPCs on.");
    expect(costAsMarkdown(cost, { brief: true })).not.toContain("| `logs` |");
  });
});

describe("costs as JSON", () => {
  it("have a version, and are the same to the byte for the same input", () => {
    const text = () => JSON.stringify(costAsJson([costOf(network, { zones: 2 })]));
    expect(JSON.parse(text())).toMatchObject({ version: 1, currency: "USD", hoursOfMonth: 730 });
    expect(text()).toBe(text());
  });
});
