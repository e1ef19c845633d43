import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const LIST = "data.aws_prefix_list.s3.cidr_blocks";
const IN_VPC = { protocol: "tcp", cidr_block: "10.0.0.0/16", action: "allow" };
const CALLS = { ...IN_VPC, rule_no: 100, from_port: 443, to_port: 443 };
const ANSWERS = { ...IN_VPC, rule_no: 100, from_port: 1024, to_port: 65535 };

/** The network with an ACL for the subnets of tasks that lets pass what is in the VPC. */
function withAcl(service = "s3", inline: { ingress?: Block[]; egress?: Block[]; dynamic?: Block } = {}) {
  const { ingress = [], egress = [], ...more } = inline;
  return isolatedNetwork()
    .add("data.aws_prefix_list.s3", { name: `com.amazonaws.eu-west-1.${service}` })
    .add("aws_network_acl.tasks", {
      vpc_id: "${aws_vpc.main.id}",
      subnet_ids: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
      ingress: [ANSWERS, ...ingress],
      egress: [CALLS, ...egress],
      ...more,
    });
}

/** Rules both ways for the blocks of the list. */
function over(block: Block, fixture = withAcl()): TerraformFixture {
  const common = { network_acl_id: "${aws_network_acl.tasks.id}", protocol: "tcp", rule_action: "allow", ...block };
  return fixture
    .add("aws_network_acl_rule.out", { egress: true, from_port: 443, to_port: 443, ...common })
    .add("aws_network_acl_rule.in", { egress: false, from_port: 1024, to_port: 65535, ...common });
}

const COUNTED = {
  count: `\${length(${LIST})}`,
  rule_number: "${200 + count.index}",
  cidr_block: `\${${LIST}[count.index]}`,
};

function verdict(fixture: TerraformFixture): string {
  return hop(fixture.prove(), "s3", "network-acl").split(":")[0] ?? "";
}

describe("rules of a network ACL over the blocks of a prefix list", () => {
  it.each<[string, Block]>([
    ["count and an index", COUNTED],
    ["count and element", { ...COUNTED, cidr_block: `\${element(${LIST}, count.index)}` }],
    [
      "a set",
      {
        for_each: `\${toset(${LIST})}`,
        rule_number: `\${200 + index(${LIST}, each.key)}`,
        cidr_block: "${each.value}",
      },
    ],
    [
      "a map by place",
      {
        for_each: `\${{ for i, each in ${LIST} : i => each }}`,
        rule_number: "${200 + each.key}",
        cidr_block: "${each.value}",
      },
    ],
    [
      "a map by block",
      {
        for_each: `\${{ for i, each in ${LIST} : each => 200 + i }}`,
        rule_number: "${each.value}",
        cidr_block: "${each.key}",
      },
    ],
  ])("admit the addresses of the service: by %s", (_, block) => {
    expect(dependency(over(block).prove(), "s3").verdict).toBe("proved");
  });

  it("admit them by dynamic blocks of the ACL", () => {
    const content = { rule_no: "${200 + egress.key}", action: "allow", protocol: "tcp", cidr_block: "${egress.value}" };
    const back = { ...content, rule_no: "${200 + ingress.key}", cidr_block: "${ingress.value}" };
    const dynamic = {
      egress: { for_each: `\${${LIST}}`, content: { ...content, from_port: 443, to_port: 443 } },
      ingress: { for_each: `\${${LIST}}`, content: { ...back, from_port: 1024, to_port: 65535 } },
    };
    expect(dependency(withAcl("s3", { dynamic }).prove(), "s3").verdict).toBe("proved");
  });

  it("admit them by the entries of a managed prefix list, and by the blocks that the endpoint names", () => {
    const entries = "data.aws_ec2_managed_prefix_list.s3.entries";
    const fixture = withAcl().add("data.aws_ec2_managed_prefix_list.s3", { name: "com.amazonaws.eu-west-1.s3" });
    for (const [list, block] of [
      [`tolist(${entries})`, `tolist(${entries})[count.index].cidr`],
      [`${entries}[*].cidr`, `${entries}[*].cidr[count.index]`],
      ["aws_vpc_endpoint.s3.cidr_blocks", "aws_vpc_endpoint.s3.cidr_blocks[count.index]"],
    ]) {
      const counted = { ...COUNTED, count: `\${length(${list})}`, cidr_block: `\${${block}}` };
      expect(verdict(over(counted, fixture.clone())), block).toBe("proved");
    }
  });

  it("admit nothing of another service, and nothing on another port", () => {
    expect(dependency(over(COUNTED, withAcl("dynamodb")).prove(), "s3").issue?.code).toBe("network-acl-blocks");
    expect(verdict(over({ ...COUNTED, from_port: 80, to_port: 80 }))).toBe("broken");
    expect(verdict(over(COUNTED).set("aws_network_acl_rule.out", { protocol: "udp" }))).toBe("broken");
  });

  it("change nothing for calls inside the VPC, whether they allow or deny", () => {
    expect(dependency(over(COUNTED).prove(), "logs").verdict).toBe("proved");
    expect(
      dependency(over({ ...COUNTED, rule_number: "${10 + count.index}", rule_action: "deny" }).prove(), "logs").verdict,
    ).toBe("proved");
  });

  it("deny the service where they come before what allows it, and not behind", () => {
    const all = { ...IN_VPC, cidr_block: "0.0.0.0/0" };
    const open = () =>
      withAcl("s3", { ingress: [{ ...ANSWERS, ...all, rule_no: 150 }], egress: [{ ...CALLS, ...all, rule_no: 150 }] });
    const deny = { ...COUNTED, rule_action: "deny" };
    expect(verdict(over(deny, open()))).toBe("proved");
    const before = over({ ...deny, rule_number: "${50 + count.index}" }, open());
    expect(dependency(before.prove(), "s3").issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl_rule.out",
    });
  });

  it("leave it open where another rule has a number among theirs and does something else", () => {
    const denied = (number: number) =>
      withAcl("s3", { egress: [{ ...CALLS, rule_no: number, cidr_block: "0.0.0.0/0", action: "deny" }] });
    expect(verdict(over(COUNTED, denied(203)))).toBe("unknown");
    expect(verdict(over(COUNTED, denied(240)))).toBe("proved");
    expect(verdict(over(COUNTED, denied(199)))).toBe("broken");
  });

  it("leave it open where they are about some of the blocks, or about a list of which the service is not known", () => {
    expect(verdict(over({ rule_number: 200, cidr_block: `\${${LIST}[0]}` }))).toBe("unknown");
    expect(verdict(over({ ...COUNTED, cidr_block: `\${${LIST}[0]}` }))).toBe("unknown");
    expect(verdict(over({ ...COUNTED, count: 3 }))).toBe("unknown");
    const open = over(COUNTED).add("data.aws_prefix_list.s3", { prefix_list_id: "${var.list}" });
    expect(verdict(open)).toBe("unknown");
  });
});
