import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, taskDefinition } from "../../support/isolated-network";
import { issuesWith } from "../../support/terraform-fixture";

const withRouter = (name: string, image: string) =>
  isolatedNetwork()
    .add("data.aws_ssm_parameter.router", { name })
    .add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container(), container({ name: "router", image, essential: false })]),
    );

describe("a public parameter with the URI of an image in ECR", () => {
  it.each([
    ["/aws/service/aws-for-fluent-bit/stable", "${data.aws_ssm_parameter.router.value}"],
    ["/aws/service/aws-for-fluent-bit/2.32.0", "${nonsensitive(data.aws_ssm_parameter.router.value)}"],
    ["/aws/service/aws-for-fluent-bit/windowsservercore:stable", "${data.aws_ssm_parameter.router.insecure_value}"],
  ])("is one: %s as %s", (name, image) => {
    const fixture = withRouter(name, image);
    expect(fixture.prove().verdict).toBe("proved");
    expect(fixture.clone().remove("aws_vpc_endpoint.ecr_dkr").prove().verdict).toBe("broken");
  });

  it.each([
    ["/orders/image", "${data.aws_ssm_parameter.router.value}"],
    ["${var.name}", "${data.aws_ssm_parameter.router.value}"],
    ["/aws/service/aws-for-fluent-bit/stable", "${data.aws_ssm_parameter.router.version}"],
  ])("is not: %s as %s", (name, image) => {
    const proof = withRouter(name, image).prove();
    expect(proof.verdict).toBe("unknown");
    expect(issuesWith(proof, "image-registry-unknown")).toHaveLength(1);
  });
});
