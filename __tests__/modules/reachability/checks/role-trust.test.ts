import { describe, expect, it } from "vitest";
import { isolatedNetwork, policy, TRUST } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const ROLE = "aws_iam_role.execution";
const notes = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "permissions-not-proved");
const verdict = (fixture: TerraformFixture) => fixture.prove().verdict;

describe("the trust policy of a role", () => {
  const trusting = (principal: unknown, more: Block = {}) =>
    isolatedNetwork().set(ROLE, {
      assume_role_policy: policy({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...more }),
    });
  const trust = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "role-trust-missing");

  it("admits the tasks of ECS, among others too, or the task does not start", () => {
    expect(isolatedNetwork().at(ROLE)["assume_role_policy"]).toBe(TRUST);
    expect(verdict(trusting({ Service: ["ec2.amazonaws.com", "ecs-tasks.amazonaws.com"] }))).toBe("proved");
    for (const principal of [{ Service: "ecs.amazonaws.com" }, { AWS: "arn:aws:iam::123456789012:root" }]) {
      expect(verdict(trusting(principal))).toBe("broken");
      expect(trust(trusting(principal))).toMatchObject([{ path: ROLE }]);
    }
    expect(trust(trusting({ Service: "ecs-tasks.amazonaws.com" }, { Action: "sts:TagSession" }))).toHaveLength(1);
  });

  it("leaves open what it admits under a condition, or by a name that only Terraform knows", () => {
    const condition = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    for (const fixture of [
      trusting({ Service: "ecs-tasks.amazonaws.com" }, { Condition: condition }),
      trusting({ Service: "${var.service}" }),
      trusting("*"),
      isolatedNetwork().set(ROLE, { assume_role_policy: "${var.trust}" }),
    ]) {
      expect(trust(fixture)).toEqual([]);
      expect(verdict(fixture)).toBe("proved");
      expect(notes(fixture)).toHaveLength(1);
    }
  });
});
