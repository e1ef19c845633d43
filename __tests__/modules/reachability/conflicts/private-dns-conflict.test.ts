import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("I12: one endpoint with private DNS for a name", () => {
  it("is broken by a second one in the same VPC", () => {
    const proof = isolatedNetwork().add("aws_vpc_endpoint.again", interfaceEndpoint("logs")).prove();
    expect(issuesWith(proof, "private-dns-conflict")).toMatchObject([{ path: "aws_vpc_endpoint.again" }]);
    expect(proof.verdict).toBe("broken");
  });

  it("holds where the second has none, or is in another VPC", () => {
    const silent = isolatedNetwork().add("aws_vpc_endpoint.again", {
      ...interfaceEndpoint("logs"),
      private_dns_enabled: false,
    });
    expect(issuesWith(silent.prove(), "private-dns-conflict")).toEqual([]);
    const elsewhere = isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_vpc_endpoint.again", { ...interfaceEndpoint("logs"), vpc_id: "${aws_vpc.other.id}" });
    expect(issuesWith(elsewhere.prove(), "private-dns-conflict")).toEqual([]);
  });

  it("is found across stacks", () => {
    const stack = (name: string) => ({
      "//": { metadata: { stackName: name } },
      resource: { aws_vpc_endpoint: { logs: { ...interfaceEndpoint("logs"), vpc_id: "vpc-0123456789abcdef0" } } },
    });
    const proof = proveReachability([stack("one"), stack("two")]);
    expect(issuesWith(proof, "private-dns-conflict")).toMatchObject([{ path: "two/aws_vpc_endpoint.logs" }]);
  });
});
