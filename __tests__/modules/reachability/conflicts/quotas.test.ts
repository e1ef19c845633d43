import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

describe("I14 and G10: quotas", () => {
  function withEndpoints(count: number, type: "Interface" | "Gateway"): TerraformFixture {
    const fixture = isolatedNetwork();
    for (let index = 0; index < count; index++) {
      fixture.add(`aws_vpc_endpoint.more_${index}`, {
        ...interfaceEndpoint("sqs"),
        service_name: `com.amazonaws.vpce.eu-west-1.vpce-svc-${index}`,
        vpc_endpoint_type: type,
        private_dns_enabled: false,
      });
    }
    return fixture;
  }

  it("warns of more than 50 interface endpoints in a VPC", () => {
    expect(issuesWith(withEndpoints(47, "Interface").prove(), "endpoint-quota")).toEqual([]);
    expect(issuesWith(withEndpoints(48, "Interface").prove(), "endpoint-quota")).toMatchObject([
      { severity: "warning", path: "aws_vpc_endpoint.more_47" },
    ]);
  });

  it("warns of more than 20 gateway endpoints in a Region, and refuses more than 255 in a VPC", () => {
    expect(issuesWith(withEndpoints(19, "Gateway").prove(), "endpoint-quota")).toEqual([]);
    expect(issuesWith(withEndpoints(20, "Gateway").prove(), "endpoint-quota")).toMatchObject([{ severity: "warning" }]);
    const severities = issuesWith(withEndpoints(255, "Gateway").prove(), "endpoint-quota").map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(["error", "warning"]);
  });
});
