import { expect, it } from "vitest";
import { sharedSubnets } from "../../../modules/addressing/shared-subnets";
import { tieredSubnets } from "../../../modules/addressing/tiered-subnets";
import { collected } from "../../../modules/issues/collected";
import { type NetworkSource, planNetwork } from "../../../modules/network/plan-network";

const source: NetworkSource = {
  region: "eu-west-1",
  cidrBlock: "10.0.0.0/16",
  availabilityZones: ["eu-west-1a"],
  subnets: sharedSubnets(),
  natGateways: undefined,
  ipv6: false,
};

it("plans subnets, ways out and, where they are asked for, IPv6 blocks", () => {
  const { issues, result } = collected(planNetwork({ ...source, subnets: tieredSubnets(), ipv6: true }));
  expect(issues).toEqual([]);
  expect(result.subnets.map(({ name }) => name)).toEqual(["isolated-a", "public-a"]);
  expect(result.waysOut.internetGateway).toBe(true);
  expect([...result.ipv6Indexes]).toEqual([
    ["isolated-a", 0],
    ["public-a", 24],
  ]);
  expect(collected(planNetwork(source)).result.ipv6Indexes.size).toBe(0);
});

it("finds what is wrong with all of them, in this order", () => {
  const subnet = { name: "a b", tier: "shared", availabilityZone: "eu-west-1a", cidrBlock: "10.0.0.0/24" } as const;
  const subnets = [{ ...subnet, wayOut: "nat-gateway", ipv6Index: 256 }] as const;
  expect([...planNetwork({ ...source, subnets, ipv6: true })].map(({ code }) => code)).toEqual([
    "subnet-name-invalid",
    "nat-gateway-missing",
    "ipv6-index-out-of-range",
  ]);
});
