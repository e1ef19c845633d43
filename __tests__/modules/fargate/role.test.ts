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

  it("has no policy where it has no right", () => {
    expect(synthRole({}, []).all("aws_iam_role_policy")).toEqual([]);
  });
});
