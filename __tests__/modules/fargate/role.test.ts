import { describe, expect, it } from "vitest";
import { type RoleOptions, TaskRole } from "../../../modules/fargate/role";
import { parsed, ref, synth } from "../../support/synth";

const read = { actions: ["s3:GetObject"], resources: ["*"] };
const derived = { sid: "Logs", actions: ["logs:PutLogEvents"], resources: ["*"] };
const synthRole = (options: RoleOptions, statements = [derived]) =>
  synth(
    (scope) =>
      new TaskRole(scope, "role", { namePrefix: `${"a-long-family-name-".repeat(3)}task-`, options, statements }),
  );

describe("TaskRole", () => {
  it("starts its name as AWS allows, and leaves the rest to Terraform", () => {
    const { name_prefix, name } = synthRole({}).only("aws_iam_role").attributes;
    expect(name_prefix).toBe("a-long-family-name-a-long-family-name-");
    expect(name).toBeUndefined();
  });

  it("has the name that it is given", () => {
    const { name_prefix, name } = synthRole({ name: "orders" }).only("aws_iam_role").attributes;
    expect(name).toBe("orders");
    expect(name_prefix).toBeUndefined();
  });

  it("has further rights beside those that it needs", () => {
    const stack = synthRole({ statements: [read] });
    const { role, policy } = stack.only("aws_iam_role_policy").attributes;
    expect(role).toBe(ref(stack.only("aws_iam_role"), "name"));
    expect(parsed(policy)).toMatchObject({
      Statement: [{ Sid: "Logs" }, { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] }],
    });
  });

  it("has neither path nor boundary nor managed policies unless it is given some", () => {
    const attributes = synthRole({}).only("aws_iam_role").attributes;
    expect(attributes).not.toHaveProperty("path");
    expect(attributes).not.toHaveProperty("permissions_boundary");
    expect(synthRole({}).all("aws_iam_role_policy_attachment")).toEqual([]);
  });

  it("has the path, the boundary and the managed policies that it is given, by whose names they have their addresses", () => {
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const stack = synthRole({ path: "/services/", permissionsBoundary, managedPolicies: { audit: policyArn } });
    expect(stack.only("aws_iam_role").attributes).toMatchObject({
      path: "/services/",
      permissions_boundary: permissionsBoundary,
    });
    expect(stack.at("role/managed-policy-audit").attributes).toMatchObject({
      role: ref(stack.only("aws_iam_role"), "name"),
      policy_arn: policyArn,
    });
  });

  it("has no policy where it has no right", () => {
    expect(synthRole({}, []).all("aws_iam_role_policy")).toEqual([]);
  });
});
