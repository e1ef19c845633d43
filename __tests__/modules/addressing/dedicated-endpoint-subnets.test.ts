import { expect, it } from "vitest";
import { dedicatedEndpointSubnets } from "../../../modules/addressing/dedicated-endpoint-subnets";
import { cidr } from "../../support/cidrs";

const space = { cidr: cidr("10.0.0.0/16"), availabilityZones: ["eu-west-1a", "eu-west-1b"] };

it("gives each zone an application subnet and an endpoint subnet", () => {
  const { subnets, issues } = dedicatedEndpointSubnets()(space);
  expect(issues).toEqual([]);
  expect(subnets).toEqual([
    { name: "app-a", tier: "application", availabilityZone: "eu-west-1a", cidrBlock: "10.0.0.0/22" },
    { name: "endpoint-a", tier: "endpoint", availabilityZone: "eu-west-1a", cidrBlock: "10.0.28.0/22" },
    { name: "app-b", tier: "application", availabilityZone: "eu-west-1b", cidrBlock: "10.0.32.0/22" },
    { name: "endpoint-b", tier: "endpoint", availabilityZone: "eu-west-1b", cidrBlock: "10.0.60.0/22" },
  ]);
});

it("gives each zone every application subnet", () => {
  const { subnets, issues } = dedicatedEndpointSubnets({ applicationSubnets: ["web", "jobs"] })(space);
  expect(issues).toEqual([]);
  expect(subnets.map(({ name }) => name)).toEqual(["web-a", "jobs-a", "endpoint-a", "web-b", "jobs-b", "endpoint-b"]);
});
