import { describe, expect, it } from "vitest";
import { matchResources, nameTag, valueToBe } from "../../../modules/adoption/match-resources";
import type { ResourceOfPlan, ResourcesOfPlan } from "../../../modules/adoption/resources-of-plan";
import type { JsonObject } from "../../../modules/values/is-json-value";

const resource = (address: string, values: JsonObject, by: Readonly<Record<string, string>> = {}): ResourceOfPlan => ({
  address,
  type: address.replace(/\..*/, ""),
  values,
  unknown: new Set(Object.keys(by)),
  references: new Map(Object.entries(by).map(([name, other]) => [name, { address: other, attribute: "id" }])),
});
const NOTHING = { leaving: [], forgotten: [], arriving: [], staying: [], moved: [], importing: [] };
const matches = (resources: Partial<ResourcesOfPlan>, said: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Array.from(matchResources({ ...NOTHING, ...resources }, new Map(Object.entries(said))), ([to, { address }]) => [
      to,
      address,
    ]),
  );

const OLD_VPC = resource("aws_vpc.old", { id: "vpc-1", cidr_block: "10.0.0.0/16" });
const NEW_VPC = resource("aws_vpc.new", { cidr_block: "10.0.0.0/16" });
const OLD_SUBNET = resource("aws_subnet.old", { vpc_id: "vpc-1", cidr_block: "10.0.1.0/24" });
const NEW_SUBNET = resource("aws_subnet.new", { cidr_block: "10.0.1.0/24" }, { vpc_id: "aws_vpc.new" });
const SAME_VPC = { "aws_vpc.new": "aws_vpc.old" };

describe("what would be created", () => {
  it("is what would be destroyed where it is the same, found by what it belongs to", () => {
    const both = { ...SAME_VPC, "aws_subnet.new": "aws_subnet.old" };
    expect(matches({ leaving: [OLD_SUBNET, OLD_VPC], arriving: [NEW_SUBNET, NEW_VPC] })).toEqual(both);
  });

  it("is found by what stays", () => {
    const staying = resource("aws_vpc.new", { id: "vpc-1" });
    expect(matches({ leaving: [OLD_SUBNET], arriving: [NEW_SUBNET], staying: [staying] })).toEqual({
      "aws_vpc.new": "aws_vpc.new",
      "aws_subnet.new": "aws_subnet.old",
    });
  });

  it("is nothing where two fit, of either side", () => {
    const another = resource("aws_vpc.another", { cidr_block: "10.0.0.0/16" });
    expect(matches({ leaving: [OLD_VPC, another], arriving: [NEW_VPC] })).toEqual({});
    expect(matches({ leaving: [OLD_VPC], arriving: [NEW_VPC, another] })).toEqual({});
  });

  it("is nothing of another type, of a type without identity, or in a VPC that is not known", () => {
    const role = resource("aws_iam_role.a", { name: "a" });
    expect(matches({ leaving: [role], arriving: [resource("aws_iam_policy.a", { name: "a" })] })).toEqual({});
    expect(matches({ leaving: [resource("aws_eip.a", {})], arriving: [resource("aws_eip.b", {})] })).toEqual({});
    expect(matches({ leaving: [OLD_SUBNET], arriving: [NEW_SUBNET] })).toEqual({});
  });

  it("is what a block removed lets go only where somebody says so", () => {
    expect(matches({ forgotten: [OLD_VPC], arriving: [NEW_VPC] })).toEqual({});
    expect(matches({ forgotten: [OLD_VPC], arriving: [NEW_VPC] }, SAME_VPC)).toEqual(SAME_VPC);
  });
});

it("takes for an attribute what it is, what gives it, or nothing", () => {
  const found = new Map([["aws_vpc.new", OLD_VPC]]);
  expect(valueToBe(NEW_SUBNET, "cidr_block", found)).toBe("10.0.1.0/24");
  expect(valueToBe(NEW_SUBNET, "vpc_id", found)).toBe("vpc-1");
  expect(valueToBe(NEW_SUBNET, "vpc_id", new Map())).toBeUndefined();
  expect(valueToBe(NEW_SUBNET, "tags", found)).toBeNull();
});

it("reads the tag Name where there is one", () => {
  expect(nameTag(resource("aws_vpc.a", { tags: { Name: "orders" } }))).toBe("orders");
  expect(nameTag(resource("aws_vpc.a", { tags: null }))).toBeUndefined();
});
