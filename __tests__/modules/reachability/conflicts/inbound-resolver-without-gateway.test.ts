import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("private DNS for inbound Resolver endpoints only", () => {
  const s3 = {
    ...interfaceEndpoint("s3"),
    dns_options: { private_dns_only_for_inbound_resolver_endpoint: true },
  };

  it("needs the gateway endpoint, through which calls from the VPC go", () => {
    const beside = isolatedNetwork().add("aws_vpc_endpoint.s3_interface", s3);
    expect(issuesWith(beside.prove(), "inbound-resolver-without-gateway")).toEqual([]);
    expect(beside.prove().verdict).toBe("proved");
    const alone = isolatedNetwork().add("aws_vpc_endpoint.s3", s3);
    expect(issuesWith(alone.prove(), "inbound-resolver-without-gateway")).toMatchObject([
      { path: "aws_vpc_endpoint.s3" },
    ]);
    expect(issuesWith(alone.prove(), "private-dns-off")).toHaveLength(1);
    const perhaps = alone.add("aws_vpc_endpoint.other", {
      vpc_id: "${aws_vpc.main.id}",
      service_name: "${var.service}",
    });
    expect(issuesWith(perhaps.prove(), "inbound-resolver-without-gateway")).toEqual([]);
  });
});
