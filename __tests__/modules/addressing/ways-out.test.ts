import { describe, expect, it } from "vitest";
import type { SubnetSpec } from "../../../modules/addressing/subnet-spec";
import { type NatGateways, planWaysOut } from "../../../modules/addressing/ways-out";
import { collected } from "../../../modules/issues/collected";

const subnet = (name: string, zone: string, more: Partial<SubnetSpec> = {}): SubnetSpec => ({
  name,
  tier: "application",
  availabilityZone: `eu-west-1${zone}`,
  cidrBlock: "10.0.0.0/24",
  ...more,
});
const publicA = subnet("public-a", "a", { tier: "public" });
const publicB = subnet("public-b", "b", { tier: "public" });
const natA = subnet("nat-a", "a", { wayOut: "nat-gateway" });
const natB = subnet("nat-b", "b", { wayOut: "nat-gateway" });
const isolated = subnet("isolated", "a", { tier: "shared" });
function plan(subnets: readonly SubnetSpec[], natGateways?: NatGateways) {
  const { issues, result } = collected(planWaysOut(subnets, natGateways));
  return { ...result, issues };
}
const codesOf = (subnets: readonly SubnetSpec[], natGateways?: NatGateways) =>
  plan(subnets, natGateways).issues.map(({ code }) => code);

describe("planWaysOut", () => {
  it("leads nowhere where nothing was asked for", () => {
    expect(plan([isolated])).toEqual({
      internetGateway: false,
      natGateways: [],
      routes: new Map(),
      issues: [],
    });
  });

  it("leads public subnets, which share a route table, to the internet gateway, and isolated ones beside them nowhere", () => {
    const planned = plan([isolated, publicA, publicB]);
    expect(planned).toMatchObject({ internetGateway: true, natGateways: [], issues: [] });
    expect([...planned.routes]).toEqual([["public", { kind: "internet-gateway" }]]);
  });

  it("has one NAT gateway in the first public subnet for all zones", () => {
    const planned = plan([natA, natB, publicA, publicB], "one");
    const target = { kind: "nat-gateway", publicSubnet: "public-a" };
    expect(planned).toMatchObject({ natGateways: ["public-a"], issues: [] });
    expect(planned.routes.get("nat-a")).toEqual(target);
    expect(planned.routes.get("nat-b")).toEqual(target);
  });

  it("has a NAT gateway in each zone, and each subnet leaves by that of its own", () => {
    const planned = plan([natA, natB, isolated, publicA, publicB], "one-per-zone");
    expect(planned).toMatchObject({ natGateways: ["public-a", "public-b"], issues: [] });
    expect(planned.routes.get("nat-b")).toEqual({ kind: "nat-gateway", publicSubnet: "public-b" });
    expect(planned.routes.has("isolated")).toBe(false);
  });

  it("makes no NAT gateway in a zone where no subnet uses it", () => {
    expect(plan([natA, publicA, publicB], "one-per-zone").natGateways).toEqual(["public-a"]);
  });

  it.each<[what: string, code: string, subnets: SubnetSpec[], natGateways?: NatGateways]>([
    ["a subnet that leaves by NAT without a NAT gateway", "nat-gateway-missing", [natA, publicA]],
    ["NAT without a public subnet", "nat-gateway-without-public-subnet", [natA], "one"],
    [
      "NAT in a zone without a public subnet",
      "nat-gateway-without-public-subnet",
      [natA, natB, publicA],
      "one-per-zone",
    ],
    ["a NAT gateway that nothing uses", "nat-gateway-unused", [isolated, publicA], "one"],
    ["a public subnet with NAT", "way-out-of-public-subnet", [natA, { ...publicA, wayOut: "nat-gateway" }], "one"],
    [
      "a way out without a route table",
      "way-out-without-route-table",
      [{ ...natA, routeTable: false }, publicA],
      "one",
    ],
    [
      "an isolated subnet in the route table of public ones",
      "route-table-shared",
      [publicA, { ...isolated, routeTable: "public" }],
    ],
    [
      "one route table for two zones with a NAT gateway each",
      "route-table-shared",
      [{ ...natA, routeTable: "nat" }, { ...natB, routeTable: "nat" }, publicA, publicB],
      "one-per-zone",
    ],
  ])("refuses %s", (_, code, subnets, natGateways) => {
    expect(codesOf(subnets, natGateways)).toEqual([code]);
  });

  it("refuses another number of NAT gateways", () => {
    expect(codesOf([natA, publicA], JSON.parse('"two"'))).toEqual(["nat-gateways-unknown"]);
  });

  it("takes one route table for two zones that share a NAT gateway", () => {
    expect(codesOf([{ ...natA, routeTable: "nat" }, { ...natB, routeTable: "nat" }, publicA], "one")).toEqual([]);
  });
});
