import { App, Fn, TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { afterEach, describe, expect, it, vi } from "vitest";
import { functionArgument } from "../../../modules/internal/function-argument";

describe("a text as an argument of Terraform's functions", () => {
  afterEach(() => vi.restoreAllMocks());

  function written(text: (stage: string) => string): string {
    const stack = new TerraformStack(new App(), "stack");
    const stage = new TerraformVariable(stack, "stage", { type: "string" }).stringValue;
    // Within another function, where cdktf warns of a token within a text.
    const value = Fn.element(Fn.split("/", functionArgument(text(stage))), 0);
    new TerraformOutput(stack, "output", { value });
    return JSON.parse(Testing.synth(stack)).output.output.value;
  }

  it.each<[string, (stage: string) => string, string]>([
    ["a plain text", () => "a/b", '${element(split("/", "a/b"), 0)}'],
    ["a token", (stage) => stage, '${element(split("/", var.stage), 0)}'],
    ["a token in a text", (stage) => `a-${stage}/b`, '${element(split("/", join("", ["a-", var.stage, "/b"])), 0)}'],
    ["an expression", () => "${aws_s3_bucket.b.arn}", '${element(split("/", aws_s3_bucket.b.arn), 0)}'],
    ["an expression with an index", () => '${aws_vpc.a["x"].id}', '${element(split("/", aws_vpc.a["x"].id), 0)}'],
    ["an expression in a text", () => "${var.a}/b", '${element(split("/", join("", [var.a, "/b"])), 0)}'],
    ["an operator", () => "${var.a ? b : c}", '${element(split("/", (var.a ? b : c)), 0)}'],
  ])("%s", (_what, text, expected) => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    expect(written(text)).toBe(expected);
    expect(warned).not.toHaveBeenCalled();
  });
});
