import { describe, expect, it } from "vitest";
import { isolatedNetwork, subnet } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("address blocks", () => {
  it("of subnets may not overlap, nor lie outside of the VPC", () => {
    const overlap = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" });
    expect(issuesWith(overlap.prove(), "subnets-overlap")).toMatchObject([{ path: "aws_subnet.app_b" }]);
    const outside = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.9.1.0/24" });
    expect(issuesWith(outside.prove(), "subnet-outside-vpc")).toMatchObject([{ path: "aws_subnet.app_b" }]);
    outside.add("aws_vpc_ipv4_cidr_block_association.more", {
      vpc_id: "${aws_vpc.main.id}",
      cidr_block: "10.9.0.0/16",
    });
    expect(issuesWith(outside.prove(), "subnet-outside-vpc")).toEqual([]);
  });
});

describe("several subnets in the block of one", () => {
  it("are all found", () => {
    const fixture = isolatedNetwork().add("aws_subnet.wide", subnet("10.0.0.0/20", "a"));
    const found = issuesWith(fixture.prove(), "subnets-overlap").map(({ path }) => path);
    expect(found).toEqual(["aws_subnet.app_a", "aws_subnet.app_b", "aws_subnet.endpoint_a", "aws_subnet.endpoint_b"]);
  });
});
