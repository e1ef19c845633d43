import { describe, expect, it } from "vitest";
import { ContainerImage, type PresentEndpoint } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { issuesOf, planned, plannedBy, silent, taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const image = silent.image;
const REGION = { region: "eu-west-1" };

describe("the rule ecr-pull", () => {
  it.each(["1.4.0", "LATEST", undefined])("R1: version %s needs s3, ecr.api and ecr.dkr", (platformVersion) => {
    const task = taskWith({}, platformVersion === undefined ? {} : { platformVersion });
    expect(planned(task)).toEqual(["s3 Gateway", "ecr.api Interface", "ecr.dkr Interface"]);
    expect(issuesOf(task, REGION)).toEqual([]);
  });

  it("R1: Windows 1.0.0 needs the three as well", () => {
    const task = taskWith({}, { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", platformVersion: "1.0.0" });
    expect(plannedBy("ecr-pull", task)).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it("R1': version 1.3.0 needs no ecr.api", () => {
    expect(planned(taskWith({}, { platformVersion: "1.3.0" }))).toEqual(["s3 Gateway", "ecr.dkr Interface"]);
  });

  it("R1x: an image in another Region is out of reach", () => {
    const { endpoints, issues } = EndpointPlan.forTasks([taskWith({})], { region: "eu-central-1" });
    expect(endpoints).toEqual([]);
    const issue = onlyIssue(issues);
    expect(issue).toMatchObject({ code: "other-region", path: "containers.api.image" });
    expect(issue.problem).toContain("is in eu-west-1, the task in eu-central-1");
    expect(issue.why).toContain('"s3", "ecr.dkr", "ecr.api"');
    expect(issue.fix).toContain('serviceRegion: "eu-west-1"');
  });

  it("R1x: endpoints that lead to the other Region are used", () => {
    const endpoints = (["ecr.api", "ecr.dkr", "s3"] as const).map(
      (service): PresentEndpoint => ({ service, type: "Interface", serviceRegion: "eu-west-1" }),
    );
    const surroundings = { region: "eu-central-1", endpoints };
    expect(plannedBy("ecr-pull", taskWith({}), surroundings)).toEqual([
      "ecr.api in eu-west-1",
      "ecr.dkr in eu-west-1",
      "s3 in eu-west-1",
    ]);
    expect(issuesOf(taskWith({}), surroundings)).toEqual([]);
  });

  it("R1x: only those that are missing are named", () => {
    const endpoints: PresentEndpoint[] = [{ service: "ecr.dkr", type: "Interface", serviceRegion: "eu-west-1" }];
    const { issues } = EndpointPlan.forTasks([taskWith({})], { region: "eu-central-1", endpoints });
    expect(onlyIssue(issues).why).toContain('"s3", "ecr.api"');
  });

  it("R1x: a gateway endpoint leads to no other Region", () => {
    const endpoints: PresentEndpoint[] = [{ service: "s3", type: "Gateway", serviceRegion: "eu-west-1" }];
    expect(planned(taskWith({}), { region: "eu-central-1", endpoints })).toEqual([]);
  });

  it.each(STRING_TOKENS)("R1x: an image or a Region that only Terraform knows counts as near: %s", (_name, token) => {
    const far = taskWith({ image: ContainerImage.ecr(token) });
    expect(issuesOf(far, { region: "eu-central-1" })).toEqual([]);
    expect(plannedBy("ecr-pull", taskWith({}), { region: token })).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it("R2: the first pull through a cache needs a way to the internet, which is a warning", () => {
    const task = taskWith({ image: { ...image, pullThroughCache: true } });
    expect(issuesOf(task)).toEqual(["warning pull-through-cache-first-pull containers.api.image"]);
    expect(issuesOf(task, { wayOut: "nat-gateway" })).toEqual([
      "note pull-through-cache-first-pull containers.api.image",
    ]);
    expect(plannedBy("ecr-pull", task)).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it.each(["dkr.ecr-fips.us-east-1.amazonaws.com", "dkr-ecr-fips.us-east-1.on.aws"])(
    "R1: an image at the FIPS host %s needs the endpoint that has it",
    (host) => {
      const task = taskWith({ image: ContainerImage.ecr(`123456789012.${host}/orders`) });
      expect(plannedBy("ecr-pull", task)).toEqual(["s3", "ecr-fips.dkr", "ecr.api"]);
      expect(plannedBy("ecr-pull", task, { fips: true })).toEqual(["s3", "ecr-fips.api", "ecr-fips.dkr"]);
    },
  );

  it("R1: where Fargate logs in for an image at a FIPS host is not known, unless both endpoints are there", () => {
    const image = ContainerImage.ecr("123456789012.dkr.ecr-fips.us-east-1.amazonaws.com/orders");
    const note = "note ecr-host-unverified containers.api.image";
    expect(issuesOf(taskWith({ image }))).toEqual([note]);
    expect(issuesOf(taskWith({ image }, { uses: ["ecr-fips.api"] }))).toEqual([]);
    expect(issuesOf(taskWith({ image }), { endpoints: [{ service: "ecr-fips.api", type: "Interface" }] })).toEqual([]);
    expect(issuesOf(taskWith({ image }), { fips: true })).toEqual([]);
    expect(issuesOf(taskWith({ image }), { wayOut: "nat-gateway" })).toEqual([]);
    expect(issuesOf(taskWith({ image }, { platformVersion: "1.3.0" }))).toEqual([]);
  });

  it.each([
    ["dkr-ecr.eu-west-1.on.aws", "dkr.ecr.eu-west-1.amazonaws.com"],
    ["dkr-ecr.cn-north-1.on.amazonwebservices.com.cn", "dkr.ecr.cn-north-1.amazonaws.com.cn"],
  ])(
    "R1: an image at the dual-stack host %s is one of ECR, and whether endpoints answer is not known",
    (host, usual) => {
      const task = taskWith({ image: ContainerImage.ecr(`123456789012.${host}/orders`) });
      expect(plannedBy("ecr-pull", task)).toEqual(["s3", "ecr.api", "ecr.dkr"]);
      const issue = onlyIssue(EndpointPlan.forTasks([task]).issues);
      expect(issue).toMatchObject({ code: "ecr-host-unverified", severity: "note" });
      expect(issue.fix).toContain(`"123456789012.${usual}/orders"`);
      expect(issuesOf(task, { wayOut: "nat-gateway" })).toEqual([]);
    },
  );

  it("R4w: a Windows image may have layers elsewhere, which is a warning", () => {
    const plan = EndpointPlan.forTasks([taskWith({}, { operatingSystemFamily: "WINDOWS_SERVER_2019_FULL" })]);
    const issue = onlyIssue(plan.issues);
    expect(issue).toMatchObject({ code: "windows-foreign-layers", severity: "warning" });
    expect(issue.fix).toContain("--allow-nondistributable-artifacts");
  });
});
