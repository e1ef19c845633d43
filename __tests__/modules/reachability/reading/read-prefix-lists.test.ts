import { describe, expect, it } from "vitest";
import { isolatedNetwork, rule } from "../support/isolated-network";
import { type Block, dependency } from "../support/terraform-fixture";

/** The network in which the list of S3 is looked up. */
function lookedUp(arguments_: Block, type = "aws_prefix_list") {
  return isolatedNetwork()
    .add(`data.${type}.s3`, arguments_)
    .add("aws_vpc_security_group_egress_rule.s3", rule("task", { prefix_list_id: `\${data.${type}.s3.id}` }));
}

describe("the prefix list of a service", () => {
  it.each([
    ["aws_prefix_list", { name: "com.amazonaws.eu-west-1.s3" }],
    ["aws_prefix_list", { prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}" }],
    ["aws_ec2_managed_prefix_list", { id: "${aws_vpc_endpoint.s3.prefix_list_id}" }],
    ["aws_prefix_list", { filter: [{ name: "prefix-list-name", values: ["com.amazonaws.eu-west-1.s3"] }] }],
    ["aws_prefix_list", { filter: [{ name: "prefix-list-name", values: ["com.amazonaws.*.s3"] }] }],
    ["aws_ec2_managed_prefix_list", { filter: [{ name: "prefix-list-name", values: ["*.s3"] }] }],
  ])("is found by its name, or by the endpoint that has it: %s, %o", (type, by) => {
    expect(dependency(lookedUp(by, type).prove(), "s3").verdict).toBe("proved");
  });

  it.each([
    ["data.aws_prefix_list.s3.cidr_blocks", "proved"],
    ["slice(data.aws_prefix_list.s3.cidr_blocks, 0, 2)", "unknown"],
    ["data.aws_prefix_list.dynamodb.cidr_blocks", "broken"],
  ])("is what a rule is about that has all of its blocks: %s", (blocks, verdict) => {
    const fixture = isolatedNetwork()
      .add("data.aws_prefix_list.s3", { name: "com.amazonaws.eu-west-1.s3" })
      .add("data.aws_prefix_list.dynamodb", { name: "com.amazonaws.eu-west-1.dynamodb" })
      .remove("aws_vpc_security_group_egress_rule.s3")
      .add("aws_security_group_rule.s3", {
        type: "egress",
        security_group_id: "${aws_security_group.task.id}",
        protocol: "tcp",
        from_port: 443,
        to_port: 443,
        cidr_blocks: `\${${blocks}}`,
      });
    expect(dependency(fixture.prove(), "s3").verdict).toBe(verdict);
  });

  it("is that of another service where it is looked up by another name", () => {
    const others = [
      { name: "com.amazonaws.eu-west-1.dynamodb" },
      { filter: [{ name: "prefix-list-name", values: ["com.amazonaws.*.dynamodb"] }] },
    ];
    for (const other of others) {
      expect(dependency(lookedUp(other).prove(), "s3").issue?.code).toBe("task-egress-prefix-list-missing");
    }
  });

  it("is not known where only Terraform knows by which id it is looked up", () => {
    for (const by of [
      { prefix_list_id: "${var.list}" },
      { filter: [{ name: "prefix-list-name", values: "${var.names}" }] },
      { filter: [{ name: "prefix-list-id", values: ["com.amazonaws.eu-west-1.s3"] }] },
      { filter: [{ name: "prefix-list-name", values: ["com.amazonaws.*"] }] },
    ]) {
      expect(dependency(lookedUp(by).prove(), "s3").issue?.code).toBe("task-egress-unknown");
    }
  });
});
