import { describe, expect, it } from "vitest";
import { mergedStatements } from "../../../modules/aws/merged-statements";
import type { PolicyStatement } from "../../../modules/aws/policy-document";

const by = (role: string | readonly string[]) => ({ ArnLike: { "aws:PrincipalArn": role } });
const pull = (role: string, thing = "arn:orders"): PolicyStatement => ({
  sid: "EcrPull",
  actions: ["ecr:BatchGetImage"],
  resources: [thing],
  conditions: by(role),
});

describe("merged statements", () => {
  it("say once what two roles may do alike", () => {
    expect(mergedStatements([pull("a"), pull("b"), pull("a")])).toEqual([{ ...pull("a"), conditions: by(["a", "b"]) }]);
  });

  it("say once what a role may do with two things", () => {
    expect(mergedStatements([pull("a", "x"), pull("a", "y")])).toEqual([{ ...pull("a"), resources: ["x", "y"] }]);
  });

  it("never give one role what another has", () => {
    expect(mergedStatements([pull("a", "x"), pull("b", "y")])).toEqual([
      pull("a", "x"),
      { ...pull("b", "y"), sid: "EcrPull2" },
    ]);
  });

  it("never give everybody's statement to a role, nor a role's to everybody", () => {
    const { conditions: _, ...everybody } = pull("a");
    expect(mergedStatements([everybody, pull("a")])).toEqual([everybody, { ...pull("a"), sid: "EcrPull2" }]);
    const elsewhere = { ...pull("a"), conditions: { StringEquals: { "aws:SourceVpc": "vpc-1" }, ...by("a") } };
    expect(mergedStatements([pull("a"), elsewhere])).toHaveLength(2);
  });

  it("leave alone what has no name", () => {
    const unnamed: PolicyStatement = { actions: ["s3:GetObject"] };
    expect(mergedStatements([unnamed, { actions: ["s3:PutObject"] }])).toEqual([
      unnamed,
      { actions: ["s3:PutObject"] },
    ]);
  });
});
