import { describe, expect, it } from "vitest";
import { EndpointPlan } from "../../../../modules";
import { checkInstanceSpec } from "../../../../modules/planning/instance/check-instance-spec";
import { STRING_TOKENS } from "../../../support/tokens";

describe("an instance", () => {
  it("is as it should be", () => {
    expect(checkInstanceSpec({ name: "a.b-c_D", packages: ["gcc-c++", "python3.11"], uses: ["sqs"] })).toEqual([]);
  });

  it.each(["", "my host", "a/b", "a".repeat(65)])("has no name %j", (name) => {
    expect(checkInstanceSpec({ name })).toMatchObject([{ code: "instance-name-invalid", path: "name" }]);
  });

  it.each(["docker; reboot", "$(reboot)", "-y", "", "two words"])("installs no package %j", (value) => {
    expect(checkInstanceSpec({ name: "a", packages: ["docker", value] })).toMatchObject([
      { code: "package-name-invalid", path: "packages[1]" },
    ]);
  });

  it.each(STRING_TOKENS)("takes %s for a name and a package", (_, token) => {
    expect(checkInstanceSpec({ name: token, packages: [token] })).toEqual([]);
  });

  it("calls no service that there is not, which its plan says too", () => {
    const services: string[] = ["ecr"];
    const spec = JSON.parse(JSON.stringify({ name: "a", uses: services }));
    expect(checkInstanceSpec(spec)).toMatchObject([{ code: "service-unknown", path: "uses[0]" }]);
    expect(EndpointPlan.forInstances([spec]).issues).toMatchObject([{ code: "service-unknown", task: "a" }]);
  });
});
