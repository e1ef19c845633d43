import { describe, expect, it } from "vitest";
import { checkManagedPolicyArn, checkRolePath } from "../../../modules/fargate/check-role-options";

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

describe("a managed policy", () => {
  it.each([
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws-cn:iam::123456789012:policy/team/boundary",
    "${aws_iam_policy.boundary.arn}",
  ])("may be %s", (arn) => expect(checkManagedPolicyArn(arn, "taskRole.permissionsBoundary")).toBeUndefined());

  it("is not its name, nor another thing", () => {
    const named = checkManagedPolicyArn("ReadOnlyAccess", "taskRole.managedPolicies.audit");
    expect(named?.fix).toContain('"arn:aws:iam::aws:policy/ReadOnlyAccess"');
    expect(checkManagedPolicyArn("arn:aws:iam::123456789012:role/a", "x")).toMatchObject({
      problem: '"arn:aws:iam::123456789012:role/a" is not the ARN of a managed policy',
    });
  });
});
