import { describe, expect, it } from "vitest";
import { checkRolePath, checkTaskRoleTrust } from "../../../modules/fargate/check-role-options";

describe("the path of a role", () => {
  it.each(["/", "/services/", "/a/b/", "${var.path}"])("may be %s", (path) =>
    expect(checkRolePath(path, "taskRole.path")).toBeUndefined(),
  );

  it.each([
    ["services", "/services/"],
    ["/services", "/services/"],
    ["a b/", "/ab/"],
    ["", "/services/"],
  ])('is not "%s"', (path, right) => {
    expect(checkRolePath(path, "taskRole.path")).toMatchObject({
      code: "role-option-invalid",
      path: "taskRole.path",
      fix: `write "${right}"`,
    });
    expect(checkRolePath(right, "taskRole.path")).toBeUndefined();
  });
});

describe("for whose tasks a role is", () => {
  it("is one of two words", () => {
    for (const trust of ["own-tasks", "any-tasks", "${var.trust}"]) {
      expect(checkTaskRoleTrust(trust, "taskRole.trust")).toBeUndefined();
    }
    expect(checkTaskRoleTrust("all", "taskRole.trust")).toMatchObject({
      problem: '"all" is none of own-tasks, any-tasks',
    });
  });
});
