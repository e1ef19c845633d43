import fc from "fast-check";
import { expect, it } from "vitest";
import { formatCidr } from "../../../modules/addressing/cidr";
import { planIpv6Subnets } from "../../../modules/addressing/ipv6-subnets";
import type { SubnetSpec } from "../../../modules/addressing/subnet-spec";
import { tieredSubnets } from "../../../modules/addressing/tiered-subnets";
import { collected } from "../../../modules/issues/collected";
import { anyCidr, cidr } from "../../support/cidrs";
import { onlyIssue } from "../../support/reported";

const subnet = (name: string, cidrBlock: string, more: Partial<SubnetSpec> = {}): SubnetSpec => ({
  name,
  tier: "shared",
  availabilityZone: "eu-west-1a",
  cidrBlock,
  ...more,
});

it("numbers the blocks by the 256th of the VPC in which a subnet starts", () => {
  const subnets = [subnet("a", "10.0.10.0/24"), subnet("b", "10.0.32.0/22")];
  const { result, issues } = collected(planIpv6Subnets(subnets, cidr("10.0.0.0/16")));
  expect([...result]).toEqual([
    ["a", 10],
    ["b", 32],
  ]);
  expect(issues).toEqual([]);
});

it("takes a number that is given, also where the IPv4 block is known only later", () => {
  const subnets = [subnet("a", "${var.cidr}", { ipv6Index: 255 })];
  expect([...collected(planIpv6Subnets(subnets, undefined)).result]).toEqual([["a", 255]]);
});

it("cannot number a subnet whose block is known only later, and says what to write", () => {
  const issue = onlyIssue([...planIpv6Subnets([subnet("a", "${var.cidr}")], cidr("10.0.0.0/16"))]);
  expect(issue).toMatchObject({ code: "ipv6-index-unknown", path: "subnets[0].ipv6Index" });
});

it.each([-1, 256, 1.5])("refuses the number %d", (ipv6Index) => {
  const issues = [...planIpv6Subnets([subnet("a", "10.0.0.0/24", { ipv6Index })], cidr("10.0.0.0/16"))];
  expect(onlyIssue(issues).code).toBe("ipv6-index-out-of-range");
});

it("refuses two subnets with one block", () => {
  const subnets = [subnet("a", "10.0.0.0/28"), subnet("b", "10.0.0.16/28")];
  const issue = onlyIssue([...planIpv6Subnets(subnets, cidr("10.0.0.0/16"))]);
  expect(issue).toMatchObject({ code: "ipv6-index-taken", path: "subnets[1].ipv6Index" });
});

it("gives every subnet of a computed layout a block of its own", () => {
  fc.assert(
    fc.property(anyCidr(16, 22), fc.integer({ min: 1, max: 8 }), (vpc, zones) => {
      const availabilityZones = Array.from({ length: zones }, (_, index) => `zone-${index}`);
      const { subnets } = tieredSubnets({ natSubnet: "nat" })({ cidr: vpc, availabilityZones });
      const { result, issues } = collected(planIpv6Subnets(subnets, vpc));
      expect(issues).toEqual([]);
      expect(new Set(result.values()).size, formatCidr(vpc)).toBe(zones * 3);
    }),
  );
});
