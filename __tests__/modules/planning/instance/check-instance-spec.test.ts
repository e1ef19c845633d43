import { describe, expect, it } from "vitest";
import { EndpointPlan, type InstanceSpec } from "../../../../modules";
import { checkInstanceSpec } from "../../../../modules/planning/instance/check-instance-spec";
import { STRING_TOKENS } from "../../../support/tokens";

const issuesOf = (spec: InstanceSpec) => [...checkInstanceSpec(spec)];

describe("an instance", () => {
  it("is as it should be", () => {
    expect(issuesOf({ name: "a.b-c_D", packages: ["gcc-c++", "python3.11"], uses: ["sqs"] })).toEqual([]);
  });

  it.each(["", "my host", "a/b", "a".repeat(65)])("has no name %j", (name) => {
    expect(issuesOf({ name })).toMatchObject([{ code: "instance-name-invalid", path: "name" }]);
  });

  it.each(["docker; reboot", "$(reboot)", "-y", "", "two words"])("installs no package %j", (value) => {
    expect(issuesOf({ name: "a", packages: ["docker", value] })).toMatchObject([
      { code: "package-name-invalid", path: "packages[1]" },
    ]);
  });

  it.each(STRING_TOKENS)("takes %s for a name and a package", (_, token) => {
    expect(issuesOf({ name: token, packages: [token] })).toEqual([]);
  });

  it("calls no service that there is not, which its plan says too", () => {
    const services: string[] = ["ecr"];
    const spec = JSON.parse(JSON.stringify({ name: "a", uses: services }));
    expect(issuesOf(spec)).toMatchObject([{ code: "service-unknown", path: "uses[0]" }]);
    expect(EndpointPlan.forInstances([spec]).issues).toMatchObject([{ code: "service-unknown", task: "a" }]);
  });
});
