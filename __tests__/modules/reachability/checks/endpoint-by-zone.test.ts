import { describe, expect, it } from "vitest";
import { withEndpointHub } from "../support/endpoint-hub";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const ENDPOINT = "aws_vpc_endpoint.logs";
const RECORD = "aws_route53_record.logs";
const issueOf = (fixture: TerraformFixture) => dependency(fixture.prove(), "logs").issue;

describe("the endpoint to which a zone leads", () => {
  it("serves the service in the VPC that it is in", () => {
    expect(hop(withEndpointHub().prove(), "logs", "endpoint")).toBe(`proved: ${ENDPOINT} serves "logs" in aws_vpc.hub`);
  });

  it.each<[string, Block]>([
    ["another service", { service_name: "com.amazonaws.eu-west-1.monitoring" }],
    ["another Region", { service_name: "com.amazonaws.eu-central-1.logs" }],
    ["a service of somebody", { service_name: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0" }],
  ])("is for %s, which answers nothing", (_, change) => {
    expect(issueOf(withEndpointHub().set(ENDPOINT, change))).toMatchObject({
      code: "hosted-zone-endpoint-wrong",
      path: RECORD,
    });
  });

  it("is not known where only Terraform knows its service", () => {
    expect(issueOf(withEndpointHub().set(ENDPOINT, { service_name: "${var.service}" }))).toMatchObject({
      code: "hosted-zone-unknown",
      path: RECORD,
    });
  });
});
