import { describe, expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { issuesOf, planned, taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const UNREACHABLE = "error registry-unreachable containers.api.image";
const pulled = (name: string, reachableHosts: string[] = []) =>
  taskWith({ image: ContainerImage.registry(name) }, { reachableHosts });

describe("the rule other-registry", () => {
  it("R3: an image in ECR Public is out of reach", () => {
    const { endpoints, issues } = EndpointPlan.forTasks([pulled("public.ecr.aws/docker/library/nginx:1.29")]);
    expect(endpoints).toEqual([]);
    const issue = onlyIssue(issues);
    expect(issue.code).toBe("registry-unreachable");
    expect(issue.why).toContain("us-east-1");
    expect(issue.fix).toContain("ContainerImage.ecr(repository");
  });

  it.each([
    "nginx",
    "library/nginx:1.29",
    "docker.io/library/nginx",
    "ghcr.io/org/app",
    "quay.io/a/b@sha256:1",
    "localhost:5000",
  ])("R4: %s is out of reach", (name) => {
    expect(issuesOf(pulled(name))).toEqual([UNREACHABLE]);
    expect(planned(pulled(name))).toEqual([]);
  });

  it("R4: a host that is declared is reached, and everything below it", () => {
    expect(issuesOf(pulled("registry.example.com/app", ["registry.example.com"]))).toEqual([]);
    expect(issuesOf(pulled("registry.example.com:5000/app:1", ["Example.com"]))).toEqual([]);
    expect(issuesOf(pulled("badexample.com/app", ["example.com"]))).toEqual([UNREACHABLE]);
    expect(issuesOf(pulled("registry.example.com/app", ["eu.registry.example.com"]))).toEqual([UNREACHABLE]);
  });

  it("R4: a private address is reached without being declared", () => {
    expect(issuesOf(pulled("10.0.3.4:5000/app"))).toEqual([]);
    expect(issuesOf(pulled("172.32.0.1:5000/app"))).toEqual([UNREACHABLE]);
  });

  it("an image in a private ECR repository is told to be one, before and with the endpoints", () => {
    const { issues } = EndpointPlan.forTasks([pulled("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2")]);
    expect(onlyIssue(issues)).toMatchObject({
      code: "image-in-ecr",
      fix: expect.stringContaining("ContainerImage.ecr("),
    });
  });

  it("an image that Terraform fills in may be in ECR, which the fix says first", () => {
    const { issues } = EndpointPlan.forTasks([pulled("${var.image}")]);
    expect(onlyIssue(issues).fix).toMatch(/^if it is in an ECR repository, write ContainerImage\.ecr\(repository, /);
  });

  it.each(["registry.internal:5000/app", "harbor.local/team/app:1", "registry:5000/app"])(
    "R4: whether the VPC has the name of %s is not known",
    (name) => {
      expect(issuesOf(pulled(name))).toEqual(["note registry-unknown containers.api.image"]);
      const { issues } = EndpointPlan.forTasks([pulled(name)]);
      expect(onlyIssue(issues)).toMatchObject({
        why: expect.stringContaining("private hosted zone"),
        fix: expect.stringMatching(/reachableHosts: \["[a-z.]+"\].*ContainerImage\.ecr\(/),
      });
    },
  );

  it("R4: a private name that is declared is reached", () => {
    expect(issuesOf(pulled("registry.internal:5000/app", ["registry.internal"]))).toEqual([]);
  });

  it("R4: the fix of a host of its own is to declare it", () => {
    const { issues } = EndpointPlan.forTasks([pulled("registry.example.com:5000/app")]);
    expect(onlyIssue(issues).fix).toContain('reachableHosts: ["registry.example.com"]');
  });

  it("R12h: for aws-for-fluent-bit the fix is the Region's copy in ECR", () => {
    const image = ContainerImage.registry("public.ecr.aws/aws-observability/aws-for-fluent-bit:stable");
    const { issues } = EndpointPlan.forTasks([taskWith({ image, firelens: { type: "fluentbit" } })]);
    expect(onlyIssue(issues).fix).toContain("/aws/service/aws-for-fluent-bit/stable");
  });

  it("R26: with a way out it is a note that names the way", () => {
    const { issues } = EndpointPlan.forTasks([pulled("nginx")], { wayOut: "nat-gateway" });
    expect(onlyIssue(issues)).toMatchObject({ severity: "note", why: expect.stringContaining("a NAT gateway") });
  });

  it.each(STRING_TOKENS)("R4: a name that only Terraform knows may be of a declared host: %s", (_name, token) => {
    expect(issuesOf(pulled(token))).toEqual([UNREACHABLE]);
    expect(issuesOf(pulled(token, ["registry.example.com"]))).toEqual(["note registry-unknown containers.api.image"]);
  });
});
