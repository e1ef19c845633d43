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

  describe("with conditions on where the task runs", () => {
    const ecs = { Service: "ecs-tasks.amazonaws.com" };
    const own = "${data.aws_caller_identity.current.account_id}";
    const under = (Condition: Block) => trusting(ecs, { Condition }).add("data.aws_caller_identity.current", {});

    it.each<[string, Block]>([
      ["the account", { StringEquals: { "aws:SourceAccount": own } }],
      ["the tasks of the account", { ArnLike: { "aws:SourceArn": `arn:aws:ecs:eu-west-1:${own}:*` } }],
      ["both", { StringLike: { "AWS:SourceAccount": own }, ArnEquals: { "aws:SourceArn": `arn:aws:ecs:*:${own}:*` } }],
    ])("is proved for %s", (_what, condition) => {
      expect(trust(under(condition))).toEqual([]);
      expect(notes(under(condition))).toEqual([]);
      expect(verdict(under(condition))).toBe("proved");
    });

    it.each<[string, Block, string]>([
      ["Region", { ArnLike: { "aws:SourceArn": `arn:aws:ecs:us-east-1:${own}:*` } }, "aws:SourceArn is arn:aws:ecs:"],
      [
        "service",
        { ArnLike: { "aws:SourceArn": `arn:aws:events:eu-west-1:${own}:*` } },
        "aws:SourceArn is arn:aws:ecs:",
      ],
      ["account", { StringNotEquals: { "aws:SourceAccount": own } }, "aws:SourceAccount is"],
    ])("does not start the task for another %s", (_what, condition, problem) => {
      expect(verdict(under(condition))).toBe("broken");
      expect(trust(under(condition))).toMatchObject([{ path: ROLE, problem: expect.stringContaining(problem) }]);
    });

    it("does not start the task for the account of somebody else, where the plan knows both", () => {
      const other = under({ StringEquals: { "aws:SourceAccount": "444455556666" } });
      other.set("data.aws_caller_identity.current", { account_id: "111122223333" });
      expect(trust(other)).toMatchObject([
        { problem: expect.stringContaining("here aws:SourceAccount is 111122223333") },
      ]);
    });

    it.each<[string, Block]>([
      ["one cluster", { ArnLike: { "aws:SourceArn": `arn:aws:ecs:eu-west-1:${own}:cluster/main` } }],
      ["an account that may be another", { StringEquals: { "aws:SourceAccount": "123456789012" } }],
      ["another key", { StringEquals: { "aws:PrincipalTag/team": "orders" } }],
    ])("leaves open %s", (_what, condition) => {
      expect(trust(under(condition))).toEqual([]);
      expect(notes(under(condition))).toHaveLength(1);
      expect(verdict(under(condition))).toBe("proved");
    });
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
