import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readVpcCidr } from "../../../modules/addressing/check-cidr";
import { checkSubnets } from "../../../modules/addressing/check-subnets";
import { cidrsOverlap, containsCidr, formatCidr } from "../../../modules/addressing/cidr";
import { dedicatedEndpointSubnets } from "../../../modules/addressing/dedicated-endpoint-subnets";
import { sharedSubnets } from "../../../modules/addressing/shared-subnets";
import type { SubnetLayout } from "../../../modules/addressing/subnet-layout";
import type { SubnetSpec } from "../../../modules/addressing/subnet-spec";
import { collected } from "../../../modules/issues/collected";
import { anyCidr, cidr } from "../../support/cidrs";
import { onlyIssue } from "../../support/reported";

const ZONES = [..."abcdefgh"].map((letter) => `eu-west-1${letter}`);
const APPLICATIONS = ["web", "api", "jobs", "mail", "search", "import", "export"];

/** Subnets of a layout for which there is room. */
function layOut(layout: SubnetLayout, zones: number, vpc = cidr("10.0.0.0/16")): readonly SubnetSpec[] {
  const { subnets, issues } = layout({ cidr: vpc, availabilityZones: ZONES.slice(0, zones) });
  expect(issues).toEqual([]);
  return subnets;
}

/** Any VPC that the layouts have room in. */
const anyVpc = anyCidr(16, 22);
const anyZones = fc.integer({ min: 1, max: ZONES.length });
const anyApplications = fc.integer({ min: 1, max: APPLICATIONS.length });
const anyLayout = fc
  .option(anyApplications)
  .map((count) =>
    count === null ? sharedSubnets() : dedicatedEndpointSubnets({ applicationSubnets: APPLICATIONS.slice(0, count) }),
  );

describe("every layout", () => {
  it("places disjoint, aligned subnets inside the VPC", () => {
    fc.assert(
      fc.property(anyLayout, anyVpc, anyZones, (layout, vpc, zones) => {
        const blocks = layOut(layout, zones, vpc).map(({ cidrBlock }) => cidr(cidrBlock));
        for (const [index, block] of blocks.entries()) {
          expect(containsCidr(vpc, block)).toBe(true);
          expect(blocks.slice(index + 1).filter((other) => cidrsOverlap(block, other))).toEqual([]);
        }
      }),
    );
  });

  it("makes subnets with which nothing is wrong", () => {
    fc.assert(
      fc.property(anyLayout, anyVpc, anyZones, (layout, vpc, zones) => {
        const subnets = layOut(layout, zones, vpc);
        expect([...checkSubnets(subnets, { region: "eu-west-1", cidr: vpc, cidrBlock: formatCidr(vpc) })]).toEqual([]);
      }),
    );
  });

  it("makes subnets of a size that AWS takes", () => {
    fc.assert(
      fc.property(anyLayout, anyVpc, anyZones, (layout, vpc, zones) => {
        for (const { cidrBlock } of layOut(layout, zones, vpc)) {
          expect(collected(readVpcCidr(cidrBlock, "a subnet", "cidrBlock")).result).toBeDefined();
        }
      }),
    );
  });

  it("keeps every subnet as it is when a zone is added", () => {
    fc.assert(
      fc.property(anyLayout, anyVpc, fc.integer({ min: 1, max: ZONES.length - 1 }), (layout, vpc, zones) => {
        const before = layOut(layout, zones, vpc);
        const after = layOut(layout, zones + 1, vpc);
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length).toBeGreaterThan(before.length);
      }),
    );
  });

  it("keeps every subnet as it is when an application subnet is added at the end", () => {
    fc.assert(
      fc.property(anyVpc, anyZones, fc.integer({ min: 1, max: 6 }), (vpc, zones, count) => {
        const layoutOf = (names: number) =>
          dedicatedEndpointSubnets({ applicationSubnets: APPLICATIONS.slice(0, names) });
        const before = layOut(layoutOf(count), zones, vpc);
        const after = layOut(layoutOf(count + 1), zones, vpc);
        expect(after).toEqual(expect.arrayContaining([...before]));
        expect(after).toHaveLength(before.length + zones);
      }),
    );
  });
});

describe("a layout without room", () => {
  const zones = [...ZONES, "eu-west-1i"];

  it("says how many zones there may be", () => {
    const { subnets, issues } = sharedSubnets()({ cidr: cidr("10.0.0.0/16"), availabilityZones: zones });
    const issue = onlyIssue(issues);
    expect(subnets).toEqual([]);
    expect(issue).toMatchObject({ code: "layout-no-room", path: "availabilityZones" });
    expect(issue.problem).toBe("the layout has no room for 9 zones");
    expect(issue.fix).toContain("use at most 8 zones");
  });

  it("says how many subnets a zone may have", () => {
    const layout = dedicatedEndpointSubnets({ applicationSubnets: [...APPLICATIONS, "one-more"] });
    const { subnets, issues } = layout({ cidr: cidr("10.0.0.0/16"), availabilityZones: ["eu-west-1a"] });
    const issue = onlyIssue(issues);
    expect(subnets).toEqual([]);
    expect(issue).toMatchObject({ code: "layout-no-room", path: "subnets" });
    expect(issue.problem).toBe("the layout has no room for 9 subnets in a zone");
    expect(issue.fix).toContain("use at most 8 subnets a zone, the endpoint subnet included");
  });

  it("says how large the VPC must be", () => {
    const { subnets, issues } = sharedSubnets()({ cidr: cidr("10.0.0.0/23"), availabilityZones: ["eu-west-1a"] });
    const issue = onlyIssue(issues);
    expect(subnets).toEqual([]);
    expect(issue).toMatchObject({ code: "layout-no-room", path: "cidrBlock" });
    expect(issue.problem).toBe("the layout has no room in 10.0.0.0/23");
    expect(issue.fix).toContain("use a VPC from /16 to /22");
  });

  it("says all of it at once", () => {
    const layout = dedicatedEndpointSubnets({ applicationSubnets: [...APPLICATIONS, "one-more"] });
    const { issues } = layout({ cidr: cidr("10.0.0.0/28"), availabilityZones: zones });
    expect(issues.map(({ path }) => path)).toEqual(["availabilityZones", "subnets", "cidrBlock"]);
  });
});
