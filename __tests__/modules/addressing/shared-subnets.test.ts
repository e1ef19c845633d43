import { expect, it } from "vitest";
import { sharedSubnets } from "../../../modules/addressing/shared-subnets";
import { cidr } from "../../support/cidrs";
import { STRING_TOKENS } from "../../support/tokens";

const laidOut = (...availabilityZones: string[]) => sharedSubnets()({ cidr: cidr("10.0.0.0/16"), availabilityZones });

it("gives each zone one subnet", () => {
  const { subnets, issues } = laidOut("eu-west-1a", "eu-west-1b");
  expect(issues).toEqual([]);
  expect(subnets).toEqual([
    { name: "private-a", tier: "shared", availabilityZone: "eu-west-1a", cidrBlock: "10.0.0.0/22" },
    { name: "private-b", tier: "shared", availabilityZone: "eu-west-1b", cidrBlock: "10.0.32.0/22" },
  ]);
});

it("names subnets by the position of the zone, not by its letter", () => {
  const { subnets } = laidOut("ap-northeast-1c");
  expect(subnets[0]).toMatchObject({ name: "private-a", availabilityZone: "ap-northeast-1c" });
});

it.each(STRING_TOKENS)("lays out a zone whose name is %s", (_name, zone) => {
  const { subnets, issues } = laidOut(zone);
  expect(issues).toEqual([]);
  expect(subnets[0]).toMatchObject({ name: "private-a", availabilityZone: zone, cidrBlock: "10.0.0.0/22" });
});
