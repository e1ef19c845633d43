import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("I10: the service is offered in each zone of the endpoint", () => {
  const withLookup = (zones: readonly string[]) =>
    isolatedNetwork().add("data.aws_vpc_endpoint_service.logs", { service: "logs", availability_zones: zones });

  it("holds, and is not asked where nothing has looked it up", () => {
    expect(dependency(withLookup(["eu-west-1a", "eu-west-1b"]).prove(), "logs").verdict).toBe("proved");
    const open = isolatedNetwork().add("data.aws_vpc_endpoint_service.logs", { service: "logs" });
    expect(dependency(open.prove(), "logs").verdict).toBe("proved");
  });

  it("breaks in a zone where it is not offered", () => {
    const { issue } = dependency(withLookup(["eu-west-1a", "eu-west-1c"]).prove(), "logs");
    expect(issue).toMatchObject({ code: "endpoint-zone-not-offered", path: LOGS });
    expect(issue?.problem).toContain("eu-west-1b");
  });
});
