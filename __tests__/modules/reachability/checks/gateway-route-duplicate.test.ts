import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency } from "../support/terraform-fixture";

const S3 = "aws_vpc_endpoint.s3";

describe("G3: a route table has one gateway endpoint of a service", () => {
  it("breaks where it has two", () => {
    const fixture = isolatedNetwork();
    fixture.add("aws_vpc_endpoint.s3_again", fixture.at(S3));
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({
      code: "gateway-route-duplicate",
      path: "aws_vpc_endpoint.s3_again",
    });
  });

  it("holds where they are of different services", () => {
    const fixture = isolatedNetwork();
    fixture.add("aws_vpc_endpoint.dynamodb", {
      ...fixture.at(S3),
      service_name: "com.amazonaws.eu-west-1.dynamodb",
    });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });
});
