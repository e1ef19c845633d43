import { describe, expect, it } from "vitest";
import { over, withEndpointHub } from "../support/endpoint-hub";
import { dependency } from "../support/terraform-fixture";

describe("the way between VPCs", () => {
  it("is not known where a table has a route that only Terraform knows, and no other", () => {
    const fixture = withEndpointHub().set("aws_route.to_hub", { destination_cidr_block: "${var.hub}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "vpc-route-unknown",
      path: "aws_route.to_hub",
      fix: "assure that the route table of aws_subnet.app_a leads to 10.1.1.0/24, and what stands on the way passes it on",
    });
  });

  it("is the same over routes that all lead there", () => {
    const fixture = withEndpointHub().add("aws_route.more", over("peering", "app", "10.1.1.0/24"));
    expect(fixture.prove().verdict).toBe("proved");
  });
});
