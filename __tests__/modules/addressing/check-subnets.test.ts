import { describe, expect, it } from "vitest";
import { readVpcCidr } from "../../../modules/addressing/check-cidr";
import { checkSubnets } from "../../../modules/addressing/check-subnets";
import type { SubnetSpec } from "../../../modules/addressing/subnet-spec";
import { collected } from "../../../modules/issues/collected";
import { issueWithCode, onlyIssue } from "../../support/reported";
import { STRING_TOKENS } from "../../support/tokens";

const first: SubnetSpec = {
  name: "private-a",
  tier: "shared",
  availabilityZone: "eu-west-1a",
  cidrBlock: "10.0.10.0/24",
};
const second: SubnetSpec = {
  name: "private-b",
  tier: "shared",
  availabilityZone: "eu-west-1b",
  cidrBlock: "10.0.20.0/24",
};

function check(subnets: readonly SubnetSpec[], region = "eu-west-1", cidrBlock = "10.0.0.0/16") {
  const cidr = collected(readVpcCidr(cidrBlock, "the VPC", "cidrBlock")).result;
  return [...checkSubnets(subnets, { region, cidr, cidrBlock })];
}

describe("checkSubnets", () => {
  it("finds nothing wrong with good subnets", () => {
    expect(check([first, second])).toEqual([]);
  });

  it("reports a CIDR under the subnet that has it", () => {
    const issues = check([first, { ...second, cidrBlock: "10.0.20.5/24" }]);
    expect(onlyIssue(issues)).toMatchObject({ code: "cidr-misaligned", path: "subnets[1].cidrBlock" });
    expect(onlyIssue(issues).problem).toContain('10.0.20.5/24 of subnet "private-b"');
    expect(onlyIssue(issues).fix).toBe("write 10.0.20.0/24");
  });

  it("refuses a subnet outside the VPC", () => {
    const issue = onlyIssue(check([{ ...first, cidrBlock: "10.1.0.0/24" }]));
    expect(issue).toMatchObject({ code: "subnet-outside-vpc", path: "subnets[0].cidrBlock" });
    expect(issue.problem).toBe('the CIDR 10.1.0.0/24 of subnet "private-a" is not inside the VPC\'s 10.0.0.0/16');
    expect(issue.fix).toContain("choose a block inside 10.0.0.0/16");
  });

  it("refuses a subnet that is larger than the VPC", () => {
    const issues = check([{ ...first, cidrBlock: "10.0.0.0/16" }], "eu-west-1", "10.0.0.0/20");
    expect(onlyIssue(issues).code).toBe("subnet-outside-vpc");
  });

  it("refuses subnets that overlap, and names both with their blocks", () => {
    const issue = onlyIssue(check([first, { ...second, cidrBlock: "10.0.10.128/25" }]));
    expect(issue).toMatchObject({ code: "subnets-overlap", path: "subnets" });
    expect(issue.problem).toBe('subnets "private-a" (10.0.10.0/24) and "private-b" (10.0.10.128/25) overlap');
    expect(issue.fix).toContain('move "private-b"');
  });

  it("reports every pair that overlaps", () => {
    const blocks = ["10.0.0.0/16", "10.0.1.0/24", "10.0.2.0/24"];
    const subnets = blocks.map((cidrBlock, index) => ({
      ...first,
      name: `app-${index}`,
      tier: "application" as const,
      cidrBlock,
    }));
    expect(check(subnets).map(({ code }) => code)).toEqual(["subnets-overlap", "subnets-overlap"]);
  });

  it("refuses a name that is taken, and proposes another for each further subnet", () => {
    const third: SubnetSpec = { ...second, availabilityZone: "eu-west-1c", cidrBlock: "10.0.30.0/24" };
    const [one, two, ...others] = check([first, { ...second, name: "private-a" }, { ...third, name: "private-a" }]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ code: "subnet-name-duplicate", path: "subnets[1].name" });
    expect(one?.problem).toBe('the subnet name "private-a" is taken by subnets[0] already');
    expect(one?.fix).toContain('"private-a-2"');
    expect(two?.fix).toContain('"private-a-3"');
  });

  it("refuses free text as a name, and says where the text belongs", () => {
    const issue = onlyIssue(check([{ ...first, name: "private 1a app 1" }]));
    expect(issue).toMatchObject({ code: "subnet-name-invalid", path: "subnets[0].name" });
    expect(issue.problem).toContain('"private 1a app 1"');
    expect(issue.fix).toBe('name it "private-1a-app-1" and put the free text into tags: { Name: "private 1a app 1" }');
  });

  it("refuses an empty name", () => {
    const issue = onlyIssue(check([{ ...first, name: "" }]));
    expect(issue.problem).toBe('the subnet name "" is empty');
    expect(issue.fix).toContain('"private-a"');
  });

  it("refuses a zone of another Region", () => {
    const issue = onlyIssue(check([{ ...first, availabilityZone: "eu-central-1a" }]));
    expect(issue).toMatchObject({ code: "zone-outside-region", path: "subnets[0].availabilityZone" });
    expect(issue.problem).toBe(
      'the zone eu-central-1a of subnet "private-a" is in eu-central-1, but the network is in eu-west-1',
    );
    expect(issue.fix).toBe('use a zone of eu-west-1, for example "eu-west-1a"');
  });

  it.each(["eu-west-1", "a", ""])('refuses "%s" as a zone', (availabilityZone) => {
    const issue = onlyIssue(check([{ ...first, availabilityZone }]));
    expect(issue.code).toBe("zone-outside-region");
    expect(issue.problem).toBe(`"${availabilityZone}" of subnet "private-a" is not an Availability Zone`);
    expect(issue.fix).toContain('"eu-west-1a"');
  });

  it("takes a Local Zone of the Region", () => {
    const subnet: SubnetSpec = { ...first, tier: "application", availabilityZone: "us-west-2-lax-1a" };
    expect(check([subnet], "us-west-2")).toEqual([]);
  });

  it("does not compare zones with a Region that is wrong itself", () => {
    expect(check([first], "europe")).toEqual([]);
  });

  it.each(["shared", "endpoint"] as const)("refuses a second subnet for endpoints in a zone (%s)", (tier) => {
    const issue = onlyIssue(check([first, { ...second, tier, availabilityZone: "eu-west-1a" }]));
    expect(issue).toMatchObject({ code: "endpoint-subnets-share-zone", path: "subnets" });
    expect(issue.problem).toContain('"private-a", "private-b" in eu-west-1a');
    expect(issue.fix).toContain('tier "application"');
  });

  it("takes any number of application subnets beside one for endpoints in a zone", () => {
    const application = ["10.0.1.0/24", "10.0.2.0/24"].map((cidrBlock, index) => ({
      ...first,
      name: `app-${index}`,
      tier: "application" as const,
      cidrBlock,
    }));
    expect(check([...application, first])).toEqual([]);
  });

  it("refuses a network in which no subnet takes tasks", () => {
    const issue = onlyIssue(check([{ ...first, tier: "endpoint" }]));
    expect(issue).toMatchObject({ code: "task-subnet-missing", problem: "no subnet of the network takes tasks" });
    expect(issue.fix).toBe('add a subnet of tier "shared" or "application"');
  });

  it("refuses a network without subnets", () => {
    const issue = onlyIssue(check([]));
    expect(issue).toMatchObject({ code: "task-subnet-missing", problem: "the network has no subnet" });
    expect(issue.fix).toContain("availabilityZones");
  });

  it("refuses an unknown tier, and names the nearest", () => {
    const misspelt: SubnetSpec = JSON.parse(JSON.stringify({ ...first, tier: "endpont" }));
    const issue = issueWithCode(check([misspelt, second]), "subnet-tier-unknown");
    expect(issue.path).toBe("subnets[0].tier");
    expect(issue.problem).toBe('"endpont" of subnet "private-a" is not a tier');
    expect(issue.fix).toContain('write "endpoint"; the tiers are shared, application, endpoint');
  });

  it("reports all problems of all subnets at once", () => {
    const issues = check([
      { ...first, name: "a b", availabilityZone: "us-east-1a" },
      { ...second, cidrBlock: "10.9.0.0/24" },
      { ...second, cidrBlock: "10.0.0.0" },
    ]);
    expect(issues.map(({ code, path }) => `${path}: ${code}`)).toEqual([
      "subnets[0].name: subnet-name-invalid",
      "subnets[0].availabilityZone: zone-outside-region",
      "subnets[1].cidrBlock: subnet-outside-vpc",
      "subnets[2].cidrBlock: cidr-malformed",
      "subnets[2].name: subnet-name-duplicate",
      "subnets: endpoint-subnets-share-zone",
    ]);
  });
});

describe("checkSubnets with values that only Terraform knows", () => {
  it.each(STRING_TOKENS)("takes %s as a zone", (_name, availabilityZone) => {
    expect(check([{ ...first, availabilityZone }])).toEqual([]);
  });

  it.each(STRING_TOKENS)("takes %s as a CIDR, and does not compare it with others", (_name, cidrBlock) => {
    expect(check([{ ...first, cidrBlock }, second])).toEqual([]);
  });

  it.each(STRING_TOKENS)("takes %s as the Region", (_name, region) => {
    expect(check([first], region)).toEqual([]);
  });

  it.each(STRING_TOKENS)("takes %s as the VPC's CIDR", (_name, cidrBlock) => {
    expect(check([first], "eu-west-1", cidrBlock)).toEqual([]);
  });

  it.each(STRING_TOKENS)("says why %s cannot be a name: an address must be known", (_name, name) => {
    const issue = onlyIssue(check([{ ...first, name }]));
    expect(issue.code).toBe("subnet-name-invalid");
    expect(issue.problem).toBe(`the subnet name "${name}" is known only when Terraform runs`);
    expect(issue.why).toContain("resource address");
    expect(issue.fix).toContain("tags: { Name: ... }");
  });
});
