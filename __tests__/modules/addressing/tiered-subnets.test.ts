import fc from "fast-check";
import { expect, it } from "vitest";
import { checkSubnets } from "../../../modules/addressing/check-subnets";
import { formatCidr } from "../../../modules/addressing/cidr";
import { tieredSubnets } from "../../../modules/addressing/tiered-subnets";
import { anyCidr, cidr } from "../../support/cidrs";
import { onlyIssue } from "../../support/reported";

const space = { cidr: cidr("10.0.0.0/16"), availabilityZones: ["eu-west-1a", "eu-west-1b"] };
const rowsOf = (options?: Parameters<typeof tieredSubnets>[0]) =>
  tieredSubnets(options)(space).subnets.map(({ name, tier, cidrBlock, wayOut }) => [name, tier, cidrBlock, wayOut]);

it("has an isolated and a public subnet in each zone, in the first slot and in the last but one", () => {
  expect(rowsOf()).toEqual([
    ["isolated-a", "shared", "10.0.0.0/22", undefined],
    ["public-a", "public", "10.0.24.0/22", undefined],
    ["isolated-b", "shared", "10.0.32.0/22", undefined],
    ["public-b", "public", "10.0.56.0/22", undefined],
  ]);
});

it("moves no subnet when subnets with a NAT gateway are added", () => {
  const before = rowsOf();
  const after = rowsOf({ natSubnet: "application" });
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after.filter((row) => !before.some(([name]) => name === row[0]))).toEqual([
    ["application-a", "application", "10.0.4.0/22", "nat-gateway"],
    ["application-b", "application", "10.0.36.0/22", "nat-gateway"],
  ]);
});

it("takes names and a prefix length", () => {
  expect(rowsOf({ publicSubnet: "ingress", isolatedSubnet: "tasks", prefixLength: 24 }).slice(0, 2)).toEqual([
    ["tasks-a", "shared", "10.0.0.0/24", undefined],
    ["ingress-a", "public", "10.0.24.0/24", undefined],
  ]);
});

it.each([21, 29, 23.5])("refuses subnets of /%d, and says what fits", (prefixLength) => {
  const issue = onlyIssue(tieredSubnets({ prefixLength })(space).issues);
  expect(issue).toMatchObject({ code: "layout-no-room", fix: expect.stringContaining("from 22 to 28") });
});

it("is inside the VPC, disjoint and valid in every VPC, and a further zone moves nothing", () => {
  fc.assert(
    fc.property(anyCidr(16, 22), fc.integer({ min: 1, max: 7 }), (vpc, zones) => {
      const availabilityZones = Array.from({ length: zones + 1 }, (_, index) => `\${var.zone${index}}`);
      const layout = tieredSubnets({ natSubnet: "nat" });
      const after = layout({ cidr: vpc, availabilityZones });
      const before = layout({ cidr: vpc, availabilityZones: availabilityZones.slice(0, zones) });
      expect(after.issues).toEqual([]);
      expect([...checkSubnets(after.subnets, { region: "eu-west-1", cidr: vpc, cidrBlock: formatCidr(vpc) })]).toEqual(
        [],
      );
      expect(after.subnets.slice(0, before.subnets.length)).toEqual(before.subnets);
    }),
  );
});
