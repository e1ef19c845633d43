import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { App, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { expect, it } from "vitest";
import { ofSameStack } from "../../../modules/internal/of-same-stack";
import { newStack } from "../../support/synth";

it("keeps what Terraform finds in the stack, and what is no construct", () => {
  const app = new App();
  const stack = newStack(app, "one");
  const parameter = (scope: Construct) =>
    new SsmParameter(scope, "parameter", { name: "/a", type: "String", value: "1" });
  const here = parameter(stack);
  const elsewhere = parameter(newStack(app, "two"));
  const literal: ITerraformDependable = { fqn: "aws_vpc.by_hand" };
  const found = ofSameStack(new Construct(stack, "service"), [here, elsewhere, literal]);
  expect(found.map(({ fqn }) => fqn)).toEqual(["aws_ssm_parameter.parameter", "aws_vpc.by_hand"]);
});
