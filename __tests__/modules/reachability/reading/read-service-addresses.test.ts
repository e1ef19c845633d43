import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency } from "../support/terraform-fixture";

const BLOCKS = ["18.34.240.0/22", "52.218.0.0/17"];

function entry(number: number, from: number, to: number, cidr: string): Block {
  return { rule_no: number, action: "allow", protocol: "tcp", from_port: from, to_port: to, cidr_block: cidr };
}

/** The network with the list of S3 as a plan has it when it was looked up, and an ACL that lets some blocks pass. */
function lookedUp(blocks: readonly string[], list: Block, type = "aws_prefix_list") {
  const rules = (from: number, to: number) => blocks.map((cidr, at) => entry(200 + at, from, to, cidr));
  return isolatedNetwork()
    .add(`data.${type}.s3`, list)
    .add("aws_network_acl.tasks", {
      vpc_id: "${aws_vpc.main.id}",
      subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
      ingress: [entry(100, 1024, 65535, "10.0.0.0/16"), ...rules(1024, 65535)],
      egress: [entry(100, 443, 443, "10.0.0.0/16"), ...rules(443, 443)],
    });
}

const NAME = { name: "com.amazonaws.eu-west-1.s3" };

describe("the addresses of a service that have been looked up", () => {
  it("are those that a network ACL has to let pass", () => {
    expect(dependency(lookedUp(BLOCKS, { ...NAME, cidr_blocks: BLOCKS }).prove(), "s3").verdict).toBe("proved");
    const entries = BLOCKS.map((cidr) => ({ cidr, description: "" }));
    const managed = lookedUp(BLOCKS, { ...NAME, entries }, "aws_ec2_managed_prefix_list");
    expect(dependency(managed.prove(), "s3").verdict).toBe("proved");
  });

  it("leave open whether a call arrives where some of them are not let pass", () => {
    const some = lookedUp(BLOCKS.slice(0, 1), { ...NAME, cidr_blocks: BLOCKS });
    expect(dependency(some.prove(), "s3").issue).toMatchObject({
      code: "network-acl-unknown",
      why: "aws_network_acl.tasks admits a part of the addresses only",
    });
  });

  it("are not let pass by the blocks of another service", () => {
    const other = { name: "com.amazonaws.eu-west-1.dynamodb", cidr_blocks: BLOCKS };
    expect(dependency(lookedUp(BLOCKS, other).prove(), "s3").verdict).not.toBe("proved");
    const both = lookedUp(["3.218.180.0/22"], { ...NAME, cidr_blocks: BLOCKS });
    expect(dependency(both.prove(), "s3").issue?.code).toBe("network-acl-blocks");
  });
});
