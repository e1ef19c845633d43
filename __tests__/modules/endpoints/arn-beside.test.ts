import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from "cdktf";
import { describe, expect, it } from "vitest";
import { arnBeside } from "../../../modules/endpoints/arn-beside";

/** What is written of a thing that is named so. */
function written(namedIn: (scope: TerraformStack) => string): string {
  const stack = new TerraformStack(Testing.app(), "stack");
  const value = arnBeside(namedIn(stack), (named) => `otherwise ${named}`);
  new TerraformOutput(stack, "arn", { value, staticId: true });
  return JSON.parse(Testing.synth(stack)).output.arn.value;
}

describe("the ARN of a thing that Terraform makes", () => {
  it.each<[string, (scope: TerraformStack) => string, RegExp]>([
    ["the id of a key", (scope) => new KmsKey(scope, "key", {}).keyId, /^\$\{aws_kms_key\.\w+\.arn\}$/],
    ["the ARN of a key", (scope) => new KmsKey(scope, "key", {}).arn, /^\$\{aws_kms_key\.\w+\.arn\}$/],
    [
      "the name of an alias",
      (scope) => new KmsAlias(scope, "alias", { name: "alias/orders", targetKeyId: "key" }).name,
      /^\$\{aws_kms_alias\.\w+\.target_key_arn\}$/,
    ],
    [
      "the name of a parameter",
      (scope) => new SsmParameter(scope, "parameter", { name: "/orders", type: "String", value: "x" }).name,
      /^\$\{aws_ssm_parameter\.\w+\.arn\}$/,
    ],
    [
      "a reference that somebody has written",
      () => "${data.aws_ecr_repository.base[0].repository_url}",
      /^\$\{data\.aws_ecr_repository\.base\[0\]\.arn\}$/,
    ],
  ])("is beside %s", (_, namedIn, arn) => {
    expect(written(namedIn)).toMatch(arn);
  });

  it("is made otherwise where nothing has it", () => {
    const variable = (scope: TerraformStack) => new TerraformVariable(scope, "key", { type: "string" }).stringValue;
    expect(written(variable)).toBe("otherwise ${var.key}");
    expect(written((scope) => `${new KmsKey(scope, "key", {}).keyId}/more`)).toMatch(/^otherwise /);
    expect(written(() => "${aws_kms_key.main.description}")).toMatch(/^otherwise /);
  });
});
