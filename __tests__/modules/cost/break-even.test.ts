import { describe, expect, it } from "vitest";
import { costOf } from "../../../modules/cost/cost-of";
import type { CostOptions } from "../../../modules/cost/cost-options";

const PULL = ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager"];

function cost(region: string, options: CostOptions, services = PULL) {
  const endpoints = services.map((service) => ({
    service,
    type: service === "s3" ? ("Gateway" as const) : ("Interface" as const),
  }));
  return costOf({ name: "orders", region, endpoints }, options);
}

describe("from where on endpoints cost no more than NAT gateways", () => {
  it("is a number of endpoints, and of GB of each kind", () => {
    // (36.50 / 14.60), (58.40 - 36.50) / 0.035, (58.40 - 36.50) / 0.045
    expect(cost("us-east-1", { zones: 2 }).againstNat[0]).toEqual({
      against: "nat-gateway",
      holds: false,
      endpoints: 2,
      gb: 626,
      imageGb: 487,
    });
  });

  it("counts endpoints that cost the same as a NAT gateway, and needs no traffic then", () => {
    // 0.05 / 0.01 are five endpoints in each zone.
    expect(cost("us-east-1", { zones: 2 }).againstNat[1]).toEqual({
      against: "nat-gateway-per-zone",
      holds: true,
      endpoints: 5,
      gb: 0,
      imageGb: 0,
    });
  });

  it("is where both cost the same: 626 GB and no less", () => {
    const totals = (gb: number) =>
      cost("us-east-1", { zones: 2, gb: { other: gb } }).ways.map(({ total }) => ("usd" in total ? total.usd : 0));
    const [endpoints = 0, nat = 0] = totals(626);
    const [before = 0, natBefore = 0] = totals(625);
    expect(endpoints).toBeLessThanOrEqual(nat);
    expect(before).toBeGreaterThan(natBefore);
  });

  it("holds with the traffic that was said from there on", () => {
    const holds = (images: number) => cost("us-east-1", { zones: 2, gb: { images } }).againstNat[0]?.holds;
    expect([holds(486), holds(487)]).toEqual([false, true]);
  });

  it("takes the traffic that was said into the number of endpoints", () => {
    expect(cost("us-east-1", { zones: 2, gb: { images: 1000 } }).againstNat[0]?.endpoints).toBe(5);
  });

  it("is not known where a price is missing, with the reason", () => {
    expect(cost("eu-central-1", { zones: 2 }).againstNat[0]).toEqual({
      against: "nat-gateway",
      unknown: "there is no price for eu-central-1: NAT gateway, hour",
    });
  });

  it("is not told of a network without endpoints, where nothing takes the place of a NAT gateway", () => {
    const [against] = cost("us-east-1", { zones: 1 }, []).againstNat;
    expect(against).toEqual({ against: "nat-gateway", unknown: "there are no endpoints" });
  });

  it("is told once in a single zone", () => {
    expect(cost("us-east-1", { zones: 1 }).againstNat).toHaveLength(1);
  });
});

describe("from how many VPCs on a hub costs less", () => {
  const share = (vpcs: number, way: string) => {
    const { ways } = cost("us-east-1", { zones: 2, vpcs });
    const of = (name: string) => ways.find((each) => each.way === name)?.total;
    const [hub, own] = [of(way), of("endpoints")];
    return hub !== undefined && own !== undefined && "usd" in hub && "usd" in own ? hub.usd < own.usd : undefined;
  };

  it("is where its share first costs less than endpoints of a VPC's own", () => {
    const { againstOwn } = cost("us-east-1", { zones: 2 });
    expect(againstOwn).toEqual([
      { over: "peering", vpcs: 2 },
      { over: "transit-gateway", vpcs: 5 },
    ]);
    expect([share(1, "hub-over-peering"), share(2, "hub-over-peering")]).toEqual([false, true]);
    expect([share(4, "hub-over-transit-gateway"), share(5, "hub-over-transit-gateway")]).toEqual([false, true]);
  });

  it("is never, where an attachment costs more than the endpoints", () => {
    expect(cost("ap-northeast-1", { zones: 1 }).againstOwn[1]).toEqual({ over: "transit-gateway" });
    expect(cost("us-east-1", { zones: 1 }, ["s3"]).againstOwn[0]).toEqual({ over: "peering" });
  });

  it("is not known where there is no price of a transit gateway", () => {
    expect(cost("eu-west-1", { zones: 2 }).againstOwn[1]?.unknown).toBe(
      "there is no price for eu-west-1: transit gateway, hour and attachment",
    );
  });
});
