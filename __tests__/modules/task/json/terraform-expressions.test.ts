import { describe, expect, it } from "vitest";
import { hasExpression, maskExpressions, referredType } from "../../../../modules/task/json/terraform-expressions";

describe("maskExpressions", () => {
  it.each([
    ["a:b", "a:b"],
    ["a:${b:c}:d", "a:______:d"],
    ['${f({a = "x:y"})}:z', "_________________:z"],
    ["%{ if a }x%{ endif }", "_________x__________"],
    ["$5 {not}", "$5 {not}"],
    ["${never:closed", "______________"],
  ])("hides the expressions of %s", (text, masked) => {
    expect(maskExpressions(text).replaceAll("\u0000", "_")).toBe(masked);
    expect(hasExpression(maskExpressions(text))).toBe(masked.includes("_"));
  });
});

describe("referredType", () => {
  it.each([
    ["${aws_ecr_repository.orders.repository_url}:1", "aws_ecr_repository"],
    ["${data.aws_ssm_parameter.x.arn}", "aws_ssm_parameter"],
    ["${ aws_ecr_repository.a.b }", "aws_ecr_repository"],
    ["${var.aws_ecr_repository.x}", undefined],
    ["x${aws_ecr_repository.a.b}", undefined],
    ["${TfToken[TOKEN.1]}", undefined],
  ])("of %s is %s", (text, type) => {
    expect(referredType(text)).toBe(type);
  });
});
