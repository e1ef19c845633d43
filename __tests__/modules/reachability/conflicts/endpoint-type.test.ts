import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("the type of an endpoint", () => {
  it.each([
    ["logs", undefined, 1],
    ["logs", "Gateway", 1],
    ["s3express", "Interface", 1],
    ["s3", "Interface", 0],
    ["dynamodb", "Gateway", 0],
  ])("%s as %s is refused %d times", (service, type, times) => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.more", {
      ...interfaceEndpoint(service),
      private_dns_enabled: false,
      vpc_endpoint_type: type,
    });
    expect(issuesWith(fixture.prove(), "endpoint-type-wrong")).toHaveLength(times);
  });

  it("warns of a service outside the catalog, with the nearest name", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.more", interfaceEndpoint("secretmanager"));
    const [issue] = issuesWith(fixture.prove(), "service-unknown");
    expect(issue).toMatchObject({ severity: "warning", path: "aws_vpc_endpoint.more" });
    expect(issue?.fix).toContain('"secretsmanager"');
  });
});
