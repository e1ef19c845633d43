import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, hop } from "../support/terraform-fixture";

describe("the Region of a task's network", () => {
  it("stops every call with the fault of the VPC, code network-region, before any other", () => {
    const fixture = isolatedNetwork();
    fixture.json["provider"] = { aws: [{ region: "us-east-1" }] };
    for (const service of ["s3", "ecr.api", "logs"]) {
      expect(dependency(fixture.prove(), service).issue).toMatchObject({
        code: "network-region",
        path: "aws_vpc.main",
      });
      expect(hop(fixture.prove(), service, "endpoint")).toMatch(
        /^broken: the provider creates aws_vpc\.main in us-east-1/,
      );
    }
  });
});
