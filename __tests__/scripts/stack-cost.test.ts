import { describe, expect, it } from "vitest";
import type { NetworkToCost } from "../../modules/cost/network-to-cost";
import { stackCost } from "../../scripts/stack-cost";

const tokyo = { region: "ap-northeast-1" };
const networks: readonly NetworkToCost[] = [
  { ...tokyo, name: "shop/aws_vpc.hub", endpoints: [{ service: "logs", type: "Interface", zones: 2 }] },
  { ...tokyo, name: "shop/aws_vpc.spoke", endpoints: [{ service: "s3", type: "Gateway" }] },
  {
    ...tokyo,
    name: "shop-2/aws_vpc.a",
    endpoints: [{ service: "partner", type: "Interface", zones: 1, ofOthers: true }],
  },
  { ...tokyo, name: "nat/aws_vpc.a", zones: 1, endpoints: [], natGateways: 1 },
];

describe("stackCost", () => {
  it("is a line for each network of the stack that costs something", () => {
    expect(stackCost("shop", networks)).toEqual([
      "  its endpoints cost 20.44 US dollars a month in ap-northeast-1, without traffic; 1 NAT gateway 48.91, one for each zone 97.82",
    ]);
  });

  it("compares no NAT gateway with endpoints for services of others", () => {
    expect(stackCost("shop-2", networks)).toEqual([
      "  its endpoints cost 10.22 US dollars a month in ap-northeast-1, without traffic",
    ]);
  });

  it("is nothing for a stack without a network", () => {
    expect(stackCost("roles", networks)).toEqual([]);
  });
});
