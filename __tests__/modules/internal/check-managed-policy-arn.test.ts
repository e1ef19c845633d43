import { describe, expect, it } from "vitest";
import { checkManagedPolicyArn } from "../../../modules/internal/check-managed-policy-arn";

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
