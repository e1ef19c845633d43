import { describe, expect, it } from "vitest";
import { fittingStatements } from "../../../modules/aws/fitting-statements";
import { LONGEST_ENDPOINT_POLICY } from "../../../modules/aws/limits";
import { type PolicyStatement, policyDocument } from "../../../modules/aws/policy-document";

const pull = (index: number): PolicyStatement => ({
  sid: "EcrPull",
  principal: "*",
  actions: ["ecr:BatchGetImage"],
  resources: [`arn:aws:ecr:eu-west-1:123456789012:repository/team/service-${index}`],
  conditions: { ArnLike: { "aws:PrincipalArn": `\${aws_iam_role.service-${index}.arn}` } },
});
const many = (count: number) => Array.from({ length: count }, (_, index) => pull(index));

describe("the statements of an endpoint's policy", () => {
  it("stay as they are where there is room", () => {
    expect(fittingStatements(many(40))).toEqual(many(40));
  });

  it("are one for the same actions where there is none, with each role and each thing, and nothing else", () => {
    const layers = {
      sid: "Layers",
      principal: "*",
      actions: ["s3:GetObject"],
      resources: ["arn:aws:s3:::layers/*"],
    } as const;
    const [merged, other, ...more] = fittingStatements([...many(80), layers]);
    expect([other, more]).toEqual([layers, []]);
    expect(merged).toEqual({
      ...pull(0),
      resources: many(80).flatMap(({ resources = [] }) => resources),
      conditions: {
        ArnLike: { "aws:PrincipalArn": many(80).map((_, index) => `\${aws_iam_role.service-${index}.arn}`) },
      },
    });
    // As long as the ARNs of roles are: 100 characters each.
    const written = policyDocument([merged ?? pull(0)]).replaceAll(/\$\{[^}]*\}/g, "x".repeat(100));
    expect(written.length).toBeLessThan(LONGEST_ENDPOINT_POLICY);
  });

  it("keep apart what is everybody's, what is about everything, and what has other conditions", () => {
    const { conditions: _, ...everybody } = pull(0);
    const everything = { ...pull(1), resources: ["*"] };
    const fromVpc = { ...pull(2), conditions: { ...pull(2).conditions, StringEquals: { "aws:SourceVpc": "vpc-1" } } };
    const found = fittingStatements([...many(80), everybody, everything, fromVpc]);
    expect(found.map(({ sid }) => sid)).toEqual(["EcrPull", "EcrPull2", "EcrPull3", "EcrPull4"]);
    expect(found.slice(1)).toEqual(
      [everybody, everything, fromVpc].map((each, index) => ({ ...each, sid: `EcrPull${index + 2}` })),
    );
  });
});
