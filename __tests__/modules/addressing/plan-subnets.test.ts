import { describe, expect, it } from "vitest";
import { dedicatedEndpointSubnets } from "../../../modules/addressing/dedicated-endpoint-subnets";
import { planSubnets, type SubnetSource } from "../../../modules/addressing/plan-subnets";
import { sharedSubnets } from "../../../modules/addressing/shared-subnets";
import type { SubnetSpec } from "../../../modules/addressing/subnet-spec";
import { collected } from "../../../modules/issues/collected";
import { onlyIssue } from "../../support/reported";
import { STRING_TOKENS } from "../../support/tokens";

const subnet: SubnetSpec = {
  name: "private-a",
  tier: "shared",
  availabilityZone: "eu-west-1a",
  cidrBlock: "10.0.10.0/24",
};
const wish: SubnetSource = {
  region: "eu-west-1",
  cidrBlock: "10.0.0.0/16",
  availabilityZones: ["eu-west-1a", "eu-west-1b"],
  subnets: sharedSubnets(),
};

function plan(source: SubnetSource) {
  const { issues, result } = collected(planSubnets(source));
  return { ...result, issues };
}

describe("planSubnets", () => {
  it("lays out the subnets of a layout", () => {
    const { subnets, issues } = plan(wish);
    expect(issues).toEqual([]);
    expect(subnets.map(({ name }) => name)).toEqual(["private-a", "private-b"]);
  });

  it("takes subnets as they are written", () => {
    expect(plan({ ...wish, subnets: [subnet] })).toMatchObject({ subnets: [subnet], issues: [] });
  });

  it("refuses what is not a Region, and shows how one is written", () => {
    const issue = onlyIssue(plan({ ...wish, region: "Ireland" }).issues);
    expect(issue).toMatchObject({ code: "region-unknown", path: "region" });
    expect(issue.problem).toBe('"Ireland" is not the name of a Region');
    expect(issue.fix).toContain('"eu-west-1"');
  });

  it("reports a wrong VPC CIDR once, and not as a fault of the layout", () => {
    const { subnets, issues } = plan({ ...wish, cidrBlock: "10.0.1.0/16" });
    expect(subnets).toEqual([]);
    expect(onlyIssue(issues)).toMatchObject({ code: "cidr-misaligned", path: "cidrBlock", fix: "write 10.0.0.0/16" });
  });

  it("does not call subnets outside a VPC whose CIDR is wrong", () => {
    const { issues } = plan({ ...wish, cidrBlock: "10.0.0.0", subnets: [subnet] });
    expect(onlyIssue(issues).code).toBe("cidr-malformed");
  });

  it("hands on that the layout has no room", () => {
    const { subnets, issues } = plan({ ...wish, cidrBlock: "10.0.0.0/24" });
    expect(subnets).toEqual([]);
    expect(onlyIssue(issues)).toMatchObject({ code: "layout-no-room", path: "cidrBlock" });
  });

  it("checks what a layout made: a zone of another Region", () => {
    const issue = onlyIssue(plan({ ...wish, availabilityZones: ["us-east-1a"] }).issues);
    expect(issue.code).toBe("zone-outside-region");
    expect(issue.problem).toContain("us-east-1a");
    expect(issue.fix).toContain('"eu-west-1a"');
  });

  it("checks what a layout made: a zone given twice", () => {
    const issue = onlyIssue(plan({ ...wish, availabilityZones: ["eu-west-1a", "eu-west-1a"] }).issues);
    expect(issue.code).toBe("endpoint-subnets-share-zone");
    expect(issue.problem).toContain("eu-west-1a");
  });

  it("checks what a layout made: an application subnet given twice", () => {
    const subnets = dedicatedEndpointSubnets({ applicationSubnets: ["app", "app"] });
    const { issues } = plan({ ...wish, availabilityZones: ["eu-west-1a"], subnets });
    expect(onlyIssue(issues)).toMatchObject({ code: "subnet-name-duplicate" });
    expect(onlyIssue(issues).problem).toContain('"app-a"');
  });

  it("refuses a layout without a zone", () => {
    expect(onlyIssue(plan({ ...wish, availabilityZones: [] }).issues).code).toBe("task-subnet-missing");
  });

  it("reports the Region, the VPC and the subnets at once", () => {
    const { issues } = plan({
      ...wish,
      region: "Ireland",
      cidrBlock: "10.0.0.0/8",
      subnets: [{ ...subnet, name: "a b" }],
    });
    expect(issues.map(({ code }) => code)).toEqual(["region-unknown", "cidr-size", "subnet-name-invalid"]);
  });
});

describe("planSubnets with values that only Terraform knows", () => {
  it.each(STRING_TOKENS)("takes %s as the Region", (_name, region) => {
    expect(plan({ ...wish, region }).issues).toEqual([]);
  });

  it.each(STRING_TOKENS)("takes %s as a zone of a layout", (_name, zone) => {
    const { subnets, issues } = plan({ ...wish, availabilityZones: [zone] });
    expect(issues).toEqual([]);
    expect(subnets[0]?.availabilityZone).toBe(zone);
  });

  it.each(STRING_TOKENS)("takes %s as the VPC's CIDR beside subnets with CIDRs of their own", (_name, cidrBlock) => {
    expect(plan({ ...wish, cidrBlock, subnets: [subnet] })).toMatchObject({ subnets: [subnet], issues: [] });
  });

  it.each(STRING_TOKENS)("says that a layout cannot divide %s, and what to write", (_name, cidrBlock) => {
    const { subnets, issues } = plan({ ...wish, cidrBlock });
    const issue = onlyIssue(issues);
    expect(subnets).toEqual([]);
    expect(issue).toMatchObject({ code: "layout-needs-cidr", path: "subnets" });
    expect(issue.problem).toContain("Terraform fills in cidrBlock");
    expect(issue.fix).toContain("Fn.cidrsubnet");
  });
});
