import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const ALL = "0.0.0.0/0";

function entry(number: number, action: string, from: number, to: number, cidr = ALL): Block {
  return { rule_no: number, action, protocol: "tcp", from_port: from, to_port: to, cidr_block: cidr };
}

/** The network with an ACL of its own for some subnets. */
function withAcl(subnets: readonly string[], ingress: readonly Block[], egress: readonly Block[]): TerraformFixture {
  return isolatedNetwork().add("aws_network_acl.own", {
    vpc_id: "${aws_vpc.main.id}",
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
    ingress,
    egress,
  });
}

const APP = ["app_a", "app_b"];
const ENDPOINT = ["endpoint_a", "endpoint_b"];
const ANSWERS = entry(100, "allow", 1024, 65535);
const HTTPS = entry(100, "allow", 443, 443);

describe("I7: network ACLs let the call and its answer pass", () => {
  it("holds with the default ACL", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "network-acl")).toMatch(/^proved/);
  });

  it("holds with the least that is needed on both sides", () => {
    expect(dependency(withAcl(APP, [ANSWERS], [HTTPS]).prove(), "logs").verdict).toBe("proved");
    expect(dependency(withAcl(ENDPOINT, [HTTPS], [ANSWERS]).prove(), "logs").verdict).toBe("proved");
  });

  it("holds where several rules admit the ports and addresses together", () => {
    const halves = [entry(100, "allow", 1024, 40000), entry(110, "allow", 40001, 65535)];
    const zones = [entry(100, "allow", 443, 443, "10.0.11.0/24"), entry(110, "allow", 443, 443, "10.0.12.0/24")];
    expect(dependency(withAcl(APP, halves, zones).prove(), "logs").verdict).toBe("proved");
  });

  it.each<[string, readonly string[], readonly Block[], readonly Block[], string]>([
    ["the call out", APP, [ANSWERS], [entry(100, "allow", 80, 80)], "TCP 443 out to aws_subnet.endpoint_a"],
    ["the answer in", APP, [HTTPS], [HTTPS], "the answers (TCP 1024-65535) in from aws_subnet.endpoint_a"],
    ["the call in", ENDPOINT, [ANSWERS], [ANSWERS], "TCP 443 in from aws_subnet.app_a"],
    ["the answer out", ENDPOINT, [HTTPS], [HTTPS], "the answers (TCP 1024-65535) out to aws_subnet.app_a"],
    [
      "one subnet",
      APP,
      [ANSWERS],
      [entry(100, "allow", 443, 443, "10.0.11.0/24")],
      "TCP 443 out to aws_subnet.endpoint_b",
    ],
  ])("breaks where it does not let %s pass", (_, subnets, ingress, egress, what) => {
    const { issue } = dependency(withAcl(subnets, ingress, egress).prove(), "logs");
    expect(issue).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.own" });
    expect(issue?.problem).toContain(what);
  });

  it("takes the first rule that matches", () => {
    const denied = [entry(90, "deny", 443, 443), HTTPS];
    expect(dependency(withAcl(APP, [ANSWERS], denied).prove(), "logs").verdict).toBe("broken");
    const allowed = [entry(110, "deny", 443, 443), HTTPS];
    expect(dependency(withAcl(APP, [ANSWERS], allowed).prove(), "logs").verdict).toBe("proved");
  });

  it("names the rule that is a resource of its own", () => {
    const fixture = isolatedNetwork().add("aws_network_acl_rule.deny", {
      network_acl_id: "${aws_vpc.main.default_network_acl_id}",
      rule_number: 50,
      rule_action: "deny",
      egress: true,
      protocol: "-1",
      cidr_block: "10.0.0.0/16",
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "network-acl-blocks",
      path: "aws_network_acl_rule.deny",
    });
  });

  it("breaks where the default ACL is taken over without rules", () => {
    const fixture = isolatedNetwork().add("aws_default_network_acl.locked", {
      default_network_acl_id: "${aws_vpc.main.default_network_acl_id}",
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ path: "aws_default_network_acl.locked" });
  });

  it("does not look at what stays in one subnet", () => {
    const fixture = withAcl(["app_a"], [], []);
    fixture.set("aws_vpc_endpoint.logs", { subnet_ids: ["${aws_subnet.app_a.id}"] });
    fixture.set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    expect(hop(fixture.prove(), "logs", "network-acl")).toBe("not walked");
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("is unknown where answers can come to Linux's own ports only", () => {
    const fixture = withAcl(APP, [entry(100, "allow", 32768, 60999)], [HTTPS]);
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("network-acl-unknown");
  });

  it("is unknown where a part of a subnet's addresses is denied", () => {
    const denied = { ...entry(90, "deny", 443, 443, "10.0.11.128/25") };
    const { issue } = dependency(withAcl(APP, [ANSWERS], [denied, HTTPS]).prove(), "logs");
    expect(issue).toMatchObject({ code: "network-acl-unknown", path: "aws_network_acl.own" });
  });

  it("holds with denies for other addresses and protocols, and with rules for IPv6", () => {
    const others = [
      entry(10, "deny", 0, 65535, "10.0.99.0/24"),
      { ...entry(20, "deny", 0, 65535), protocol: "udp" },
      { rule_no: 30, action: "deny", protocol: "-1", from_port: 0, to_port: 0, ipv6_cidr_block: "::/0" },
      entry(40, "deny", 22, 22),
    ];
    expect(dependency(withAcl(APP, [...others, ANSWERS], [...others, HTTPS]).prove(), "logs").verdict).toBe("proved");
  });

  it("breaks with rules for IPv6 only", () => {
    const all = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, ipv6_cidr_block: "::/0" };
    expect(dependency(withAcl(APP, [all], [all]).prove(), "logs").issue?.code).toBe("network-acl-blocks");
  });

  it("knows what a rule of a variable cannot change", () => {
    const vague = (number: number, action: string) => ({
      ...entry(number, action, 443, 443),
      cidr_block: "${var.cidr}",
    });
    const verdict = (...egress: readonly Block[]) =>
      dependency(withAcl(APP, [ANSWERS], egress).prove(), "logs").verdict;
    expect(verdict(HTTPS, vague(110, "deny"))).toBe("proved");
    expect(verdict(vague(90, "deny"), HTTPS)).toBe("unknown");
    expect(verdict(vague(90, "allow"), HTTPS)).toBe("proved");
    expect(verdict(vague(90, "allow"))).toBe("unknown");
    expect(verdict(vague(90, "deny"))).toBe("broken");
    expect(verdict({ ...vague(90, "deny"), from_port: 80, to_port: 80 }, HTTPS)).toBe("proved");
  });

  it("takes rules in the ACL and rules of their own together, by their numbers", () => {
    const fixture = withAcl(APP, [ANSWERS], [HTTPS]).add("aws_network_acl_rule.own", {
      ...{ network_acl_id: "${aws_network_acl.own.id}", rule_number: 99, rule_action: "deny", egress: true },
      ...{ protocol: "6", from_port: 443, to_port: 443, cidr_block: ALL },
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ path: "aws_network_acl_rule.own" });
    fixture.set("aws_network_acl_rule.own", { rule_number: 101 });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it("asks for the ports of Windows where the task runs there", () => {
    const fixture = withAcl(APP, [entry(100, "allow", 49152, 65535)], [HTTPS]);
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("network-acl-blocks");
    fixture.set("aws_ecs_task_definition.orders", {
      ...{ cpu: "1024", memory: "2048" },
      runtime_platform: { operating_system_family: "WINDOWS_SERVER_2022_CORE", cpu_architecture: "X86_64" },
    });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("network-acl-unknown");
  });

  it("is unknown where a variable decides", () => {
    const fixture = withAcl(APP, [ANSWERS], [{ ...HTTPS, cidr_block: "${var.cidr}" }]);
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("network-acl-unknown");
  });

  it("finds the ACL by an association as well", () => {
    const fixture = withAcl([], [], []).add("aws_network_acl_association.a", {
      subnet_id: "${aws_subnet.app_b.id}",
      network_acl_id: "${aws_network_acl.own.id}",
    });
    expect(dependency(fixture.prove(), "logs").issue?.problem).toContain("aws_subnet.app_b");
  });
});

describe("G6: network ACLs let calls to a service's public addresses pass", () => {
  it("holds with the least that is needed", () => {
    expect(dependency(withAcl(APP, [ANSWERS], [HTTPS]).prove(), "s3").verdict).toBe("proved");
  });

  it.each<[string, readonly Block[], readonly Block[]]>([
    ["the call out", [ANSWERS], [entry(100, "allow", 443, 443, "10.0.0.0/16")]],
    ["the answer in", [entry(100, "allow", 1024, 65535, "10.0.0.0/16")], [HTTPS]],
    ["anything", [], []],
  ])("breaks where it does not let %s pass", (_, ingress, egress) => {
    const { issue } = dependency(withAcl(APP, ingress, egress).prove(), "s3");
    expect(issue).toMatchObject({ code: "network-acl-blocks", path: "aws_network_acl.own" });
  });

  it("holds where private addresses are denied", () => {
    const inside = entry(10, "deny", 0, 65535, "10.0.0.0/8");
    expect(dependency(withAcl(APP, [inside, ANSWERS], [inside, HTTPS]).prove(), "s3").verdict).toBe("proved");
  });

  it("is unknown where a part of the public addresses passes", () => {
    const fixture = withAcl(APP, [ANSWERS], [entry(100, "allow", 443, 443, "52.216.0.0/15")]);
    expect(dependency(fixture.prove(), "s3").issue?.code).toBe("network-acl-unknown");
  });
});

describe("an endpoint of which only Terraform knows the subnets", () => {
  const vague = (fixture: TerraformFixture) => fixture.set("aws_vpc_endpoint.logs", { subnet_ids: "${var.subnets}" });

  it("is looked at in each subnet of its VPC", () => {
    expect(hop(vague(isolatedNetwork()).prove(), "logs", "network-acl")).toMatch(/^proved/);
    const both = [ANSWERS, { ...HTTPS, rule_no: 110 }];
    expect(hop(vague(withAcl(APP, both, both)).prove(), "logs", "network-acl")).toMatch(/^proved/);
    expect(dependency(vague(withAcl(APP, [], [])).prove(), "logs").verdict).not.toBe("proved");
  });

  it("breaks where no subnet lets the call pass, and is unknown where some do", () => {
    const closed = vague(withAcl(APP, [ANSWERS], [entry(100, "allow", 80, 80)]));
    closed.set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    expect(hop(closed.prove(), "logs", "network-acl")).toMatch(/^unknown/);
    const some = vague(withAcl(ENDPOINT, [], []));
    expect(hop(some.prove(), "logs", "network-acl")).toMatch(/^unknown: whether the network ACLs let the call/);
  });

  it("is not looked at where the VPC exists elsewhere", () => {
    const fixture = vague(isolatedNetwork());
    const json = JSON.parse(JSON.stringify(fixture.json).replaceAll("${aws_vpc.main.id}", "vpc-0123456789abcdef0"));
    fixture.json.resource = json.resource;
    fixture.remove("aws_vpc.main");
    expect(hop(fixture.prove(), "logs", "network-acl")).toMatch(/^unknown/);
  });
});
