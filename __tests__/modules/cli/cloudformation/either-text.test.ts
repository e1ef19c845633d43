import { describe, expect, it } from "vitest";
import { eitherText } from "../../../../modules/cli/cloudformation/either-text";

describe("eitherText", () => {
  it.each([
    ["a", "a", "a"],
    ["", "a", "${?}"],
    ["a:1", "a:2", "a:${?}"],
    ["orders-dev", "orders-prod", "orders-${?}"],
    ["awslogs", "awsfirelens", "aws${?}s"],
    ["1.dkr.ecr.r.amazonaws.com/a:1", "2.dkr.ecr.s.amazonaws.com/b:1", "${?}.dkr.ecr.${?}.amazonaws.com/${?}:1"],
    ["1.dkr.ecr.r.amazonaws.com.cn/a", "2.dkr.ecr.s.amazonaws.com/a", "${?}.dkr.ecr.${?}.amazonaws.com${?}/a"],
    ["nginx:1", "1.dkr.ecr.r.amazonaws.com/a:1", "${?}:1"],
    ["arn:aws:ssm:r:1:parameter/a", "arn:aws:secretsmanager:r:1:secret:a", "arn:aws:s${?}:r:1:${?}a"],
    [
      "${AWS::ECR::Repository A.RepositoryUri}:1",
      "${AWS::ECR::Repository B.RepositoryUri}:1",
      "${AWS::ECR::Repository ?}:1",
    ],
    ["${AWS::ECR::Repository A}:1", "${AWS::SSM::Parameter B}:1", "${?}:1"],
    ["${AWS::Region}-a", "${AWS::AccountId}-a", "${?}-a"],
    ["${A}", "x", "${?}"],
    ["{{resolve:ssm:a}}", "{{resolve:ssm:b}}", "${?}"],
  ])("of %s and %s keeps what both have", (a, b, either) => {
    expect(eitherText(a, b, "?")).toBe(either);
  });

  it("does not compare texts of any length part by part", () => {
    expect(eitherText("a.b".repeat(1000), "b:c".repeat(1000), "?")).toBe("${?}");
  });
});
