import { describe, expect, it } from "vitest";
import {
  hostsEndpoints,
  hostsTasks,
  routeTableOf,
  SUBNET_TIERS,
  type SubnetSpec,
} from "../../../modules/addressing/subnet-spec";

const subnet: SubnetSpec = {
  name: "private-a",
  tier: "shared",
  availabilityZone: "eu-west-1a",
  cidrBlock: "10.0.10.0/24",
};

describe("the tiers of subnets", () => {
  it("host tasks, if they are shared or for applications", () => {
    expect(SUBNET_TIERS.filter(hostsTasks)).toEqual(["shared", "application"]);
  });

  it("host interface endpoints, if they are shared or for endpoints", () => {
    expect(SUBNET_TIERS.filter(hostsEndpoints)).toEqual(["shared", "endpoint"]);
  });
});

describe("routeTableOf", () => {
  it.each(["shared", "application"] as const)("gives a subnet of tier %s a table of its own", (tier) => {
    expect(routeTableOf({ ...subnet, tier })).toBe("private-a");
  });

  it("leaves an endpoint subnet with the main table", () => {
    expect(routeTableOf({ ...subnet, tier: "endpoint" })).toBe(false);
  });

  it("gives public subnets a common table", () => {
    expect(routeTableOf({ ...subnet, tier: "public" })).toBe("public");
  });

  it("takes the table that the subnet names", () => {
    expect(routeTableOf({ ...subnet, routeTable: "common" })).toBe("common");
    expect(routeTableOf({ ...subnet, tier: "endpoint", routeTable: "common" })).toBe("common");
    expect(routeTableOf({ ...subnet, routeTable: false })).toBe(false);
  });
});
