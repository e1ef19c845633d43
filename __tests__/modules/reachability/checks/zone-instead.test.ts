import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency } from "../support/terraform-fixture";

describe("a hosted zone in place of an endpoint", () => {
  it("may lead to one in another VPC", () => {
    const fixture = isolatedNetwork().remove("aws_vpc_endpoint.logs");
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-missing");
    fixture.add("aws_route53_zone.aws", { name: "eu-west-1.amazonaws.com", vpc: [{ vpc_id: "${aws_vpc.main.id}" }] });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "hosted-zone-unknown",
      path: "aws_route53_zone.aws",
    });
  });
});
