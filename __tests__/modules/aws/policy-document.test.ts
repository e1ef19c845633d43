import { describe, expect, it } from "vitest";
import { policyDocument } from "../../../modules/aws/policy-document";
import { STRING_TOKENS } from "../../support/tokens";

const parse = (...statements: Parameters<typeof policyDocument>[0]) => JSON.parse(policyDocument(statements));

describe("policyDocument", () => {
  it("writes the version of the policy language", () => {
    expect(parse()).toEqual({ Version: "2012-10-17", Statement: [] });
  });

  it("allows, unless the statement denies", () => {
    const { Statement } = parse({ actions: ["s3:GetObject"] }, { actions: ["s3:GetObject"], effect: "Deny" });
    expect(Statement.map(({ Effect }: { Effect: string }) => Effect)).toEqual(["Allow", "Deny"]);
  });

  it("leaves out what a statement does not say", () => {
    expect(parse({ actions: ["logs:PutLogEvents"], resources: ["*"] }).Statement).toEqual([
      { Effect: "Allow", Action: ["logs:PutLogEvents"], Resource: ["*"] },
    ]);
  });

  it("writes all parts of a statement in IAM's spelling", () => {
    const statement = {
      sid: "Layers",
      principal: "*",
      actions: ["s3:GetObject"],
      resources: ["arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*"],
      conditions: { StringEquals: { "aws:SourceVpc": "vpc-1" } },
    } as const;
    expect(parse(statement).Statement).toEqual([
      {
        Sid: "Layers",
        Effect: "Allow",
        Principal: "*",
        Action: statement.actions,
        Resource: statement.resources,
        Condition: statement.conditions,
      },
    ]);
  });

  it("keeps the order of the statements", () => {
    const { Statement } = parse({ sid: "First", actions: [] }, { sid: "Second", actions: [] });
    expect(Statement.map(({ Sid }: { Sid: string }) => Sid)).toEqual(["First", "Second"]);
  });

  it.each(STRING_TOKENS.filter(([, token]) => typeof token === "string" && !token.includes('"')))(
    "hands on %s, so that Terraform fills it in",
    (_name, token) => {
      expect(policyDocument([{ actions: ["s3:GetObject"], resources: [token] }])).toContain(`["${token}"]`);
    },
  );
});
